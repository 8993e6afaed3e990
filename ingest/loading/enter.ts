import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Source} from "../config.ts";
import {contractOf} from "../contracts/kinds.ts";
import {exposeRaw, type Load} from "../ledger.ts";

/** The one step that makes a load count: ledger rows in, the replaced load out, raw view moved. */
export async function enter(
  warehouse: Warehouse,
  record: Load,
  source: Source,
  replaces: Load | undefined
): Promise<void> {
  const event = contractOf(record.kind).event ?? "null::timestamp";
  if (replaces) await forget(warehouse, replaces);
  await warehouse.connection.run(
    `insert into ledger.loads select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, min(${event}), max(${event}), current_timestamp::timestamp, $11
     from store."load_${record.load_id}" where problems = 0 and rule = 0`,
    [
      record.load_id,
      record.source,
      record.kind,
      record.file,
      record.sha256,
      record.mapping,
      record.rows_read,
      record.rows_loaded,
      record.rows_rejected,
      record.rows_set_aside,
      record.seconds
    ]
  );
  for (const [i, rule] of Object.keys(source.set_aside).entries()) {
    await warehouse.connection.run(
      `insert into ledger.set_aside select $1, $2, count(*) from store."load_${record.load_id}" where rule = ${i + 1}`,
      [record.load_id, rule]
    );
  }
  await exposeRaw(warehouse, record.kind);
  if (replaces) await warehouse.run(`drop table store."load_${replaces.load_id}"`);
}

async function forget(warehouse: Warehouse, {load_id}: Load): Promise<void> {
  for (const table of ["rejects", "set_aside", "loads"]) {
    await warehouse.connection.run(`delete from ledger.${table} where load_id = $1`, [load_id]);
  }
}
