import {describe, expect, it} from "vitest";
import {rawOrders} from "../../ingest/contracts/kinds.ts";
import {martNetRetention} from "../../models/marts/mart_net_retention.ts";
import {martRevenueBridge} from "../../models/marts/mart_revenue_bridge.ts";
import {isoOf, randomShop} from "./cohortOracle.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

const asked = [martNetRetention, martRevenueBridge];
const money = (units: number) => units / 10_000;

describe.each([1, 2, 3])("random shop %i against brute force", (seed) => {
  it("every customer is in one step, changes add up exactly, and gross retention counts no rise", async () => {
    const {fill, bought} = randomShop(seed, 120);
    // 2024-01-01 + 790 days is 2026-03-01: both windows lie in the history.
    const [end, turn, start] = [790, 790 - 365, 790 - 2 * 365];
    const warehouse = await ModelledWarehouse.of(fill, {asOf: `${isoOf(end)}T23:00:00Z`}, asked);
    const past = bought.filter(({day}) => day <= end);
    const steps = {start: 0, new: 0, reactivated: 0, expansion: 0, contraction: 0, churned: 0, end: 0};
    let kept = 0;
    for (const customer of new Set(past.map((order) => order.customer))) {
      const own = past.filter((order) => order.customer === customer);
      const [before, after] = [own.filter(({day}) => day > start && day <= turn), own.filter(({day}) => day > turn)];
      if (!before.length && !after.length) continue;
      const net = (orders: typeof own) => orders.reduce((sum, order) => sum + order.net, 0);
      const [a, b] = [net(before), net(after)];
      steps.start += a;
      steps.end += b;
      const step =
        after.length === 0
          ? "churned"
          : before.length
            ? b >= a
              ? "expansion"
              : "contraction"
            : own[0]!.day > turn
              ? "new"
              : "reactivated";
      steps[step] += b - a;
      if (before.length) kept += Math.min(a, b);
    }
    const rows = await warehouse.rows("from mart_revenue_bridge order by position");
    expect(Object.fromEntries(rows.map(({step, net_revenue}) => [step, net_revenue]))).toEqual(
      Object.fromEntries(Object.entries(steps).map(([step, units]) => [step, money(units)]))
    );
    expect(rows[0]!.gross_retention_ratio).toBeCloseTo(kept / steps.start, 12);
    expect(rows[0]!.gross_retention_ratio).toBeLessThanOrEqual(1);
    const rolling = await warehouse.rows("from mart_net_retention where months_back = 0");
    expect(rolling).toHaveLength(1);
    expect(rolling[0]!.gross_retention_ratio).toBeCloseTo(kept / steps.start, 12);
    expect(rolling[0]!.net_retention_ratio).toBeCloseTo(rows[0]!.net_retention_ratio, 12);
  });
});

describe("returns", () => {
  const order = (order_id: string, customer_key: string, day: string, total: number) => ({
    order_id,
    customer_key,
    ordered_at: `${day} 12:00:00`,
    total
  });
  const ask = async (orders: ReturnType<typeof order>[]) =>
    (await ModelledWarehouse.of([insert(rawOrders, orders)], {asOf: "2026-06-30T00:00:00Z"}, asked)).row(
      "select net_retention_ratio, gross_retention_ratio, start_ratio from mart_revenue_bridge where step = 'churned'"
    );

  it("a customer lost with more returned than bought lifts no gross retention above 1", async () => {
    const orders = [
      order("1", "a", "2025-01-05", 100),
      order("2", "a", "2026-01-05", 100),
      order("3", "b", "2025-01-05", -20)
    ];
    expect(await ask(orders)).toEqual({net_retention_ratio: 1.25, gross_retention_ratio: 1, start_ratio: 0.25});
  });

  it("a first window of more returns than purchases has no ratio", async () => {
    const orders = [order("1", "a", "2025-01-05", -100), order("2", "a", "2026-01-05", 100)];
    expect(await ask(orders)).toEqual({net_retention_ratio: null, gross_retention_ratio: null, start_ratio: null});
  });
});
