import {assignIds} from "../../../models/identity/registry.ts";
import {openState} from "../../../models/identity/state.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** Which customer each record belongs to; the number of a customer says nothing beyond one build. */
export type Clustering = ReadonlyMap<string, number>;
export type Ids = ReadonlyMap<string, string>;

/** A clustering written as groups of records: `of("ab", "c")`. */
export const of = (...groups: string[]): Clustering =>
  new Map(groups.flatMap((keys, i) => [...keys].map((key) => [key, i])));

/** Begins a registry in which nobody has an id. */
export async function forget(warehouse: Warehouse): Promise<void> {
  await warehouse.run("drop schema if exists identity cascade");
  await openState(warehouse);
}

/** One build: the id of every record. Throws where a record has several or none. */
export async function build(warehouse: Warehouse, clustering: Clustering): Promise<Ids> {
  await warehouse.run("create or replace temp table grouped (record_key varchar, root varchar)");
  const rows = [...clustering].map(([key, root]) => `('${key}', '${root}')`);
  if (rows.length) await warehouse.run(`insert into grouped values ${rows.join(", ")}`);
  await assignIds(warehouse, "secret");
  const found = await warehouse.rows<{record_key: string; customer_id: string}>("from identified");
  const ids = new Map(found.map(({record_key, customer_id}) => [record_key, customer_id]));
  if (found.length !== clustering.size) throw new Error(`${found.length} ids of ${clustering.size} records`);
  return ids;
}
