import {beforeAll, describe, expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../models/intermediate/int_customer_orders.ts";
import {martNetRetention} from "../../models/marts/mart_net_retention.ts";
import {askModel} from "./askModel.ts";
import {randomCompany, zone} from "./randomCompany.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

let number = 0;
const order = (customer_id: string, ordered_on: string, net_revenue: number, is_cancelled = false) => ({
  order_id: String((number += 1)),
  customer_id,
  ordered_on,
  net_revenue,
  is_cancelled
});
const asOf = (history_from_on: string) => [intAsOf, [{as_of_on: "2026-06-24", history_from_on}]] as const;
const now = async (history: string, orders: ReturnType<typeof order>[]) =>
  (await askModel(martNetRetention, [asOf(history), [intCustomerOrders, orders]])).find((row) => row.months_back === 0);

describe("net revenue retention", () => {
  const orders = [
    order("a", "2024-06-25", 100),
    order("a", "2026-06-24", 150),
    order("b", "2025-06-24", 100),
    order("c", "2025-06-25", 70),
    order("c", "2025-09-01", 1000, true)
  ];

  it("is what customers of the first twelve months spent in the last, of what they spent then", async () => {
    expect(await now("2024-06-25", orders)).toMatchObject({
      starting_customers: 2,
      starting_net_revenue: 200,
      retained_net_revenue: 150,
      net_retention_ratio: 0.75,
      change_net_revenue: 20
    });
  });

  it("has the interval of a ratio of sums, and its change that of a sum of changes", async () => {
    const row = (await now("2024-06-25", orders))!;
    // b − R a: 150 − 75 = 75 and 0 − 75 = −75, so √(2 ÷ 1 · 11250) ÷ 200 = 0.75.
    expect(row.net_retention_high! - 0.75).toBeCloseTo(1.959963984540054 * 0.75, 6);
    expect(0.75 - row.net_retention_low!).toBeCloseTo(1.959963984540054 * 0.75, 6);
    // Changes of +50, −100, +70.
    expect(row.change_high - 20).toBeCloseTo(1.959963984540054 * Math.hypot(50, 100, 70), 3);
  });

  it("is left out where the history misses more than a month of the first twelve", async () => {
    expect(await now("2024-07-24", orders)).toBeDefined();
    expect(await now("2024-07-25", orders)).toBeUndefined();
  });

  it("has no ratio where nothing was spent, and no interval of one customer", async () => {
    expect(await now("2024-06-25", [order("a", "2024-08-01", 0)])).toMatchObject({net_retention_ratio: null});
    expect(await now("2024-06-25", [order("a", "2024-08-01", 10)])).toMatchObject({
      net_retention_ratio: 0,
      net_retention_low: null
    });
  });
});

describe("at as_of it is the bridge's", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(randomCompany(7).fill, {zone});
  });

  it("same start, same end, same ratio", async () => {
    const rows = await warehouse.rows(
      `select r.starting_net_revenue - s.net_revenue as start, r.starting_customers - s.customers as customers,
         r.change_net_revenue - (e.net_revenue - s.net_revenue) as change,
         abs(r.net_retention_ratio - s.net_retention_ratio) < 1e-9 as is_same
       from mart_net_retention r, mart_revenue_bridge s, mart_revenue_bridge e
       where r.months_back = 0 and s.step = 'start' and e.step = 'end'`
    );
    expect(rows).toEqual([{start: 0, customers: 0, change: 0, is_same: true}]);
  });
});
