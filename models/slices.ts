import {columnsOf} from "../warehouse/columns.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Model} from "./model.ts";

/** Rows of inputs that one slice may read for each GB of the engine's memory: joins and windows over so many do not spill. */
const rowsPerGigabyte = 4e6;
/** Two hexadecimal digits of a pseudonym tell slices apart. */
const mostSlices = 256;

/** How many slices a model is built in, by the rows of its inputs that are of customers and the engine's memory in bytes. */
export const sliceCount = (rows: number, memory: number): number =>
  Math.min(mostSlices, Math.max(1, Math.ceil(rows / (rowsPerGigabyte * (memory / 1e9)))));

/** SQL that holds for the customers of slice k of n: a range of their pseudonyms, whose digits are even; whoever has none is in the first. */
export function sliceSql(column: string, k: number, n: number): string {
  const digits = (i: number) =>
    Math.floor((i * mostSlices) / n)
      .toString(16)
      .toUpperCase()
      .padStart(2, "0");
  const from = k > 0 && `"${column}" >= 'C-${digits(k)}'`;
  const to = k < n - 1 && `"${column}" < 'C-${digits(k + 1)}'`;
  const within = [from, to].filter(Boolean).join(" and ") || "true";
  return k === 0 ? `("${column}" is null or ${within})` : within;
}

/**
 * Creates the table of a model that is local to a customer in slices of customers, so that memory follows the slice, not the base.
 *
 * Each slice sees views of the inputs with its customers alone; the rows are those of the whole build. A table appears under its name when all of
 * them are there: a killed build leaves a part under another name, which the next one drops.
 */
export async function createSliced(
  model: Model,
  sql: string,
  {warehouse, table, slices}: {warehouse: Warehouse; table: string; slices: number}
): Promise<void> {
  const {shard} = model;
  if (!shard) throw new Error(`invalid model ${model.name}: only what is local to a customer can be sliced`);
  const path = await searchPath(warehouse);
  const whole = table.includes(".") ? table : `"${path.split(",")[0]!}".${table}`;
  const part = whole.replace(/"$/, '~part"');
  const inputs = await slicedInputs(model, shard, warehouse);
  await warehouse.run(`drop table if exists ${part}; create schema if not exists slice`);
  try {
    await warehouse.run(`set search_path = 'slice,${path}'`);
    for (let k = 0; k < slices; k++) {
      for (const {name, schema} of inputs)
        await warehouse.run(
          `create or replace view slice."${name}" as from "${schema}"."${name}" where ${sliceSql(shard, k, slices)}`
        );
      const rows = `select * from (${sql}) where ${sliceSql(shard, k, slices)}`;
      await warehouse.run(k === 0 ? `create table ${part} as ${rows}` : `insert into ${part} ${rows}`);
    }
  } finally {
    await warehouse.run(`set search_path = '${path}'`);
    await warehouse.run("drop schema if exists slice cascade");
  }
  await warehouse.run(
    `drop table if exists ${whole}; alter table ${part} rename to ${whole.slice(whole.indexOf(".") + 1)}`
  );
}

/** How many slices pay for a model, by its inputs and the engine's memory; one where it is not local to a customer. */
export async function slicesOf(model: Model, warehouse: Warehouse): Promise<number> {
  if (!model.shard) return 1;
  let rows = 0;
  for (const {name, schema} of await slicedInputs(model, model.shard, warehouse))
    rows += (await warehouse.row<{n: number}>(`select count(*) as n from "${schema}"."${name}"`)).n;
  return sliceCount(rows, await memoryOf(warehouse));
}

/** Inputs that have the column of the customer, and the schema in which the search path finds them. */
async function slicedInputs(model: Model, shard: string, warehouse: Warehouse) {
  const path = await searchPath(warehouse);
  const found: {name: string; schema: string}[] = [];
  for (const {name, columns} of model.from) {
    if (!columnsOf(columns).some((column) => column.name === shard)) continue;
    const [first] = await warehouse.rows<{schema: string}>(
      `select table_schema as schema from information_schema.tables
       where table_name = $1 and list_contains(string_split($2, ','), table_schema)
       order by list_position(string_split($2, ','), table_schema) limit 1`,
      [name, path]
    );
    if (!first) throw new Error(`unknown input ${name} of ${model.name}`);
    found.push({name, schema: first.schema});
  }
  return found;
}

/** Schemas in which the engine looks for tables, first to last, joined by commas. */
const searchPath = async (warehouse: Warehouse): Promise<string> =>
  (await warehouse.row<{path: string}>("select current_setting('search_path') as path")).path || "main";

/** The engine's memory limit in bytes. */
async function memoryOf(warehouse: Warehouse): Promise<number> {
  const {limit} = await warehouse.row<{limit: string}>("select current_setting('memory_limit') as \"limit\"");
  const [, number, unit] = /^([\d.]+)\s*(\w+)$/.exec(limit) ?? [];
  const power = {KiB: 1, MiB: 2, GiB: 3, TiB: 4}[unit ?? ""];
  if (power === undefined) throw new Error(`unknown memory limit ${limit}`);
  return Number(number) * 1024 ** power;
}
