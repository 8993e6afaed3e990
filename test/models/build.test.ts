import {afterEach, beforeEach, expect, it} from "vitest";
import {z} from "zod";
import {exposeRaw, openLedger} from "../../ingest/ledger.ts";
import {rawProducts} from "../../ingest/contracts/kinds.ts";
import {build} from "../../models/build.ts";
import {model} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {countRows} from "../../models/sql.ts";
import * as c from "../../warehouse/columns.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {enterLoad} from "./enterLoad.ts";

const title = {en: "", zh: ""};
const settings = {} as Settings;

const names = model({
  name: "stg_names",
  title,
  from: [rawProducts],
  grain: ["product_id"],
  columns: z.strictObject({product_id: c.id("", ""), product_name: c.text("", "").nullable()}),
  query: (db) => db.selectFrom("raw_products").select(["product_id", "product_name"])
});
const size = model({
  name: "int_size",
  title,
  from: [names],
  grain: [],
  columns: z.strictObject({products: c.count("", "")}),
  query: (db) => db.selectFrom("stg_names").select(countRows().as("products"))
});
const mart = model({
  name: "mart_size",
  title,
  from: [size],
  grain: ["products"],
  columns: z.strictObject({products: c.count("", "")}),
  query: (db) => db.selectFrom("int_size").select("products")
});

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
  await openLedger(warehouse);
});
afterEach(() => warehouse.close());

/** Delivers products as a load of the ledger. */
async function deliver(load: string, rows: string): Promise<void> {
  const fields =
    "product_id, product_name, null::varchar as category, null::decimal(18, 4) as list_price, null::decimal(18, 4) as unit_cost";
  await warehouse.run(
    `create table store.load_${load} as select ${fields}, 0::bigint as problems, 0::smallint as rule from (values ${rows}) as t(product_id, product_name)`
  );
  await enterLoad(warehouse, {load_id: load, kind: "products"});
  await exposeRaw(warehouse, ["products"]);
}

const rebuilt = async (...models: Parameters<typeof build>[1]) =>
  (await build(warehouse, models, settings)).filter((m) => m.rebuilt).map(({name}) => name);

it("inputs come first, and what has not changed is not built again", async () => {
  await deliver("1", "('a', 'x')");
  expect(await rebuilt(mart)).toEqual(["stg_names", "int_size", "mart_size"]);
  expect(await rebuilt(mart)).toEqual([]);
});

it("a relation of one row that comes out the same rebuilds nothing after it", async () => {
  await deliver("1", "('a', 'x')");
  await build(warehouse, [mart], settings);
  await warehouse.run("update ledger.loads set sha256 = 'other'");
  expect(await rebuilt(mart)).toEqual(["stg_names", "int_size"]);
});

it("another query or another contract is another model", async () => {
  await deliver("1", "('a', 'x')");
  await build(warehouse, [names], settings);
  const narrower = model({
    name: "stg_names",
    title,
    from: [rawProducts],
    grain: ["product_id"],
    columns: z.strictObject({product_id: c.id("", "")}),
    query: (db) => db.selectFrom("raw_products").select("product_id")
  });
  expect(await rebuilt(narrower)).toEqual(["stg_names"]);
});

it("a row that breaks contract or grain stops the build, and the last good marts stay", async () => {
  await deliver("1", "('a', 'x')");
  await build(warehouse, [mart], settings);
  await deliver("2", "('a', 'y'), ('b', 'z')");
  await expect(build(warehouse, [mart], settings)).rejects.toThrow(
    "build: stg_names: duplicate grain (a) in 2 rows; the last good marts stay in place"
  );
  expect(await warehouse.rows("from mart_size")).toEqual([{products: 1}]);
  await deliver("3", "('', 'empty key')");
  await expect(build(warehouse, [names], settings)).rejects.toThrow(
    /stg_names: invalid row: product_id is an empty text in 1 of 4 rows/
  );
});

it("a build that was killed before it was published changes nothing, and the next one goes on", async () => {
  await deliver("1", "('a', 'x')");
  await build(warehouse, [mart], settings);
  await deliver("2", "('b', 'y')");
  const stop = () => {
    throw new Error("killed");
  };
  const progress = (step: string) => void (step === "publish marts" && stop());
  await expect(build(warehouse, [mart], settings, {progress})).rejects.toThrow("killed");
  expect(await warehouse.rows("from mart_size")).toEqual([{products: 1}]);
  // What one leaves that is killed in a slice, or while it takes rows over, and whose exports have changed since.
  await warehouse.run(
    `create table store."int_local@old~part" as select 1 as one; create table store."int_local~new" as select 1 as one`
  );
  await build(warehouse, [mart], settings);
  expect(await warehouse.rows("from mart_size")).toEqual([{products: 2}]);
  expect(await warehouse.rows("select 1 from duckdb_tables() where contains(table_name, '~')")).toEqual([]);
  const tables = await warehouse.rows("select table_name from duckdb_tables() where contains(table_name, '@')");
  expect(tables.length).toBe(3);
});

it("slices as the operator asks for them, whose number rebuilds nothing", async () => {
  const local = model({
    name: "int_local",
    title,
    from: [names],
    grain: ["product_id"],
    shard: "product_id",
    columns: z.strictObject({product_id: c.id("", "")}),
    query: (db) => db.selectFrom("stg_names").select("product_id")
  });
  await deliver("1", "('C-01', 'x'), ('C-77', 'y'), ('C-FF', 'z'), ('other', 'w')");
  await build(warehouse, [local], settings, {slices: 3});
  expect(await warehouse.rows("select product_id from int_local order by 1")).toEqual(
    ["C-01", "C-77", "C-FF", "other"].map((product_id) => ({product_id}))
  );
  const again = await build(warehouse, [local], settings, {slices: 2});
  expect(again.filter((one) => one.rebuilt)).toEqual([]);
  const parts = await warehouse.rows("select 1 from duckdb_tables() where contains(table_name, '~part')");
  expect(parts).toEqual([]);
});

it("a model that is gone leaves with its table and its view", async () => {
  await deliver("1", "('a', 'x')");
  await build(warehouse, [mart], settings);
  await build(warehouse, [names], settings);
  expect(
    await warehouse.rows(
      "select view_name from duckdb_views() where view_name in ('mart_size', 'int_size', 'stg_names')"
    )
  ).toEqual([{view_name: "stg_names"}]);
});
