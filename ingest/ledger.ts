import {emptyTableSql} from "../warehouse/ddl.ts";
import {duckdbTypes} from "../warehouse/types.ts";
import {columnsOf} from "../warehouse/columns.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {audienceTables} from "./audienceLedger.ts";
import {ledgerViews} from "./ledgerRelations.ts";
import {loadTables, reshapeLoads} from "./ledgerShape.ts";
import {contractOf, kindNames, rawRelations, type Kind} from "./contracts/kinds.ts";
import type {Layout} from "./reading/layout.ts";

/** One delivery of one file, archive member or sheet. */
export interface Load {
  load_id: string;
  source: string;
  kind: Kind;
  /** Preset that the source names; null where it maps for itself. */
  preset: string | null;
  /** What was delivered: `backup.zip/Deals.csv`, `crm.xlsx#Accounts`, relative to the project folder. */
  file: string;
  /** The file on disk that holds it. */
  container: string;
  /** How it was read, for people: format, encoding, delimiter. */
  format: string;
  /** What its rejects count: lines of the file, rows of the sheet, or records. */
  place: Layout["place"];
  /** Its delimiter; empty for JSON. */
  delimiter: string;
  /** SHA-256 of the container's bytes. */
  sha256: string;
  /** Identity of the mapping that was applied. */
  mapping: string;
  /** Headers with the types that their first values have, as JSON: `[["Id", "number"], …]`. */
  headers: string;
  /** Identity of the headers and types. */
  schema_print: string;
  /** The header records as the file has them, for a file of its rejected rows. */
  head: string | null;
  /** Sorts deliveries: of one thing delivered twice, the greatest counts. */
  precedence: string;
  rows_read: number;
  rows_loaded: number;
  rows_rejected: number;
  rows_set_aside: number;
  first_event_at: Date | null;
  last_event_at: Date | null;
  loaded_at: Date;
  seconds: number;
  /** The load of the same file that this one replaced and that `--undo` brings back. */
  replaced: string | null;
}

/** Why a load no longer counts. `failed`: it never did. */
export type PastStatus = "retired" | "replaced" | "undone" | "failed";

/** A load whose rows do not count. */
export interface PastLoad extends Load {
  status: PastStatus;
  message: string | null;
}

const tables = [
  ...Object.entries(loadTables).map(([name, columns]) => `create table if not exists ledger.${name} (${columns})`),
  `create table if not exists ledger.passed_over (source varchar not null, container varchar not null, sha256 varchar not null,
    mapping varchar not null)`,
  `create table if not exists ledger.rejects (load_id varchar not null, line bigint, field varchar, header varchar, value varchar,
    reason varchar not null, record varchar)`,
  `create table if not exists ledger.unfinished (source varchar not null, container varchar not null)`,
  `create table if not exists ledger.set_aside (load_id varchar not null, rule varchar not null, rows bigint not null)`,
  `create table if not exists ledger.checks (name varchar primary key, subject varchar not null, is_passed boolean not null, detail varchar not null)`,
  `create table if not exists ledger.models (name varchar primary key, fingerprint varchar not null, rows bigint not null, seconds double not null)`,
  ...audienceTables,
  `create sequence if not exists ledger.load_number`
];

/** Makes the ledger where there is none, and empty raw tables for the kinds without exports. Repairs what a killed run left. */
export async function openLedger(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema if not exists ledger");
  await warehouse.run("create schema if not exists store");
  await reshapeLoads(warehouse);
  for (const sql of tables) await warehouse.run(sql);
  await dropUnkept(warehouse);
  for (const [{name}, sql] of ledgerViews) await warehouse.run(`create or replace view "${name}" as ${sql}`);
  await exposeRaw(warehouse, kindNames);
}

/** Loads whose tables stay: those that count, those that a snapshot retired, and what undoing can bring back. */
const kept = `select load_id from ledger.loads union all select load_id from ledger.past_loads where status = 'retired'
  union all select replaced from (from ledger.loads select replaced union all from ledger.past_loads select replaced where status = 'retired')
  where replaced is not null`;

/** Drops the rows, rejects and rules of loads that neither count nor can be brought back. */
export async function dropUnkept(warehouse: Warehouse): Promise<void> {
  const tables = await warehouse.rows<{name: string}>(
    `select table_name as name from duckdb_tables() where schema_name = 'store' and starts_with(table_name, 'load_')
     and table_name not in (select 'load_' || load_id from (${kept}))`
  );
  for (const {name} of tables) await warehouse.run(`drop table store."${name}"`);
  for (const table of ["rejects", "set_aside"]) {
    await warehouse.run(`delete from ledger.${table} where load_id not in (${kept})`);
  }
}

export const loads = (warehouse: Warehouse): Promise<Load[]> =>
  warehouse.rows<Load>("from ledger.loads order by precedence, load_id");

export const pastLoads = (warehouse: Warehouse): Promise<PastLoad[]> =>
  warehouse.rows<PastLoad>("from ledger.past_loads order by load_id");

/** Files of several parts of which a run that was killed may have loaded some: sources and files. */
export const unfinished = (warehouse: Warehouse): Promise<Pick<Load, "source" | "container">[]> =>
  warehouse.rows("from ledger.unfinished");

/** Points the raw views of kinds at the loads that the ledger holds, each with its rank among them. */
export async function exposeRaw(warehouse: Warehouse, kinds: readonly Kind[]): Promise<void> {
  const all = await loads(warehouse);
  const held = await warehouse.rows<{load: string; name: string}>(
    "select table_name as load, column_name as name from duckdb_columns() where schema_name = 'store' and starts_with(table_name, 'load_')"
  );
  for (const kind of kinds) {
    const present = all.filter((load) => load.kind === kind);
    const fields = columnsOf(contractOf(kind).fields);
    const parts = present.map(({load_id}, i) => {
      // A load from before a field was added to the contract has nothing in it.
      const has = new Set(held.filter(({load}) => load === `load_${load_id}`).map(({name}) => name));
      const columns = fields.map(({name, sql}) =>
        has.has(name) ? `"${name}"` : `cast(null as ${duckdbTypes[sql]}) as "${name}"`
      );
      return `select ${columns.join(", ")}, '${load_id}' as load_id, ${i + 1}::bigint as load_rank, rowid + 1 as load_row from store."load_${load_id}" where problems = 0 and rule = 0`;
    });
    if (!parts.length) {
      const relation = rawRelations.find(({name}) => name === `raw_${kind}`)!;
      await warehouse.run(emptyTableSql(relation, `store."empty_${kind}"`, "create or replace table"));
      parts.push(`select * from store."empty_${kind}"`);
    }
    await warehouse.run(`create or replace view "raw_${kind}" as ${parts.join("\nunion all\n")}`);
  }
}
