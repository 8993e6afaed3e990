import {existsSync, mkdirSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import type {Relation} from "../../warehouse/relation.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {isLocal, sliceSql} from "../slices.ts";
import {columnNames, type ClusterTables} from "./clusterTables.ts";
import type {EmbeddedStore} from "./embedded.ts";

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
      scratch: string;
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
    const {cluster, tables} = this.given;
    const home = this.homeOf(name);
    const {relation, table} = home;
    if (!this.isWhole(table)) {
      if (this.isInParts(table))
        await this.withFiles(
          home,
          cluster.nodes,
          (node, k) => this.selectSql(relation, this.partOf(table, k)),
          (files) => this.give(cluster.first, home, table, files)
        );
      else await this.fromEmbedded(home, [undefined], ([file]) => this.give(cluster.first, home, table, [file!]));
    }
    await this.show("whole", cluster.first, name, table, tables);
  }

  /** Brings a relation to all nodes: what is of customers cut among them, the rest to each. */
  async parts(name: string): Promise<void> {
    const {cluster, tables} = this.given;
    if (cluster.nodes.length === 1) return this.whole(name);
    const home = this.homeOf(name);
    const {relation, table} = home;
    const isCut = isLocal(relation, shardColumn);
    const nameAt = (k: number) => (isCut ? this.partOf(table, k) : table);
    const lacking = cluster.nodes.flatMap((node, k) => (tables.has(node, nameAt(k)) ? [] : [{node, k}]));
    if (lacking.length) {
      const slices = isCut ? lacking.map(({k}) => sliceSql(shardColumn, k, cluster.nodes.length)) : [undefined];
      const giveAll = async (files: readonly string[]) => {
        for (const [i, {node, k}] of lacking.entries()) await this.give(node, home, nameAt(k), [files[isCut ? i : 0]!]);
      };
      if (home.embedded !== undefined) await this.fromEmbedded(home, slices, giveAll);
      else {
        await this.whole(name);
        const sqls = slices.map((slice) => this.selectSql(relation, table, slice));
        await this.withFiles(
          home,
          sqls.map(() => cluster.first),
          (_, i) => sqls[i]!,
          giveAll
        );
      }
    }
    for (const [k, node] of cluster.nodes.entries()) await this.show("part", node, name, nameAt(k), tables);
  }

  /** Brings a relation to the embedded DuckDB, where procedures, pages and commands read it. */
  async embedded(name: string): Promise<void> {
    const {cluster, embedded} = this.given;
    const home = this.homeOf(name);
    if (home.embedded !== undefined) return;
    const {relation, table} = home;
    const from = this.isWhole(table) ? [cluster.first] : cluster.nodes;
    const sqlOf = (_: ClickHouseNode, k: number) =>
      this.selectSql(relation, this.isWhole(table) ? table : this.partOf(table, k));
    await this.withFiles(home, from, sqlOf, (files) => embedded.take(relation, table, files));
    home.embedded = `store."${table}"`;
    await embedded.show(name, table);
  }

  /** Drops what nodes hold of a table. */
  async forget(table: string): Promise<void> {
    const {cluster, tables} = this.given;
    await cluster.everywhere(async (node) => {
      for (const held of [...tables.on(node)]) if (held.replace(/#.*/, "") === table) await tables.drop(node, held);
    });
  }

  async rows(name: string): Promise<number> {
    const {warehouse, cluster, tables} = this.given;
    const {table, embedded} = this.homeOf(name);
    if (embedded !== undefined) return (await warehouse.row<{n: number}>(`select count(*) as n from ${embedded}`)).n;
    const isWhole = this.isWhole(table);
    const counts = await Promise.all(
      (isWhole ? [cluster.first] : cluster.nodes).map((node, k) =>
        node.rows<{n: number}>(`select count(*) as n from ${tables.nameOf(isWhole ? table : this.partOf(table, k))}`)
      )
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

  private selectSql(relation: Relation, table: string, where = "true"): string {
    const names = columnNames(relation).map((column) => `"${column}"`);
    return `select ${names.join(", ")} from ${this.given.tables.nameOf(table)} where ${where}`;
  }

  private async show(
    views: "whole" | "part",
    node: ClickHouseNode,
    name: string,
    table: string,
    tables: ClusterTables
  ): Promise<void> {
    const key = `${views} ${node.name} ${name}`;
    if (this.shown.has(key)) return;
    await tables.show(node, views, name, table);
    this.shown.add(key);
  }

  private give(node: ClickHouseNode, {relation}: Home, table: string, files: readonly string[]): Promise<void> {
    return this.given.tables.create(node, relation, table, async (name) => {
      for (const file of files) await node.give(file, name, columnNames(relation));
    });
  }

  /** Writes one file for each condition on the rows that DuckDB has. */
  private fromEmbedded(
    {relation, embedded}: Home,
    conditions: readonly (string | undefined)[],
    work: (files: readonly string[]) => Promise<void>
  ): Promise<void> {
    const cells = columnsOf(relation.columns).map(
      ({name, sql}) => `cast("${name}" as ${duckdbTypes[sql]}) as "${name}"`
    );
    return this.inFiles(relation, conditions.length, work, (file, i) =>
      this.given.warehouse.run(
        `copy (select ${cells.join(", ")} from ${embedded} where ${conditions[i] ?? "true"}) to '${file.replaceAll("'", "''")}' (format parquet)`
      )
    );
  }

  /** Takes one file from each node. */
  private withFiles(
    {relation}: Home,
    nodes: readonly ClickHouseNode[],
    sqlOf: (node: ClickHouseNode, k: number) => string,
    work: (files: readonly string[]) => Promise<void>
  ): Promise<void> {
    return this.inFiles(relation, nodes.length, work, (file, k) => nodes[k]!.take(sqlOf(nodes[k]!, k), file));
  }

  private async inFiles(
    {name}: Relation,
    count: number,
    work: (files: readonly string[]) => Promise<void>,
    write: (file: string, i: number) => Promise<void>
  ): Promise<void> {
    const folder = this.folder();
    mkdirSync(folder, {recursive: true});
    const files = Array.from({length: count}, (_, i) => join(folder, `${this.fileStart()}${name}.${i}.parquet`));
    try {
      for (const [i, file] of files.entries()) await write(file, i);
      await work(files);
    } finally {
      for (const file of files) rmSync(file, {force: true});
    }
  }

  private folder = (): string => this.given.cluster.stage?.folder ?? join(this.given.scratch, "transfer");

  private fileStart = (): string => `${this.given.cluster.database}~`;

  /** Deletes files on their way that a killed build has left. */
  sweep(): void {
    if (!existsSync(this.folder())) return;
    for (const file of readdirSync(this.folder()))
      if (file.startsWith(this.fileStart()) && file.endsWith(".parquet")) rmSync(join(this.folder(), file));
  }
}
