import {subscribe, unsubscribe} from "node:diagnostics_channel";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  rawActivities,
  rawConsents,
  rawCustomers,
  rawFeedback,
  rawLoyaltyLedger,
  rawOrders,
  rawRefunds,
  rawRelations,
  rawTickets,
  rawTouches
} from "../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../models/compile.ts";
import {createSliced, slicesChannel, type Sliced} from "../../models/createSliced.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import {cellRanges, cells, isLocal, sliceCount, sliceSql} from "../../models/slices.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {randomRelations} from "./randomRelations.ts";
import {insert, settings} from "./warehouseOf.ts";

const local = (models as readonly Model[]).filter(({shard}) => shard !== undefined);

/** People each of whom once names the e-mail, the order or the ticket of somebody else. */
const crossed = 30;

function crossedRows(): string[] {
  const people = Array.from({length: crossed}, (_, i) => ({
    customer_key: `p${i}`,
    email: `p${i}@post.example`,
    given_name: `Given${"abcdef"[i % 6]!}${"ghijk"[Math.floor(i / 6)]!}`,
    family_name: `Family${"lmnopq"[i % 6]!}${"rstuv"[Math.floor(i / 6)]!}`,
    birth_date: `${1950 + i}-0${1 + (i % 9)}-1${i % 9}`
  }));
  const each = <T>(row: (of: {customer_key: string; email: string}, of_other: string, i: number) => T) =>
    people.map(({customer_key}, i) => {
      const other = (i + 7) % crossed;
      return row({customer_key, email: people[other]!.email}, `own${other}`, i);
    });
  const at = "2025-03-04";
  return [
    insert(rawCustomers, people, "000009"),
    insert(
      rawOrders,
      [
        ...people.map(({customer_key, email}, i) => ({order_id: `own${i}`, customer_key, email})),
        ...each((of, _, i) => ({...of, order_id: `other${i}`}))
      ].map((order) => ({...order, ordered_at: at, total: 5})),
      "000009"
    ),
    insert(
      rawRefunds,
      each((of, order_id, i) => ({...of, order_id, refund_id: `own${i}`, refunded_at: at, amount: 1})),
      "000009"
    ),
    insert(
      rawLoyaltyLedger,
      each((of, order_id, i) => ({
        ...of,
        order_id,
        entry_id: `own${i}`,
        happened_at: at,
        entry_type: "earn",
        points: 5
      })),
      "000009"
    ),
    insert(
      rawTickets,
      each((of, _, i) => ({...of, ticket_id: `own${i}`, opened_at: at})),
      "000009"
    ),
    insert(
      rawActivities,
      each((of, ticket_id, i) => ({...of, ticket_id, activity_id: `own${i}`, activity_type: "call", happened_at: at})),
      "000009"
    ),
    insert(
      rawFeedback,
      each((of, _, i) => ({...of, response_id: `own${i}`, answered_at: at, instrument: "nps", score: 3})),
      "000009"
    ),
    insert(
      rawConsents,
      each((of) => ({...of, channel: "email", is_granted: true, recorded_at: at})),
      "000009"
    ),
    insert(
      rawTouches,
      each((of) => ({...of, campaign_id: "m0", touched_at: at})),
      "000009"
    )
  ];
}

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
  for (const sql of [...randomRelations(11, 80).fill, ...crossedRows()]) await warehouse.run(sql);
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
  for (const n of [1, 2, 3, 7, 256, 4096]) {
    const hits = Array.from({length: n}, (_, k) => `cast(coalesce(${sliceSql("id", k, n)}, false) as integer)`);
    const rows = await warehouse.rows(
      `select list_sum([${hits.join(", ")}]) as hits from (values ${keys.map((k) => `(${k})`).join(", ")}) t (id)`
    );
    expect(rows.map(({hits}) => hits)).toEqual(keys.map(() => 1));
  }
});

