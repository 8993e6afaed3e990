import {describe, expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intCohortGroup} from "../../models/intermediate/int_cohort_group.ts";
import {martCohortChange} from "../../models/marts/mart_cohort_change.ts";
import {newcombe, wilson} from "../../dashboards/pages/cohorts/intervals.ts";
import {rawOrders} from "../../ingest/contracts/kinds.ts";
import {askModel} from "./askModel.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

const asOf = [intAsOf, [{last_complete_month: "2026-05-01", history_from_on: "2024-11-20"}]] as const;
const cohort = (cohort_month: string, customers: number, active_customers: number, group_name = "all") => ({
  dimension: group_name === "all" ? "all" : "acquisition_channel",
  group_name,
  cohort_month,
  months_since_first: 3,
  customers,
  active_customers
});
const change = async (rows: ReturnType<typeof cohort>[]) => askModel(martCohortChange, [asOf, [intCohortGroup, rows]]);

describe("newer against earlier customers", () => {
  it("recent are the newest three complete cohorts, earlier the twelve before them", async () => {
    const [row] = await change([
      cohort("2024-11-01", 500, 400),
      cohort("2024-12-01", 100, 20),
      cohort("2025-11-01", 100, 30),
      cohort("2025-12-01", 60, 6),
      cohort("2026-02-01", 40, 4)
    ]);
    expect(row).toMatchObject({recent_customers: 100, recent_active: 10, earlier_customers: 200, earlier_active: 50});
    expect(row!.recent_from_month).toEqual(new Date("2025-12-01"));
    expect(row!.recent_to_month).toEqual(new Date("2026-02-01"));
    expect(row!.earlier_from_month).toEqual(new Date("2024-12-01"));
    expect(row!.earlier_to_month).toEqual(new Date("2025-11-01"));
    expect(row!.change_share).toBeCloseTo(-0.15, 12);
  });

  it("the first cohort of the history is in neither, nor are cohorts before the twelve", async () => {
    const [first] = await change([cohort("2024-11-01", 500, 400), cohort("2026-02-01", 40, 4)]);
    expect(first).toMatchObject({earlier_customers: 0, earlier_share: null, earlier_low: null, change_share: null});
    expect(first).toMatchObject({change_low: null, change_high: null});
  });

  it("intervals are those of the page: Wilson's, and Newcombe's of the difference", async () => {
    const [row] = await change([cohort("2025-11-01", 200, 50), cohort("2026-02-01", 100, 10)]);
    const [recent, earlier] = [wilson(10, 100), wilson(50, 200)];
    const gap = newcombe(recent, earlier);
    expect([row!.recent_low, row!.recent_high]).toEqual([
      expect.closeTo(recent.low, 9),
      expect.closeTo(recent.high, 9)
    ]);
    expect(row!.change_low).toBeCloseTo(gap.low, 9);
    expect(row!.change_high).toBeCloseTo(gap.high, 9);
  });

  it("the page's intervals are the published ones", () => {
    // Newcombe (1998), table II, contrast (a): 56/70 − 48/80 gives 0.0524 to 0.3339 by method 10.
    const gap = newcombe(wilson(56, 70), wilson(48, 80));
    expect(gap.low).toBeCloseTo(0.0524, 4);
    expect(gap.high).toBeCloseTo(0.3339, 4);
    expect(gap.isClear).toBe(true);
  });
});

it("a cohort's group counts customers at their first order and those with an order in month 1, 3, 6 or 12", async () => {
  const order = (order_id: string, customer_key: string, day: string, sales_channel: string, cancelled = false) => ({
    order_id,
    customer_key,
    ordered_at: `${day} 12:00:00`,
    total: 10,
    sales_channel,
    is_cancelled: cancelled
  });
  const warehouse = await ModelledWarehouse.of([
    insert(rawOrders, [
      order("1", "a", "2026-01-05", "web"),
      order("2", "a", "2026-02-01", "app"),
      order("3", "b", "2026-01-09", "app"),
      order("4", "b", "2026-02-03", "app", true),
      order("5", "c", "2026-02-10", "web"),
      order("6", "c", "2026-03-02", "web")
    ])
  ]);
  expect(
    await warehouse.rows(
      `select dimension, group_name, strftime(cohort_month, '%Y-%m') as cohort, months_since_first, customers, active_customers
       from int_cohort_group where dimension in ('all', 'first_sales_channel') order by all`
    )
  ).toEqual([
    {dimension: "all", group_name: "all", cohort: "2026-01", months_since_first: 1, customers: 2, active_customers: 1},
    {
      dimension: "first_sales_channel",
      group_name: "app",
      cohort: "2026-01",
      months_since_first: 1,
      customers: 1,
      active_customers: 0
    },
    {
      dimension: "first_sales_channel",
      group_name: "web",
      cohort: "2026-01",
      months_since_first: 1,
      customers: 1,
      active_customers: 1
    }
  ]);
});
