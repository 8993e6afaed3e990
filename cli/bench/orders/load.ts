import {contractOf, kindNames, type Kind} from "../../../ingest/contracts/kinds.ts";
import {exposeRaw, openLedger} from "../../../ingest/ledger.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {duckdbTypes} from "../../../warehouse/types.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** Rows of one kind: SQL of the fields that hold something, and the rows that they come from. */
export interface Rows {
  kind: Kind;
  given: Record<string, string>;
  from: string;
}

/** Writes rows into the warehouse in the shape that ingest leaves them: one load of each kind, everything in it accepted. */
export async function loadRows(warehouse: Warehouse, all: readonly Rows[]): Promise<void> {
  await openLedger(warehouse);
  for (const [i, rows] of all.entries()) await loadOne(warehouse, String(i + 1).padStart(6, "0"), rows);
  await exposeRaw(warehouse, kindNames);
}

async function loadOne(warehouse: Warehouse, id: string, {kind, given, from}: Rows): Promise<void> {
  const {fields, event = "null::timestamp"} = contractOf(kind);
  const columns = columnsOf(fields);
  const unknown = Object.keys(given).find((name) => !columns.some((column) => column.name === name));
  if (unknown) throw new Error(`unknown field ${unknown} of ${kind}`);
  const cells = columns.map(({name, sql}) => `cast(${given[name] ?? "null"} as ${duckdbTypes[sql]}) as "${name}"`);
  await warehouse.run(`create table store."load_${id}" as
    select ${cells.join(", ")}, cast(0 as bigint) as "problems", cast(0 as smallint) as "rule" from ${from}`);
  const said = {
    load_id: id,
    source: kind,
    kind,
    file: `${kind}.csv`,
    container: `${kind}.csv`,
    format: "text",
    delimiter: ",",
    sha256: id,
    mapping: id,
    headers: "[]",
    schema_print: id,
    precedence: `0000/0000/${kind}`
  };
  await warehouse.run(`insert into ledger.loads by name
    select ${Object.entries(said)
      .map(([name, value]) => `'${value}' as ${name}`)
      .join(", ")},
      count(*) as rows_read, count(*) as rows_loaded, 0 as rows_rejected, 0 as rows_set_aside, min(${event}) as first_event_at,
      max(${event}) as last_event_at, timestamp '2026-01-01' as loaded_at, 0 as seconds from store."load_${id}"`);
}
