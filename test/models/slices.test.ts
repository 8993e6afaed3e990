import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {rawRelations} from "../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import {sliceCount, sliceSql, slicesOf} from "../../models/slices.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {randomRelations} from "./randomRelations.ts";
import {settings} from "./warehouseOf.ts";

const local = (models as readonly Model[]).filter(({shard}) => shard !== undefined);

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
  for (const sql of randomRelations(11, 80).fill) await warehouse.run(sql);
  for (const model of inBuildOrder(local))
    await createRows(model, {warehouse, settings, table: `"${model.name}"`, slices: 1});
});
afterAll(() => warehouse.close());

const count = async (sql: string) => (await warehouse.row<{n: number}>(`select count(*) as n from (${sql})`)).n;

describe("what is local to a customer has the same rows in slices as in one piece", () => {
  it.each(local.map((model) => [model.name, model] as const))("%s", async (name, model) => {
    await createRows(model, {warehouse, settings, table: '"sliced"', slices: 5});
    expect(await count(`from "${name}" except all from sliced`)).toBe(0);
    expect(await count(`from sliced except all from "${name}"`)).toBe(0);
    await warehouse.run("drop table sliced");
  });
});

it("most of these have rows, in more than one slice", async () => {
  const filled = [];
  for (const {name, shard} of local)
    if ((await count(`select distinct left("${shard!}", 3) from "${name}"`)) > 5) filled.push(name);
  expect(filled.length).toBeGreaterThan(0.7 * local.length);
});

it("every customer is in exactly one slice, also one without a key and one whose key is no pseudonym", async () => {
  const keys = ["'C-00AB'", "'C-7FFF'", "'C-80'", "'C-FFFF'", "'plain'", "''", "null"];
  for (const n of [1, 2, 3, 7, 256]) {
    const hits = Array.from({length: n}, (_, k) => `cast(coalesce(${sliceSql("id", k, n)}, false) as integer)`).join(
      " + "
    );
    const rows = await warehouse.rows(
      `select ${hits} as hits from (values ${keys.map((k) => `(${k})`).join(", ")}) t (id)`
    );
    expect(rows.map(({hits}) => hits)).toEqual(keys.map(() => 1));
  }
});

it("slices are as many as rows and memory ask for", async () => {
  expect(sliceCount(0, 2e9)).toBe(1);
  expect(sliceCount(8e6, 2e9)).toBe(1);
  expect(sliceCount(8.1e6, 2e9)).toBe(2);
  expect(sliceCount(80e6, 2e9)).toBe(10);
  expect(sliceCount(1e12, 1e9)).toBe(256);
  const orders = local.find(({name}) => name === "int_customer_orders")!;
  expect(await slicesOf(orders, warehouse)).toBe(1);
});

it("what a killed build left of a sliced table is not taken for it", async () => {
  const model = local.find(({name}) => name === "int_customer_value")!;
  await warehouse.run('create table "again~part" as select 1 as nonsense');
  await createRows(model, {warehouse, settings, table: '"again"', slices: 3});
  expect(await count(`from "${model.name}" except all from again`)).toBe(0);
  expect(await count("select 1 from duckdb_tables() where table_name = 'again~part'")).toBe(0);
});

it("only what is local to a customer is sliced", async () => {
  const whole = (models as readonly Model[]).find(({name}) => name === "int_snapshot")!;
  expect(await slicesOf(whole, warehouse)).toBe(1);
  await createRows(whole, {warehouse, settings, table: '"days"', slices: 4});
  expect(await count("from days except all from int_snapshot")).toBe(0);
});
