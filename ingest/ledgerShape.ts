import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Load} from "./ledger.ts";
import {natural} from "./reading/files.ts";

/** Columns of a load: SQL type, and SQL of what stands there of a load from before the column was. */
const columns: Record<keyof Load, readonly [type: string, before?: string]> = {
  load_id: ["varchar primary key"],
  source: ["varchar not null"],
  kind: ["varchar not null"],
  preset: ["varchar"],
  file: ["varchar not null"],
  container: ["varchar not null", "file"],
  format: ["varchar not null", "'text'"],
  place: [
    "varchar not null default 'line'",
    "case when starts_with(format, 'Excel') then 'row' when regexp_matches(format, '^(text|JSON lines|$)') then 'line' else 'record' end"
  ],
  delimiter: ["varchar not null", "','"],
  sha256: ["varchar not null"],
  mapping: ["varchar not null"],
  headers: ["varchar not null", "'[]'"],
  schema_print: ["varchar not null", "''"],
  head: ["varchar"],
  precedence: ["varchar not null", "''"],
  rows_read: ["bigint not null"],
  rows_loaded: ["bigint not null"],
  rows_rejected: ["bigint not null"],
  rows_set_aside: ["bigint not null"],
  first_event_at: ["timestamp"],
  last_event_at: ["timestamp"],
  loaded_at: ["timestamp not null"],
  seconds: ["double not null", "0"],
  replaced: ["varchar"]
};
const past = "status varchar not null, message varchar";
const shape = Object.entries(columns)
  .map(([name, [type]]) => `${name} ${type}`)
  .join(", ");

/** SQL of the columns of each table of loads. */
export const loadTables = {loads: shape, past_loads: `${shape}, ${past}`};

/**
 * Gives the loads of a ledger that an earlier version has made the columns of today, so that rows whose files are gone stay. Files
 * that are there are loaded again where their mapping is not the one that they were loaded with.
 */
export async function reshapeLoads(warehouse: Warehouse): Promise<void> {
  for (const [table, sql] of Object.entries(loadTables)) {
    const found = await warehouse.rows<{name: string}>(
      "select column_name as name from duckdb_columns() where schema_name = 'ledger' and table_name = $1",
      [table]
    );
    const held = new Set(found.map(({name}) => name));
    if (!held.size || Object.keys(columns).every((name) => held.has(name))) continue;
    const values = Object.entries(columns).map(([name, [, before = "null"]]) =>
      held.has(name) ? name : `${before} as ${name}`
    );
    if (table === "past_loads") values.push("status", "message");
    await warehouse.transaction(async () => {
      await warehouse.run(`alter table ledger.${table} rename to earlier_${table}`);
      await warehouse.run(`create table ledger.${table} (${sql})`);
      await warehouse.run(
        `insert into ledger.${table} by name select ${values.join(", ")} from ledger.earlier_${table}`
      );
      await warehouse.run(`drop table ledger.earlier_${table}`);
      if (!held.has("precedence")) await sort(warehouse, table);
    });
  }
}

/** Before loads had a precedence, that of their files was the order of their names. */
async function sort(warehouse: Warehouse, table: string): Promise<void> {
  const files = await warehouse.rows<{file: string}>(`select distinct file from ledger.${table}`);
  for (const {file} of files) {
    await warehouse.connection.run(`update ledger.${table} set precedence = $1 where file = $2`, [
      `0000/0000/${natural(file)}`,
      file
    ]);
  }
}
