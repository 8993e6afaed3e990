import {beforeAll, describe, expect, it} from "vitest";
import {rawOrders} from "../../ingest/contracts/kinds.ts";
import {abcClasses} from "../../models/marts/abcClass.ts";
import {martAbc} from "../../models/marts/mart_abc.ts";
import {martAbcClass} from "../../models/marts/mart_abc_class.ts";
import {martAbcMove} from "../../models/marts/mart_abc_move.ts";
import {martPareto} from "../../models/marts/mart_pareto.ts";
import type {Settings} from "../../models/settings.ts";
import {cents, histories, lastDay, snapshotDays} from "./oracle.ts";
import {isoDay, randomCompany, zone, type Company} from "./randomCompany.ts";
import {usual} from "./retention.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

type Abc = Settings["abc"];

/** Classes of so much revenue each, best first. */
async function classesOf(revenue: readonly number[], abc: Abc = usual.abc) {
  const orders = revenue.map((total, i) => ({
    order_id: `o${i}`,
    customer_key: `c${i}`,
    ordered_at: "2026-01-05 12:00:00",
    total
  }));
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {abc}, [martAbc, martPareto]);
  const rows = await warehouse.rows("select abc_class from mart_abc order by revenue_rank");
  return {classes: rows.map(({abc_class}) => abc_class as string), warehouse};
}

/** Classes by brute force, in whole cents, so that a share is compared without rounding. */
function bruteClasses(company: Company, day: number, {aPlus, aMiddle, a, b}: Abc, idOf: Map<number, string>) {
  const customers = [...histories(company)]
    .map(([customer, orders]) => ({id: idOf.get(customer)!, orders: orders.filter((order) => order.day <= day)}))
    .filter(({orders}) => orders.length)
    .map(({id, orders}) => ({id, revenue: cents(orders)}))
    .sort((one, other) => other.revenue - one.revenue || (one.id < other.id ? -1 : 1));
  const total = customers.reduce((sum, {revenue}) => sum + Math.max(0, revenue), 0);
  let before = 0;
  return new Map(
    customers.map(({id, revenue}) => {
      const ends = [aPlus, aMiddle, a, b].filter((share) => before / total >= share).length;
      before += Math.max(0, revenue);
      return [id, {revenue, abc_class: revenue > 0 ? abcClasses[ends]! : "C"}];
    })
  );
}

describe("ABC classes", () => {
  it("end where the configuration says", async () => {
    const abc = {a: 0.6, b: 0.7, aPlus: 0.1, aMiddle: 0.3};
    expect((await classesOf([20, 20, 20, 10, 10, 10, 10], abc)).classes).toEqual(["A+", "A", "A-", "B", "C", "C", "C"]);
  });

  it("of one customer is A+, of customers without revenue C, and nothing is divided by it", async () => {
    expect((await classesOf([50])).classes).toEqual(["A+"]);
    const {classes, warehouse} = await classesOf([0, -5, 0]);
    expect(classes).toEqual(["C", "C", "C"]);
    expect(await warehouse.rows("select distinct gini, revenue_share from mart_pareto")).toEqual([
      {gini: null, revenue_share: 0}
    ]);
  });

  it("of equal customers follow the order of their keys, and nobody holds more than another", async () => {
    const {classes, warehouse} = await classesOf(Array.from({length: 20}, () => 7));
    expect(classes.map((name) => abcClasses.indexOf(name as "A"))).toEqual(
      Array.from({length: 20}, (_, i) => [0.2, 0.5, 0.8, 0.95].filter((share) => i / 20 >= share).length)
    );
    expect((await warehouse.row("select distinct gini from mart_pareto")).gini).toBe(0);
  });

  it("whoever got back more than was paid is C, and takes nothing from the others' shares", async () => {
    expect((await classesOf([50, 30, 20, -100])).classes).toEqual(["A+", "A-", "B", "C"]);
  });
});

describe.each([
  [1, usual.abc],
  [2, {a: 0.7, b: 0.9, aPlus: 0.15, aMiddle: 0.45}]
])("the classes of random company %i against brute force", (seed, abc) => {
  const company = randomCompany(seed);
  let warehouse: ModelledWarehouse;
  let idOf: Map<number, string>;

  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(company.fill, {zone, abc}, [martAbc, martAbcClass, martAbcMove]);
    const keys = await warehouse.rows(
      "select source_key, customer_id from int_customer_keys where source_key like 'a%'"
    );
    idOf = new Map(keys.map(({source_key, customer_id}) => [Number(source_key.slice(1)), String(customer_id)]));
  });

  it("are those of today", async () => {
    const expected = bruteClasses(company, lastDay(company), abc, idOf);
    const rows = await warehouse.rows("select customer_id, abc_class from mart_abc");
    expect(rows).toHaveLength(expected.size);
    for (const {customer_id, abc_class} of rows) expect(abc_class).toBe(expected.get(customer_id)!.abc_class);
  });

  it("moved as the orders of the year say, and the moves sum to today's classes", async () => {
    const first = Math.min(...[...histories(company).values()].map((orders) => orders[0]!.day));
    const day = snapshotDays(lastDay(company), 12, first)[12]!;
    const [then, now] = [bruteClasses(company, day, abc, idOf), bruteClasses(company, lastDay(company), abc, idOf)];
    const expected = new Map<string, number[]>();
    for (const [id, {revenue, abc_class}] of now) {
      const move = `${then.get(id)?.abc_class ?? "new"} ${abc_class}`;
      const [n = 0, before = 0, after = 0] = expected.get(move) ?? [];
      expected.set(move, [n + 1, before + (then.get(id)?.revenue ?? 0), after + revenue]);
    }
    const rows = await warehouse.rows("select * from mart_abc_move");
    const money = (value: number) => Math.round(value * 100);
    const found = rows.map((row): [string, number[]] => [
      `${row.from_class} ${row.to_class}`,
      [row.customers, money(row.net_revenue_before), money(row.net_revenue_after)]
    ]);
    const sorted = (entries: [string, number[]][]) => entries.sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(found)).toEqual(sorted([...expected]));
    expect(rows.every(({from_on}) => from_on === isoDay(day))).toBe(true);
    expect(
      await warehouse.row(
        `select count(*) as classes, count(*) filter (buyers <> moved) as wrong from mart_abc_class
         join (select to_class as abc_class, sum(customers) as moved from mart_abc_move group by all) using (abc_class)`
      )
    ).toEqual({classes: new Set([...now.values()].map(({abc_class}) => abc_class)).size, wrong: 0});
  });
});
