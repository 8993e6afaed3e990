import {createHash} from "node:crypto";
import {UserError, messageOf} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Relation} from "../warehouse/relation.ts";
import {columnsOf} from "../warehouse/columns.ts";
import {createRows, inBuildOrder, selectSql} from "./compile.ts";
import {contractFailures} from "./contractChecks.ts";
import type {Model, Step} from "./model.ts";
import type {Settings} from "./settings.ts";

export interface BuiltModel {
  name: string;
  rows: number;
  seconds: number;
  /** False where nothing that it depends on has changed. */
  rebuilt: boolean;
}

export interface BuildOptions {
  progress?: (step: string, done: number, total: number) => void;
  /** In how many slices models are built that are local to a customer; by rows and memory when absent. */
  slices?: number;
}

/**
 * Builds the models whose query or inputs have changed, checks contract and grain on the real rows, and then makes all of them
 * visible in one transaction.
 *
 * A table of the store is named after its fingerprint: what is already there is not built again, a killed build goes on where it
 * stopped, and readers see either the last good set of marts or the new one. Throws a UserError where a check fails.
 */
export async function build(
  warehouse: Warehouse,
  models: readonly Model[],
  settings: Settings,
  {progress = () => undefined, slices}: BuildOptions = {}
): Promise<BuiltModel[]> {
  await warehouse.run("drop schema if exists next cascade");
  await warehouse.run("create schema next");
  const known = await knownModels(warehouse);
  const prints = await sourcePrints(warehouse);
  const plan = inBuildOrder(models);
  const built: (BuiltModel & {table: string; print: string})[] = [];
  await warehouse.run("set search_path = 'next,main'");
  try {
    for (const [i, model] of plan.entries()) {
      progress(`build ${model.name}`, i, plan.length);
      const print = fingerprint(model, await sayingOf(model, warehouse, settings), prints);
      const table = `${model.name}@${print}`;
      const started = performance.now();
      const before = known.get(model.name);
      if (before?.print !== print) {
        await create(model, {warehouse, settings, table: `store."${table}"`, slices});
        await refuseBadRows(warehouse, model, table);
      }
      await warehouse.run(`create or replace view next."${model.name}" as from store."${table}"`);
      const rows =
        before?.print === print
          ? before.rows
          : (await warehouse.row<{n: number}>(`select count(*) as n from store."${table}"`)).n;
      prints.set(model.name, await outputPrint(warehouse, model, table, print));
      built.push({
        name: model.name,
        rows,
        seconds: (performance.now() - started) / 1000,
        rebuilt: before?.print !== print,
        table,
        print
      });
    }
  } finally {
    await warehouse.run("set search_path = 'main'");
  }
  progress("publish marts", plan.length, plan.length);
  await publish(warehouse, built);
  return built.map(({name, rows, seconds, rebuilt}) => ({name, rows, seconds, rebuilt}));
}

/** How DuckDB says that a value does not fit a decimal. */
const isTooLarge =
  /to type DECIMAL\(\d+,\d+\) failed: value is out of range|Overflow in \w+ of DECIMAL|Overflow in HUGEINT/i;

async function create(model: Model, step: Step & {slices?: number}): Promise<void> {
  try {
    await createRows(model, step);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const message = messageOf(error);
    throw isTooLarge.test(message)
      ? new UserError(
          `build: ${model.name}: an amount has more than 14 digits before the point: ${message.split("\n")[0]}; ` +
            "look for a barcode or a key among quantities and prices; the last good marts stay in place"
        )
      : new Error(`build: ${model.name}: ${message}`, {cause: error});
  }
}

async function refuseBadRows(warehouse: Warehouse, model: Model, table: string): Promise<void> {
  const failures = await contractFailures(warehouse, model, `store."${table}"`);
  if (!failures.length) return;
  await warehouse.run(`drop table store."${table}"`);
  throw new UserError(
    failures.map((failure) => `build: ${model.name}: ${failure}; the last good marts stay in place`).join("\n")
  );
}

