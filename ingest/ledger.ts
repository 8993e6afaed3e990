import {emptyTableSql} from "../warehouse/ddl.ts";
import {duckdbTypes} from "../warehouse/types.ts";
import {columnsOf} from "../warehouse/columns.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {ledgerViews} from "./ledgerRelations.ts";
import {contractOf, kindNames, rawRelations, type Kind} from "./contracts/kinds.ts";

/** One delivery of one file that is in the warehouse. */
export interface Load {
  load_id: string;
  source: string;
  kind: Kind;
  file: string;
  sha256: string;
  mapping: string;
  rows_read: number;
  rows_loaded: number;
  rows_rejected: number;
  rows_set_aside: number;
  first_event_at: Date | null;
  last_event_at: Date | null;
  loaded_at: Date;
  seconds: number;
}

const tables = [
  `create table if not exists ledger.loads (load_id varchar primary key, source varchar not null, kind varchar not null, file varchar not null,
    sha256 varchar not null, mapping varchar not null, rows_read bigint not null, rows_loaded bigint not null, rows_rejected bigint not null,
    rows_set_aside bigint not null, first_event_at timestamp, last_event_at timestamp, loaded_at timestamp not null, seconds double not null)`,
  `create table if not exists ledger.rejects (load_id varchar not null, line bigint, field varchar, header varchar, value varchar,
    reason varchar not null, record varchar)`,
  `create table if not exists ledger.set_aside (load_id varchar not null, rule varchar not null, rows bigint not null)`,
  `create table if not exists ledger.checks (name varchar primary key, subject varchar not null, is_passed boolean not null, detail varchar not null)`,
  `create table if not exists ledger.models (name varchar primary key, fingerprint varchar not null, rows bigint not null, seconds double not null)`,
  `create sequence if not exists ledger.load_number`
];

/** Makes the ledger where there is none, and empty raw tables for the kinds without exports. Repairs what a killed run left. */
export async function openLedger(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema if not exists ledger");
  await warehouse.run("create schema if not exists store");
  for (const sql of tables) await warehouse.run(sql);
  const orphans = await warehouse.rows<{name: string}>(
    `select table_name as name from duckdb_tables() where schema_name = 'store' and starts_with(table_name, 'load_')
     and table_name not in (select 'load_' || load_id from ledger.loads)`
  );
  for (const {name} of orphans) await warehouse.run(`drop table store."${name}"`);
  const views = await warehouse.rows<{name: string}>(
    "select view_name as name from duckdb_views() where schema_name = 'main'"
  );
  for (const [{name}, sql] of ledgerViews) await warehouse.run(`create or replace view "${name}" as ${sql}`);
  for (const kind of kindNames) if (!views.some(({name}) => name === `raw_${kind}`)) await exposeRaw(warehouse, kind);
}

export const loads = (warehouse: Warehouse): Promise<Load[]> =>
  warehouse.rows<Load>("from ledger.loads order by load_id");

/** Points a kind's raw view at the loads that the ledger holds. */
export async function exposeRaw(warehouse: Warehouse, kind: Kind): Promise<void> {
  const present = (await loads(warehouse)).filter((load) => load.kind === kind);
  const fields = columnsOf(contractOf(kind).fields);
  const held = await warehouse.rows<{load: string; name: string}>(
    "select table_name as load, column_name as name from duckdb_columns() where schema_name = 'store' and starts_with(table_name, 'load_')"
  );
  const parts = present.map(({load_id}) => {
    // A load from before a field was added to the contract has nothing in it.
    const has = new Set(held.filter(({load}) => load === `load_${load_id}`).map(({name}) => name));
    const columns = fields.map(({name, sql}) =>
      has.has(name) ? `"${name}"` : `cast(null as ${duckdbTypes[sql]}) as "${name}"`
    );
    return `select ${columns.join(", ")}, '${load_id}' as load_id, rowid + 1 as load_row from store."load_${load_id}" where problems = 0 and rule = 0`;
  });
  if (!parts.length) {
    const relation = rawRelations.find(({name}) => name === `raw_${kind}`)!;
    await warehouse.run(emptyTableSql(relation, `store."empty_${kind}"`, "create table if not exists"));
    parts.push(`select * from store."empty_${kind}"`);
  }
  await warehouse.run(`create or replace view "raw_${kind}" as ${parts.join("\nunion all\n")}`);
}
