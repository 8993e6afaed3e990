import {beforeAll, describe, expect, it} from "vitest";
import {rawOrders} from "../../ingest/contracts/kinds.ts";
import {martCustomer360} from "../../models/marts/mart_customer_360.ts";
import {martChurnDriver} from "../../models/marts/mart_churn_driver.ts";
import {martChurnLift} from "../../models/marts/mart_churn_lift.ts";
import {martChurnSummary} from "../../models/marts/mart_churn_summary.ts";
import {martChurnWarning} from "../../models/marts/mart_churn_warning.ts";
import {martChurnWatch} from "../../models/marts/mart_churn_watch.ts";
import {martRiskMonth} from "../../models/marts/mart_risk_month.ts";
import {martRiskSegment} from "../../models/marts/mart_risk_segment.ts";
import {daylong, dice, randomCompany, zone} from "./randomCompany.ts";
import {usual} from "./retention.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

const asked = [
  martChurnDriver,
  martChurnLift,
  martChurnSummary,
  martChurnWarning,
  martChurnWatch,
  martCustomer360,
  martRiskMonth,
  martRiskSegment
];

/** Customers who buy every 10 to 40 days from some day on, and of whom each purchase is the last of one in eight. */
function mortal(customers: number): string[] {
  const roll = dice(8);
  const orders = Array.from({length: customers}, (_, i) => {
    const gap = 10 + 30 * roll();
    let day = 600 * roll();
    const own: Record<string, unknown>[] = [];
    do {
      const at = new Date(Date.UTC(2024, 0, 1) + day * daylong).toISOString().slice(0, 19).replace("T", " ");
      own.push({
        order_id: `o${i}-${own.length}`,
        customer_key: `c${i}`,
        ordered_at: at,
        total: 10 + Math.round(90 * roll())
      });
      day += gap * (0.5 + roll());
    } while (day < 730 && roll() > 0.125);
    return own;
  }).flat();
  return [insert(rawOrders, orders)];
}

describe.each([
  ["a model", mortal(500), "model"],
  ["rules", mortal(60), "rules"],
  ["neither", randomCompany(21, 20).fill, "nothing"]
])("what churn marts say by %s adds up", (_, fill, uses) => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    const churn = {...usual.churn, horizonDays: 60, snapshots: uses === "rules" ? 7 : 18};
    warehouse = await ModelledWarehouse.of(fill, {zone, churn}, asked);
  });
  const one = async (sql: string) => Object.values(await warehouse.row(sql))[0] as unknown;

  it("goes by what the base allows", async () => {
    expect(await warehouse.row("select uses, reason from mart_churn_state")).toMatchObject({uses});
  });

  it.each([
    ["customers", "customers", "count(*)"],
    ["buyers", "buyers", "count(*) filter (expected_revenue > 0)"],
    ["expected revenue", "expected_revenue", "sum(expected_revenue)"],
    ["value at risk", "value_at_risk", "sum(value_at_risk)"],
    ["warned", "warned", "count(*) filter (warnings > 0)"]
  ])("%s of all are those of every customer's risk", async (_, column, sum) => {
    expect(await one(`select ${column} from mart_churn_summary where risk_band = 'all'`)).toEqual(
      await one(`select ${sum} from mart_churn_risk`)
    );
  });

  it("bands, segments and today's month share out the same value", async () => {
    const all = await one("select coalesce(value_at_risk, 0) from mart_churn_summary where risk_band = 'all'");
    for (const sql of [
      "select coalesce(sum(value_at_risk), 0) from mart_churn_summary where risk_band <> 'all'",
      "select coalesce(sum(value_at_risk), 0) from mart_risk_segment",
      "select coalesce(sum(value_at_risk), 0) from mart_risk_month where is_as_of"
    ])
      expect({sql, sum: await one(sql)}).toEqual({sql, sum: all});
    const ends =
      await warehouse.row(`select sum(value_low) = (select sum(value_at_risk_low) from mart_risk_segment) as low,
      sum(value_high) = (select sum(value_at_risk_high) from mart_risk_segment) as high,
      bool_and(value_low <= value_at_risk and value_at_risk <= value_high) as inside from mart_risk_month where is_as_of`);
    expect(Object.values(ends)).toEqual(Array(3).fill(uses === "nothing" ? null : true));
  });

  it("customer 360 holds everybody's risk and value", async () => {
    expect(
      await one(`select count(*) from mart_churn_risk r join mart_customer_360 c using (customer_id)
        where r.risk_share is distinct from c.risk_share or r.value_at_risk is distinct from c.value_at_risk`)
    ).toBe(0);
  });

  it("a customer's warnings are as many as their rows, by name", async () => {
    expect(
      await one(`select count(*) from mart_churn_risk left join
        (select customer_id, count(*) as n, string_agg(warning, ',') as list from mart_churn_warning group by 1) using (customer_id)
        where warnings <> coalesce(n, 0) or length(warned_of) <> coalesce(length(list), 0)`)
    ).toBe(0);
  });

  it("nothing is NaN, infinite or out of its range", async () => {
    for (const mart of [
      "mart_churn_method",
      "mart_churn_backtest",
      "mart_churn_risk",
      "mart_churn_lift",
      "mart_churn_warning_test"
    ])
      expect(await one(`select count(*) from ${mart} t where t::varchar similar to '.*(nan|inf).*'`)).toBe(0);
  });

  it("tested customers are those of closed snapshots, each method's alike, and tenths hold them all", async () => {
    expect(
      await one(`select count(*) from mart_churn_backtest b join
        (select snapshot_on, sum(customers) as n, sum(churned) as left_ones from int_churn_group where is_horizon_closed group by 1) using (snapshot_on)
        where b.customers <> n or b.churned <> left_ones`)
    ).toBe(0);
    expect(
      await one(`select count(*) from (select method, sum(customers) as n, sum(churned) as left_ones from mart_churn_lift group by 1)
        join mart_churn_method m using (method) where abs(n - m.customers) > 1e-6 or abs(left_ones - m.churned) > 1e-2`)
    ).toBe(0);
  });
});
