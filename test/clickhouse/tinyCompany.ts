import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect} from "vitest";
import {openLedger} from "../../ingest/ledger.ts";
import {build, type BuiltModel} from "../../models/build.ts";
import type {Model} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {clickhouseAddress, type Stage} from "../../warehouse/clickhouse/address.ts";
import {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import {UserError} from "../../warehouse/error.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import type {NodeOptions} from "./bridge/options.ts";
import {startNode, type BridgeNode} from "./bridge/startNode.ts";
import {deliverThings, tinyModels} from "./tinyModels.ts";

interface Building {
  address?: string;
  models?: readonly Model[];
  stage?: Stage;
  pseudonymKey?: string;
  /** What is taken over; a mart and a relation of one row when absent. */
  served?: ReadonlySet<string>;
}

/** What a hundred things make. */
export const hundred = {total: [{customers: 100, things: 100}], mart: {customers: 100, things: 100, all: 100}};

/** A company with a warehouse and nodes of its own, anew for every test. */
export class TinyCompany {
  folder = "";
  warehouse!: Warehouse;
  readonly nodes: BridgeNode[] = [];

  constructor() {
    beforeEach(async () => {
      this.folder = mkdtempSync(join(tmpdir(), "perennial-engine-"));
      this.warehouse = await Warehouse.open(join(this.folder, "warehouse.duckdb"));
      await openLedger(this.warehouse);
    });
    afterEach(async () => {
      this.warehouse.close();
      for (const node of this.nodes.splice(0)) await node.close();
      rmSync(this.folder, {recursive: true});
    });
  }

  async start(...options: NodeOptions[]): Promise<void> {
    for (const option of options) this.nodes.push(await startNode(option));
  }

  /** The address of all nodes, or of some of them. */
  address(nodes: readonly BridgeNode[] = this.nodes, database = "shop"): string {
    return `clickhouse://${nodes.map(({port}) => `127.0.0.1:${port}`).join(",")}/${database}`;
  }

  /** Loads so many things, instead of what was loaded. */
  async deliver(load: string, things: number): Promise<void> {
    await this.warehouse.run(`delete from ledger.loads; drop table if exists store.load_${load}`);
    await deliverThings(this.warehouse, load, things);
  }

  async build({
    address = this.address(),
    models = tinyModels,
    stage,
    pseudonymKey = "one",
    served = new Set(["mart_counted", "int_total"])
  }: Building = {}): Promise<BuiltModel[]> {
    const cluster = await Cluster.open({...clickhouseAddress(address), ...(stage && {stage})});
    try {
      const options = {cluster, served, scratch: this.folder};
      return await build(this.warehouse, models, {pseudonymKey} as Settings, options);
    } finally {
      await cluster.close();
    }
  }

  /** What a build is refused with. */
  async refusal(building: Building = {}): Promise<string> {
    const error: unknown = await this.build(building).then(
      () => undefined,
      (error: unknown) => error
    );
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }

  /** Rows that a node answers a query with. */
  async asked(sql: string, k = 0): Promise<Record<string, unknown>[]> {
    const cluster = await Cluster.open(clickhouseAddress(this.address([this.nodes[k]!])));
    try {
      return await cluster.first.rows(sql);
    } finally {
      await cluster.close();
    }
  }

  /** What pages would read. */
  async here(): Promise<{total: unknown; mart: unknown}> {
    const total = await this.warehouse.rows("from int_total");
    const mart = await this.warehouse.row(
      "select count(*) as customers, sum(things) as things, max(all_things) as all from mart_counted"
    );
    return {total, mart};
  }
}
