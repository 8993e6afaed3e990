import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {contractFailures} from "../contractChecks.ts";
import type {Model} from "../model.ts";
import {partOf} from "./homes.ts";

/** Checks contract and grain of models as last published, where their rows are: whole on the first node, or each node its part. */
export async function checksOnCluster(
  cluster: Cluster,
  warehouse: Warehouse
): Promise<(model: Model) => Promise<string[]>> {
  const store = cluster.databaseOf("store");
  const known = await warehouse.rows<{name: string; table: string}>(
    `select name, name || '@' || fingerprint as "table" from ledger.models`
  );
  const tables = new Map(known.map(({name, table}) => [name, table]));
  const held = await cluster.everywhere(async (node) => {
    const rows = await node.rows<{name: string}>(`select name from system.tables where database = '${store}'`);
    return new Set(rows.map(({name}) => name));
  });
  return async (model) => {
    const table = tables.get(model.name) ?? "";
    const isWhole = held[0]!.has(table);
    const failures = await cluster.everywhere(async (node, k) => {
      if (isWhole && k > 0) return [];
      const name = isWhole ? table : partOf(table, k, cluster.nodes.length);
      if (!held[k]!.has(name)) return [`its rows are not on ${node.name}; build again`];
      return contractFailures((sql) => node.rows(sql), model, `"${store}"."${name}"`);
    });
    return failures.flat();
  };
}
