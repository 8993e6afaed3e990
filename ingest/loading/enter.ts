import type {Warehouse} from "../../warehouse/warehouse.ts";
import {contractOf} from "../contracts/kinds.ts";
import {dropUnkept, exposeRaw, type Load} from "../ledger.ts";
import {forgetFailures, passAway, retireOlder} from "../history.ts";
import type {Source} from "../source.ts";

/** The one step that makes a load count: ledger rows in, the replaced load out, raw view moved. Within a transaction. */
export async function enter(
  warehouse: Warehouse,
  record: Load,
  source: Source,
  replaces: Load | undefined
): Promise<void> {
  if (replaces) await passAway(warehouse, replaces.load_id, "replaced");
  // An older full export that is corrected must not come back beside its correction.
  await warehouse.connection.run(
    `update ledger.past_loads set status = 'replaced'
     where status = 'retired' and source = $1 and container = $2 and (file = $3 or sha256 <> $4)`,
    [record.source, record.container, record.file, record.sha256]
  );
  await forgetFailures(warehouse, record.source, record.file);
  await insertLoad(warehouse, record);
  for (const [i, rule] of Object.keys(source.set_aside).entries()) {
    await warehouse.connection.run(
      `insert into ledger.set_aside select $1, $2, count(*) from store."load_${record.load_id}" where rule = ${i + 1}`,
      [record.load_id, rule]
    );
  }
  const hasRetired = await retireOlder(warehouse, record.source, source.mode);
  // What only adds shows when the run is over: a view over a thousand loads is not made a thousand times.
  if (!replaces && !hasRetired) return;
  await exposeRaw(warehouse, [record.kind]);
  await dropUnkept(warehouse);
}

async function insertLoad(warehouse: Warehouse, record: Load): Promise<void> {
  const {first_event_at: _first, last_event_at: _last, loaded_at: _at, ...rest} = record;
  const values = Object.values(rest);
  const event = contractOf(record.kind).event ?? "null::timestamp";
  const given = Object.keys(rest).map((name, i) => `$${i + 1} as ${name}`);
  await warehouse.connection.run(
    `insert into ledger.loads by name select ${given.join(", ")}, min(${event}) as first_event_at, max(${event}) as last_event_at,
     current_timestamp::timestamp as loaded_at from store."load_${record.load_id}" where problems = 0 and rule = 0`,
    values
  );
}
