import {compilerFor} from "../../warehouse/compiler.ts";
import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import {columnNames, quoted} from "../../warehouse/columnLists.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {selectSql} from "../compile.ts";
import {contractFailures} from "../contractChecks.ts";
import {isModel, type Model} from "../model.ts";
import type {Settings} from "../settings.ts";
import {isLocal, sliceSql} from "../slices.ts";
import {ClusterTables} from "./clusterTables.ts";
import type {EmbeddedStore} from "./embedded.ts";
import {Homes, shardColumn} from "./homes.ts";
import {OwnDatabases} from "./ownDatabases.ts";
import {printOf, sourcePrint} from "./prints.ts";
import {dropUnused, publishOnCluster} from "./publishOnCluster.ts";
import {Transfers} from "./transfers.ts";
import {brokenContract, type BuiltTable, type Planned, type TableStore} from "./tableStore.ts";

/** Rows of inputs that are not cut by customer up to which it pays to send them to every node. */
const mostSent = 1_000_000;

interface Given {
  warehouse: Warehouse;
  settings: Settings;
  cluster: Cluster;
  prints: ReadonlyMap<string, string>;
  served?: ReadonlySet<string>;
  scratch?: string;
}

/**
 * Tables on a ClickHouse: what has a query is made there, procedures run in the embedded DuckDB over rows that it takes over.
 *
 * A model that is local to a customer is made on all nodes at once, each its customers, where what it reads besides is small; any other one on
 * the first node. Contracts are checked where the rows are, grains of parts within each.
 */
export class ClusterStore implements TableStore {
  private readonly clickhouse = compilerFor("clickhouse");
  private readonly counted = new Map<string, number>();

  private constructor(
    private readonly embedded: EmbeddedStore,
    private readonly given: Given,
    private readonly own: OwnDatabases,
    private readonly tables: ClusterTables,
    private readonly homes: Homes
  ) {}

  static async begin(embedded: EmbeddedStore, given: Given): Promise<ClusterStore> {
    const {warehouse, cluster, prints, settings, scratch = ".perennial"} = given;
    const own = new OwnDatabases(cluster, printOf(settings.pseudonymKey));
    const tables = await ClusterTables.open(cluster, own, embedded.isPublished);
    const transfers = new Transfers(cluster.database, scratch, cluster.stage);
    transfers.sweep();
    const homes = new Homes({warehouse, cluster, tables, embedded, transfers});
    return new ClusterStore(embedded, {...given, prints: new Map(prints)}, own, tables, homes);
  }

  saying = (model: Model): string => selectSql(model, this.given.settings, this.clickhouse);

  holds = (planned: Planned): boolean => {
    this.addSources(planned.model);
    if (planned.model.procedure) return this.embedded.holds(planned);
    return this.homes.isWhole(planned.table) || this.homes.isInParts(planned.table);
  };

  async make(planned: Planned): Promise<void> {
    const {model} = planned;
    if (model.procedure) {
      for (const {name} of model.from) await this.homes.embedded(name);
      await this.embedded.make(planned);
      // What hangs on the past may have other rows under the same name.
      return this.homes.forget(planned.table);
    }
    const isScattered = this.given.cluster.nodes.length > 1 && (await this.paysEverywhere(model));
    for (const {name} of model.from) await (isScattered ? this.homes.parts(name) : this.homes.whole(name));
    const {cluster} = this.given;
    if (!isScattered) return this.insert(cluster.first, planned, planned.table);
    await cluster.everywhere(async (node, k) => {
      const part = this.homes.partOf(planned.table, k);
      // A build that ended early may have made the parts of some nodes.
      if (this.tables.has(node, part)) return;
      await this.insert(node, planned, part, sliceSql(shardColumn, k, cluster.nodes.length));
    });
  }

  async offer(planned: Planned): Promise<number> {
    const {model, table} = planned;
    const isHere = this.embedded.has(table);
    this.homes.add(model, table, isHere ? `store."${table}"` : undefined);
    if (isHere) await this.embedded.show(model.name, table);
    const rows = this.embedded.knownRows(planned) ?? (await this.homes.rows(model.name));
    this.counted.set(model.name, rows);
    return rows;
  }

  async rowsOf(planned: Planned): Promise<unknown[]> {
    if (planned.model.procedure) return this.embedded.rowsOf(planned);
    return this.given.cluster.first.rows(`select * from ${this.tables.nameOf(planned.table)}`);
  }

  async publish(built: readonly BuiltTable[]): Promise<void> {
    const {cluster, served} = this.given;
    for (const {model} of built) {
      if (served?.has(model.name)) await this.homes.embedded(model.name);
      if (model.name.startsWith("mart_")) await this.homes.whole(model.name);
    }
    const publishing = {cluster, own: this.own, tables: this.tables};
    await publishOnCluster(publishing, built);
    await this.embedded.publish(built);
    await dropUnused(publishing, this.homes.tables());
  }

  /** Raw tables and the ledger are read where ingest has put them. */
  private addSources({from}: Model): void {
    for (const relation of from) {
      if (isModel(relation)) continue;
      const print = sourcePrint(relation, this.given.prints.get(relation.name)!);
      this.homes.add(relation, `${relation.name}@${print}`, `main."${relation.name}"`);
    }
  }

  /** Whether it pays to make a model on all nodes: it is local to a customer, and what it reads besides customers' rows is small. */
  private async paysEverywhere({shard, grain, from}: Model): Promise<boolean> {
    // Of a grain without the customer no node alone sees whether it is there twice.
    if (shard !== shardColumn || !grain.includes(shardColumn)) return false;
    for (const relation of from) {
      if (isLocal(relation, shardColumn)) continue;
      const rows = this.counted.get(relation.name) ?? (await this.homes.rows(relation.name));
      if (rows > mostSent) return false;
    }
    return true;
  }

  private insert(node: ClickHouseNode, {model}: Planned, table: string, slice?: string): Promise<void> {
    const {cluster} = this.given;
    const database = cluster.databaseOf(slice === undefined ? "whole" : "part");
    return this.tables.create(node, model, table, async (name) => {
      const sql = this.saying(model);
      const rows = slice === undefined ? sql : `select * from (${sql}) as part where ${slice}`;
      await node.run(`insert into ${name} (${quoted(columnNames(model))}) ${rows}`, database);
      const failures = await contractFailures((sql) => node.rows(sql), model, name);
      if (failures.length) throw brokenContract(model, failures);
    });
  }
}