it("slices are as many as rows and memory ask for", async () => {
  expect(sliceCount(0, 2e9)).toBe(1);
  expect(sliceCount(8e6, 2e9)).toBe(1);
  expect(sliceCount(8.1e6, 2e9)).toBe(2);
  expect(sliceCount(80e6, 2e9)).toBe(10);
  expect(sliceCount(1e12, 1e9)).toBe(cells);
});

it("what is left after a first slice is cut into slices without a gap", () => {
  for (const [from, n] of [
    [0, 1],
    [64, 7],
    [4095, 3]
  ] as const) {
    const ranges = cellRanges(from, n);
    expect(ranges[0]![0]).toBe(from);
    expect(ranges.at(-1)![1]).toBe(cells);
    ranges.slice(1).forEach(([start], i) => expect(start).toBe(ranges[i]![1]));
  }
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
  await createRows(whole, {warehouse, settings, table: '"days"', slices: 4});
  expect(await count("from days except all from int_snapshot")).toBe(0);
  await expect(createSliced(whole, "select 1", {warehouse, table: '"never"'})).rejects.toThrow("int_snapshot");
});

it("an order that names the key of one customer and the e-mail of another is of one customer", async () => {
  const ordered = local.find(({name}) => name === "int_customer_orders")!;
  await createRows(ordered, {warehouse, settings, table: '"ordered"', slices: 7});
  expect(await count("select distinct customer_id from ordered where starts_with(order_id, 'own')")).toBe(crossed);
  expect(await count("from ordered where starts_with(order_id, 'other')")).toBe(crossed);
});

it("a slice has its own part of what is local to a customer, and all of what says whom a key is of", () => {
  const {from} = local.find(({name}) => name === "int_customer_orders")!;
  expect(from.filter((input) => isLocal(input, "customer_id"))).toEqual([]);
  const {from: read} = local.find(({name}) => name === "int_customer_snapshot")!;
  expect(read.filter((input) => isLocal(input, "customer_id")).map(({name}) => name)).toEqual(["int_customer_orders"]);
});

it("a model that makes more rows than it reads is built in slices of what it makes", async () => {
  const dir = mkdtempSync(join(tmpdir(), "perennial-slices-"));
  const small = await Warehouse.open(join(dir, "small.duckdb"), {memory: "50MB", temp: join(dir, "spill")});
  const told: Sliced[] = [];
  const hear = (message: unknown) => told.push(message as Sliced);
  subscribe(slicesChannel, hear);
  try {
    const find = (name: string) => (models as readonly Model[]).find((model) => model.name === name)!;
    const [orders, snapshots, made] = ["int_customer_orders", "int_snapshot", "int_customer_snapshot"].map(find);
    await small.run(emptyTableSql(orders!));
    await small.run(emptyTableSql(snapshots!));
    await small.run(`insert into int_customer_orders by name select 'o' || i as order_id, 'C-' || upper(left(md5(cast(i as varchar)), 12)) as customer_id,
      timestamp '2025-01-01' as ordered_at, date '2025-01-01' as ordered_on, date '2025-01-01' as order_month, false as is_cancelled, 1 as units,
      5 as net_revenue, 0 as refunded, true as is_first, true as is_first_of_day, true as is_first_of_month from range(20000) as t (i)`);
    await small.run(`insert into int_snapshot by name select date '2025-02-01' + cast(i as integer) as snapshot_on, date '2025-06-01' as horizon_on,
      true as is_horizon_closed from range(25) as t (i)`);
    await createRows(made!, {warehouse: small, settings, table: '"sliced"'});
    await small.run("set memory_limit = '1GB'");
    await createRows(made!, {warehouse: small, settings, table: '"whole"', slices: 1});
    const [{n}] = (await small.rows("select count(*) as n from sliced")) as [{n: number}];
    expect(n).toBe(500_000);
    expect(await small.rows("from sliced except all from whole")).toEqual([]);
    expect(told).toEqual([{model: "int_customer_snapshot", slices: 3}]);
  } finally {
    unsubscribe(slicesChannel, hear);
    small.close();
    rmSync(dir, {recursive: true});
  }
});
