import {z} from "zod";
import {rawProducts} from "../../ingest/contracts/kinds.ts";
import {exposeRaw} from "../../ingest/ledger.ts";
import {model, type Model} from "../../models/model.ts";
import {countRows, sum} from "../../models/sql.ts";
import * as c from "../../warehouse/columns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {enterLoad} from "../models/enterLoad.ts";

const title = {en: "", zh: ""};
const customer = () => c.id("", "");

/** Of every kind one: read from a raw table, made by a procedure, local to a customer, of all customers, in one row. */
export const staged = model({
  name: "stg_thing",
  title,
  from: [rawProducts],
  grain: ["thing_id"],
  columns: z.strictObject({thing_id: c.id("", ""), thing_name: c.text("", "").nullable()}),
  query: (db) => db.selectFrom("raw_products").select(["product_id as thing_id", "product_name as thing_name"])
});

/** What a procedure remembers from build to build, and what decides its rows. */
export const memory = {salt: ""};

/** Things are customers', whose pseudonyms are spread over all slices. */
export const owned = model({
  name: "int_owned",
  title,
  from: [staged],
  grain: ["thing_id"],
  columns: z.strictObject({thing_id: c.id("", ""), customer_id: customer()}),
  procedure: {
    version: () => 1,
    make: async ({warehouse, table}) =>
      warehouse.run(`create or replace table ${table} as
        select thing_id, 'C-' || upper(left(md5(coalesce(thing_name, '') || '${memory.salt}'), 12)) as customer_id from stg_thing`)
  }
});

export const counted = model({
  name: "int_counted",
  title,
  from: [owned],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({customer_id: customer(), things: c.count("", "")}),
  query: (db) =>
    db
      .selectFrom("int_owned")
      .groupBy("customer_id")
      .select(["customer_id", countRows().as("things")])
});

export const total = model({
  name: "int_total",
  title,
  from: [counted],
  grain: [],
  columns: z.strictObject({customers: c.count("", ""), things: c.count("", "")}),
  query: (db) =>
    db
      .selectFrom("int_counted")
      .select(({ref}) => [countRows().as("customers"), sum(ref("things")).$castTo<number>().as("things")])
});

export const mart = model({
  name: "mart_counted",
  title,
  from: [counted, total],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({customer_id: customer(), things: c.count("", ""), all_things: c.count("", "")}),
  query: (db) =>
    db
      .selectFrom(["int_counted", "int_total"])
      .select(["customer_id", "int_counted.things", "int_total.things as all_things"])
});

/** All of them, inputs first. */
export const tinyModels = [staged, owned, counted, total, mart] as readonly Model[];

/** Loads things 1 to n, of which every seventh has the owner of another. */
export async function deliverThings(warehouse: Warehouse, load: string, n: number): Promise<void> {
  await warehouse.run(`create table store.load_${load} as
    select 'thing ' || i as product_id, 'owner ' || (i - i % 7) || case when i % 7 = 0 then '' else '.' || i end as product_name,
      null::varchar as category, null::decimal(18, 4) as list_price, null::decimal(18, 4) as unit_cost, 0::bigint as problems,
      0::smallint as rule
    from range(1, ${n + 1}) as t (i)`);
  await enterLoad(warehouse, {load_id: load, kind: "products"});
  await exposeRaw(warehouse, ["products"]);
}