/** What a model's rows come from besides its inputs: its statement, or what decides its procedure. */
async function sayingOf(model: Model, warehouse: Warehouse, settings: Settings): Promise<string> {
  const {procedure} = model;
  if (!procedure) return selectSql(model, settings);
  return JSON.stringify([procedure.version(settings), (await procedure.state?.(warehouse)) ?? ""]);
}

/** Identity of a model's content: what it says, its contract, and what it reads. */
function fingerprint(model: Model, saying: string, prints: ReadonlyMap<string, string>): string {
  const inputs = model.from.map(({name}) => prints.get(name) ?? missing(model, name));
  const contract = columnsOf(model.columns).map(({name, sql: type, nullable}) => [name, type, nullable]);
  return hash([saying, contract, model.grain, inputs]);
}

const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

function missing(model: Relation, name: string): never {
  throw new Error(`unknown input ${name} of ${model.name}`);
}

/** What dependents see of a model: a relation of one row counts by its content, so that an unchanged answer rebuilds nothing. */
async function outputPrint(warehouse: Warehouse, model: Model, table: string, print: string): Promise<string> {
  return model.grain.length ? print : hash(await warehouse.rows(`select * from store."${table}"`));
}

/** Raw tables are identified by the loads that they hold, the ledger by which load is of which source. */
async function sourcePrints(warehouse: Warehouse): Promise<Map<string, string>> {
  const rows = await warehouse.rows<{kind: string; loads: string}>(
    "select kind, string_agg(load_id || ':' || sha256 || ':' || mapping, ',' order by precedence, load_id) as loads from ledger.loads group by kind"
  );
  const raw = await warehouse.rows<{name: string}>(
    "select view_name as name from duckdb_views() where starts_with(view_name, 'raw_')"
  );
  const {loads} = await warehouse.row<{loads: string | null}>(
    "select string_agg(load_id || ':' || source, ',' order by load_id) as loads from ledger.loads"
  );
  const {sent} = await warehouse.row<{sent: string | null}>(
    "select string_agg(sent_id, ',' order by sent_id) as sent from ledger.audience_sent"
  );
  return new Map([
    ["ledger_loads", hash(loads)],
    ["ledger_audience_members", hash(sent)],
    ...raw.map(({name}): [string, string] => [name, hash(rows.find(({kind}) => `raw_${kind}` === name)?.loads ?? "")])
  ]);
}

async function knownModels(warehouse: Warehouse): Promise<Map<string, {print: string; rows: number}>> {
  const rows = await warehouse.rows<{name: string; fingerprint: string; rows: number}>(
    `select name, fingerprint, rows from ledger.models
     where name || '@' || fingerprint in (select table_name from duckdb_tables() where schema_name = 'store')`
  );
  return new Map(rows.map(({name, fingerprint: print, rows}) => [name, {print, rows}]));
}

async function publish(
  warehouse: Warehouse,
  built: readonly (BuiltModel & {table: string; print: string})[]
): Promise<void> {
  await warehouse.transaction(async () => {
    for (const {name, table, print, rows, seconds, rebuilt} of built) {
      if (!rebuilt) continue;
      await warehouse.run(`create or replace view main."${name}" as from store."${table}"`);
      await warehouse.connection.run("insert or replace into ledger.models values ($1, $2, $3, $4)", [
        name,
        print,
        rows,
        seconds
      ]);
    }
    await warehouse.run("drop schema next cascade");
  });
  const current = new Set(built.map(({table}) => table));
  const tables = await warehouse.rows<{name: string}>(
    "select table_name as name from duckdb_tables() where schema_name = 'store' and contains(table_name, '@')"
  );
  for (const {name} of tables) if (!current.has(name)) await warehouse.run(`drop table store."${name}"`);
  const views = await warehouse.rows<{name: string}>("select name from ledger.models");
  for (const {name} of views) {
    if (built.some((model) => model.name === name)) continue;
    await warehouse.run(`drop view if exists main."${name}"`);
    await warehouse.connection.run("delete from ledger.models where name = $1", [name]);
  }
  await warehouse.run("checkpoint");
}
