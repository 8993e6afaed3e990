import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import {clickhouseTableSql} from "../../warehouse/clickhouse/ddl.ts";
import type {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import {UserError} from "../../warehouse/error.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import type {Relation} from "../../warehouse/relation.ts";

export const columnNames = ({columns}: Relation): string[] => columnsOf(columns).map(({name}) => name);

/** The versioned tables of a company on the nodes of a ClickHouse: each appears under its name when it is complete. */
export class ClusterTables {
  private readonly held = new Map<ClickHouseNode, Set<string>>();

  private constructor(private readonly cluster: Cluster) {}

  /**
   * Makes the databases where they are not, and looks what is there. What a killed build left half made is dropped. Throws a UserError where
   * the databases are those of another `owner`.
   */
  static async open(cluster: Cluster, owner: string): Promise<ClusterTables> {
    const tables = new ClusterTables(cluster);
    const store = cluster.databaseOf("store");
    await cluster.everywhere(async (node) => {
      await node.run(`create database if not exists "${store}" comment 'perennial ${owner}'`);
      const [known] = await node.rows<{comment: string}>(
        `select comment from system.databases where name = '${store}'`
      );
      if (known?.comment !== `perennial ${owner}`)
        throw new UserError(
          `warehouse: "${cluster.database}" on ClickHouse at ${node.name} is another company's (its pseudonyms have another key); name another database`
        );
      for (const views of [cluster.databaseOf("whole"), cluster.databaseOf("part")]) {
        await node.run(`drop database if exists "${views}" sync`);
        await node.run(`create database "${views}"`);
      }
      const rows = await node.rows<{name: string}>(`select name from system.tables where database = '${store}'`);
      const names = rows.map(({name}) => name);
      for (const half of names.filter((name) => name.endsWith("~new"))) await tables.drop(node, half);
      tables.held.set(node, new Set(names.filter((name) => !name.endsWith("~new"))));
    });
    return tables;
  }

  has = (node: ClickHouseNode, table: string): boolean => this.held.get(node)!.has(table);

  on = (node: ClickHouseNode): ReadonlySet<string> => this.held.get(node)!;

  nameOf = (table: string): string => `"${this.cluster.databaseOf("store")}"."${table}"`;

  /** Makes a table by filling and checking another one first, whose quoted name `fill` gets. */
  async create(
    node: ClickHouseNode,
    relation: Relation,
    table: string,
    fill: (name: string) => Promise<void>
  ): Promise<void> {
    const name = this.nameOf(`${table}~new`);
    await this.drop(node, `${table}~new`);
    await node.run(clickhouseTableSql(relation, name));
    try {
      await fill(name);
      await node.run(`rename table ${name} to ${this.nameOf(table)}`);
    } catch (error) {
      // The reason counts; a node that is away has nothing dropped, and the next build drops what is half made.
      await this.drop(node, `${table}~new`).catch(() => undefined);
      throw error;
    }
    this.held.get(node)!.add(table);
  }

  /** Lets models that run on a node find a table under the name of its relation. */
  async show(node: ClickHouseNode, views: "whole" | "part", relation: string, table: string): Promise<void> {
    const view = `"${this.cluster.databaseOf(views)}"."${relation}"`;
    await node.run(`create or replace view ${view} as select * from ${this.nameOf(table)}`);
  }

  async drop(node: ClickHouseNode, table: string): Promise<void> {
    await node.run(`drop table if exists ${this.nameOf(table)} sync`);
    this.held.get(node)?.delete(table);
  }
}
