import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import {columnNames, quoted, typedColumns} from "../../warehouse/columnLists.ts";
import type {Relation} from "../../warehouse/relation.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {isLocal, sliceSql} from "../slices.ts";
import type {ClusterTables} from "./clusterTables.ts";
import type {EmbeddedStore} from "./embedded.ts";
import type {Transfers} from "./transfers.ts";

/** The column by which relations are cut among nodes: the customer's pseudonym. */
export const shardColumn = "customer_id";

/** The table of node k of n that holds its part of a relation; of one node that is the whole. */
export const partOf = (table: string, k: number, n: number): string => (n === 1 ? table : `${table}#${k + 1}of${n}`);

/** A relation of this build: the table that holds its content, and where embedded DuckDB finds it (a quoted name), if it does. */
interface Home {
  relation: Relation;
  table: string;
  embedded?: string;
}

/**
 * Where the rows of relations are: in the embedded DuckDB, whole on the first node, or in parts, each node its customers.
 *
 * Whoever needs rows in another place asks for them there; they travel as Parquet files through this machine, streamed.
 */
export class Homes {
  private readonly homes = new Map<string, Home>();
  private readonly shown = new Set<string>();

  constructor(
    private readonly given: {
      warehouse: Warehouse;
      cluster: Cluster;
      tables: ClusterTables;
      embedded: EmbeddedStore;
      transfers: Transfers;
    }
  ) {}

  /** Says which table holds a relation's content; `embedded` names it where DuckDB has it. */
  add(relation: Relation, table: string, embedded?: string): void {
    this.homes.set(relation.name, {relation, table, embedded});
  }

  partOf = (table: string, k: number): string => partOf(table, k, this.given.cluster.nodes.length);

  isWhole = (table: string): boolean => this.given.tables.has(this.given.cluster.first, table);

  isInParts = (table: string): boolean =>
    this.given.cluster.nodes.every((node, k) => this.given.tables.has(node, this.partOf(table, k)));

  /** Brings a relation to the first node, whole, where models find it by its name. */
  async whole(name: string): Promise<void> {
    const {cluster} = this.given;
    const home = this.homeOf(name);
    if (!this.isWhole(home.table)) {
      const give = (files: readonly string[]) => this.give(cluster.first, home, home.table, files);
      if (this.isInParts(home.table)) await this.fromNodes(home, "toNodes", give);
      else await this.fromOne(home, ["true"], give);
    }
    await this.show("whole", cluster.first, name, home.table);
  }

  /** Brings a relation to all nodes: what is of customers cut among them, the rest to each. */
  async parts(name: string): Promise<void> {
    const {cluster, tables} = this.given;
    const {nodes} = cluster;
    if (nodes.length === 1) return this.whole(name);
    const home = this.homeOf(name);
    const isCut = isLocal(home.relation, shardColumn);
    const nameAt = (k: number) => (isCut ? this.partOf(home.table, k) : home.table);
    const lacking = nodes.flatMap((node, k) => (tables.has(node, nameAt(k)) ? [] : [{node, k}]));
    if (lacking.length) {
      if (home.embedded === undefined) await this.whole(name);
      const slices = isCut ? lacking.map(({k}) => sliceSql(shardColumn, k, nodes.length)) : ["true"];
      await this.fromOne(home, slices, async (files) => {
        for (const [i, {node, k}] of lacking.entries()) await this.give(node, home, nameAt(k), [files[isCut ? i : 0]!]);
      });
    }
    for (const [k, node] of nodes.entries()) await this.show("part", node, name, nameAt(k));
  }

  /** Brings a relation to the embedded DuckDB, where procedures, pages and commands read it. */
  async embedded(name: string): Promise<void> {
    const {embedded} = this.given;
    const home = this.homeOf(name);
    if (home.embedded !== undefined) return;
    await this.fromNodes(home, "here", (files) => embedded.take(home.relation, home.table, files));
    home.embedded = `store."${home.table}"`;
    await embedded.show(name, home.table);
  }

  /** Drops what nodes hold of a table. */
  async forget(table: string): Promise<void> {
    const {cluster, tables} = this.given;
    await cluster.everywhere(async (node) => {
      for (const held of [...tables.on(node)]) if (held.replace(/#.*/, "") === table) await tables.drop(node, held);
    });
  }

  async rows(name: string): Promise<number> {
    const {warehouse, tables} = this.given;
    const {table, embedded} = this.homeOf(name);
    if (embedded !== undefined) return (await warehouse.row<{n: number}>(`select count(*) as n from ${embedded}`)).n;
    const counts = await Promise.all(
      this.held(table).map(({node, name}) => node.rows<{n: number}>(`select count(*) as n from ${tables.nameOf(name)}`))
    );
    return counts.reduce((sum, [row]) => sum + row!.n, 0);
  }

  /** The names of the tables that hold this build. */
  tables = (): Set<string> => new Set([...this.homes.values()].map(({table}) => table));

  private homeOf(name: string): Home {
    const home = this.homes.get(name);
    if (!home) throw new Error(`unknown relation ${name} of this build`);
    return home;
  }

  private async show(views: "whole" | "part", node: ClickHouseNode, name: string, table: string): Promise<void> {
    const key = `${views} ${node.name} ${name}`;
    if (this.shown.has(key)) return;
    await this.given.tables.show(node, views, name, table);
    this.shown.add(key);
  }

  private give(node: ClickHouseNode, {relation}: Home, table: string, files: readonly string[]): Promise<void> {
    return this.given.tables.create(node, relation, table, async (name) => {
      for (const file of files) await node.give(file, name, columnNames(relation));
    });
  }

  /** One file for each condition, of the rows that DuckDB has, or else the first node. */
  private fromOne(
    {relation, table, embedded}: Home,
    conditions: readonly string[],
    work: (files: readonly string[]) => Promise<void>
  ): Promise<void> {
    const {warehouse, cluster, tables, transfers} = this.given;
    const write = (file: string, i: number) =>
      embedded === undefined
        ? cluster.first.take(selectSql(relation, tables.nameOf(table), conditions[i]!), file)
        : warehouse.run(
            `copy (select ${typedColumns(relation, duckdbTypes)} from ${embedded} where ${conditions[i]!}) to '${file.replaceAll("'", "''")}' (format parquet)`
          );
    return transfers.through({name: relation.name, count: conditions.length, to: "toNodes"}, write, work);
  }

  /** All rows: one file from the first node where it has them whole, else one from each. */
  private fromNodes(
    {relation, table}: Home,
    to: "toNodes" | "here",
    work: (files: readonly string[]) => Promise<void>
  ): Promise<void> {
    const {tables, transfers} = this.given;
    const held = this.held(table);
    const write = (file: string, i: number) =>
      held[i]!.node.take(selectSql(relation, tables.nameOf(held[i]!.name)), file);
    return transfers.through({name: relation.name, count: held.length, to}, write, work);
  }

  /** The tables that together hold a relation, and their nodes. */
  private held(table: string): {node: ClickHouseNode; name: string}[] {
    const {first, nodes} = this.given.cluster;
    if (this.isWhole(table)) return [{node: first, name: table}];
    return nodes.map((node, k) => ({node, name: this.partOf(table, k)}));
  }
}

const selectSql = (relation: Relation, table: string, where = "true"): string =>
  `select ${quoted(columnNames(relation))} from ${table} where ${where}`;
