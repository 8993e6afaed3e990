import {channel} from "node:diagnostics_channel";
import {listValue} from "@duckdb/node-api";
import type {Relation} from "../warehouse/relation.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Model} from "./model.ts";
import {cellRanges, cells, cellsSql, isLocal, sliceCount} from "./slices.ts";

/** What is published of each model that was built in slices, for who wants to measure. */
export interface Sliced {
  model: string;
  slices: number;
}
export const slicesChannel = "perennial:slices";
const told = channel(slicesChannel);

/** A model whose inputs would fill less than this share of the memory is built in one piece, whatever comes out: no fan-out is wider. */
const widestFanOut = 32;
/** Least share of the customers that a first slice tells the rows of all from. */
const probes = 64;

interface Slicing {
  warehouse: Warehouse;
  table: string;
  /** By the rows and the engine's memory when absent. */
  slices?: number;
}

/**
 * Creates the table of a model that is local to a customer, where it is large in slices of customers, so that memory follows the slice, not the base.
 *
 * Each slice sees views of the inputs with its customers alone; the rows are those of the whole build. Without a number of slices a small first
 * one shows how many rows come out, and the rest follows in as many as rows in and out ask for. A table appears under its name when all of
 * them are there, and one that is there stays: a killed build leaves a part under another name, which the next one drops.
 */
export async function createSliced(model: Model, sql: string, {warehouse, table, slices}: Slicing): Promise<void> {
  const {shard} = model;
  if (!shard) throw new Error(`invalid model ${model.name}: only what is local to a customer can be sliced`);
  const path = await searchPath(warehouse);
  const inputs = await inputsOf(model, warehouse, path);
  const local = inputs.filter(({relation}) => isLocal(relation, shard));
  const needed = slices === undefined ? await need(inputs, local, warehouse) : {first: 0, rest: () => slices};
  if (!needed.first && needed.rest(0) === 1) return warehouse.run(`create table if not exists ${table} as ${sql}`);
  if (await isThere(table, warehouse)) return;
  const whole = table.includes(".") ? table : `"${path.split(",")[0]!}".${table}`;
  const part = whole.replace(/"$/, '~part"');
  const build = async ([from, to]: [number, number]) => {
    const within = cellsSql(shard, from, to);
    for (const {relation, schema} of local)
      await warehouse.run(
        `create or replace view slice."${relation.name}" as from "${schema}"."${relation.name}" where ${within}`
      );
    const made = `select * from (${sql}) where ${within}`;
    await warehouse.run(from === 0 ? `create table ${part} as ${made}` : `insert into ${part} ${made}`);
  };
  await warehouse.run(`drop table if exists ${part}; create schema if not exists slice`);
  let ranges: [number, number][];
  try {
    await warehouse.run(`set search_path = 'slice,${path}'`);
    if (needed.first) await build([0, needed.first]);
    const made = needed.first ? await count(warehouse, part) : 0;
    ranges = cellRanges(needed.first, needed.rest(made));
    for (const range of ranges) await build(range);
  } finally {
    await warehouse.run(`set search_path = '${path}'`);
    await warehouse.run("drop schema if exists slice cascade");
  }
  await warehouse.run(`alter table ${part} rename to ${whole.slice(whole.indexOf(".") + 1)}`);
  told.publish({model: model.name, slices: ranges.length} satisfies Sliced);
}

/**
 * How many cells to begin with, 0 where rows in alone decide, and in how many slices the rest follows by the rows that came of them. Inputs that are not
 * local are read anew in each slice, so that a first one would cost as much as all.
 */
async function need(inputs: readonly Input[], local: readonly Input[], warehouse: Warehouse) {
  const memory = await memoryOf(warehouse);
  let [rows, ofCustomers] = [0, 0];
  for (const input of inputs) {
    const n = await count(warehouse, `"${input.schema}"."${input.relation.name}"`);
    rows += n;
    if (local.includes(input)) ofCustomers += n;
  }
  const least = sliceCount(rows, memory);
  if (sliceCount(rows * widestFanOut, memory) === 1 || 2 * ofCustomers < rows) return {first: 0, rest: () => least};
  const first = Math.floor(cells / Math.max(probes, 4 * least));
  return {first, rest: (made: number) => sliceCount(Math.max(rows, made * (cells / first)), memory)};
}

interface Input {
  relation: Relation;
  schema: string;
}

/** Inputs, each with the schema in which the search path finds it. */
async function inputsOf(model: Model, warehouse: Warehouse, path: string): Promise<Input[]> {
  const found = await warehouse.rows<{name: string; schema: string}>(
    `with known as (
       select table_name as name, schema_name as schema from duckdb_tables() union all select view_name, schema_name from duckdb_views()),
     placed as (select *, list_position(string_split($2, ','), schema) as place from known where list_contains($1, name))
     select name, arg_min(schema, place) as schema from placed where place > 0 group by name`,
    [listValue(model.from.map(({name}) => name)), path]
  );
  const schemas = new Map(found.map(({name, schema}) => [name, schema]));
  return model.from.map((relation) => {
    const schema = schemas.get(relation.name);
    if (!schema) throw new Error(`unknown input ${relation.name} of ${model.name}`);
    return {relation, schema};
  });
}

async function isThere(table: string, warehouse: Warehouse): Promise<boolean> {
  const [name, schema] = table.replaceAll('"', "").split(".").reverse();
  const found = await warehouse.rows(
    "select 1 from duckdb_tables() where table_name = $1 and (schema_name = $2 or list_contains(string_split(current_setting('search_path'), ','), schema_name) and $2 is null)",
    [name!, schema ?? null]
  );
  return found.length > 0;
}

const count = async (warehouse: Warehouse, table: string): Promise<number> =>
  (await warehouse.row<{n: number}>(`select count(*) as n from ${table}`)).n;

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
