import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import {clickhouseTableSql} from "../../warehouse/clickhouse/ddl.ts";
import type {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import type {Relation} from "../../warehouse/relation.ts";
import type {OwnDatabases} from "./ownDatabases.ts";

/** The versioned tables of a company on the nodes of a ClickHouse: each appears under its name when it is complete. */
export class ClusterTables {
  private readonly held = new Map<ClickHouseNode, Set<string>>();
  private readonly stale = new Map<ClickHouseNode, Set<string>>();

  private constructor(private readonly cluster: Cluster) {}

  /**
   * Makes the databases where they are not, and looks what is there. What a killed build left half made is dropped, and `isCurrent` says of
   * what only an earlier version shows whether it may be taken for today's: rows that hang on the past come otherwise again. Throws a UserError
   * where a database is another's.
   */
  static async open(
    cluster: Cluster,
    own: OwnDatabases,
    isCurrent: (table: string) => boolean
  ): Promise<ClusterTables> {
    const tables = new ClusterTables(cluster);
    const store = cluster.databaseOf("store");
    await cluster.everywhere((node) => own.refuseForeign(node));
    const [, ...before] = await own.versions(cluster.first);
    const shown = await Promise.all(
      before.map((version) => own.viewsIn(cluster.first, cluster.databaseOf(`v${version}`)))
    );
    const past = new Set(shown.flat().map(({table}) => table));
    await cluster.everywhere(async (node) => {
      await own.ensure(node, store);
      for (const views of ["whole", "part"] as const) await own.renew(node, cluster.databaseOf(views));
      const rows = await node.rows<{name: string}>(`select name from system.tables where database = '${store}'`);
      const names = rows.map(({name}) => name);
      for (const half of names.filter((name) => name.endsWith("~new"))) await tables.drop(node, half);
      const complete = names.filter((name) => !name.endsWith("~new"));
      const stale = complete.filter((name) => past.has(name.replace(/#.*/, "")) && !isCurrent(name.replace(/#.*/, "")));
      tables.stale.set(node, new Set(stale));
      tables.held.set(node, new Set(complete));
    });
    return tables;
  }

  has = (node: ClickHouseNode, table: string): boolean =>
    this.held.get(node)!.has(table) && !this.stale.get(node)!.has(table);

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
      if (this.stale.get(node)!.delete(table)) await this.drop(node, table);
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
