import {beforeAll, expect, it} from "vitest";
import {randomCompany, zone} from "./randomCompany.ts";
import {cohortDimensions, cohortPeriods} from "../../models/cohortDimensions.ts";
import {identities} from "../../models/identities.ts";
import {randomRelations} from "./randomRelations.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";
import {usual} from "./retention.ts";

let warehouse: ModelledWarehouse;
/** The same of a company with every kind of event. */
let every: ModelledWarehouse;
beforeAll(async () => {
  every = await ModelledWarehouse.of(randomRelations(7).fill);
  warehouse = await ModelledWarehouse.of(randomCompany(21).fill, {
    zone,
    churn: {...usual.churn, horizonDays: 60, snapshots: 18}
  });
});

const one = async (sql: string) => Object.values(await warehouse.row(sql))[0];
const known = "select sum(known_net_revenue) from mart_ledger";

it.each([
  ...cohortPeriods.flatMap((period) =>
    cohortDimensions.map((dimension) => [
      `cohorts by ${period} and ${dimension}`,
      `select sum(net_revenue) from mart_cohort_retention where period = '${period}' and dimension = '${dimension}'`
    ])
  ),
  ["months", "select sum(net_revenue) from mart_month"],
  ["customers", "select sum(net_revenue) from mart_customer_360"],
  ["ABC classes", "select sum(net_revenue) from mart_abc"],
  ["RFM cells without a window", "select sum(net_revenue) from mart_rfm_grid"],
  ["segments without a window", "select sum(net_revenue) from mart_segment"],
  ["the timeline's orders", "select sum(amount) from mart_customer_timeline where kind = 'order'"]
])("revenue of %s is the ledger's revenue of known customers, exactly", async (_, sql) => {
  expect(await one(`select (${sql}) - (${known})`)).toBe(0);
});

it.each(identities.filter(({left}) => !left.includes("ledger.")).map(({name, left, right}) => [name.en, left, right]))(
  "%s, with every kind of event",
  async (_, left, right) => {
    const {a, b} = await every.row(`select (${left}) as a, (${right}) as b`);
    expect(a).toBeGreaterThan(0);
    expect(b).toBe(a);
  }
);

it("the last cumulative revenue of a cohort is the sum of its periods", async () => {
  expect(
    await one(`select count(*) from (
      select period, dimension, group_name, cohort_on, sum(net_revenue) as s, max_by(cumulative_net_revenue, periods_since_first) as c
      from mart_cohort_retention group by all) where s <> c`)
  ).toBe(0);
});

it("every order is cancelled, of a known customer, or unidentified", async () => {
  expect(
    await warehouse.row(`select sum(orders) = (select count(*) from stg_orders) as is_whole,
      sum(orders - cancelled_orders - known_orders - unidentified_orders) as left_over,
      sum(net_revenue - known_net_revenue - unidentified_net_revenue) as money_left_over,
      sum(unidentified_orders) > 0 as has_unidentified from mart_ledger`)
  ).toEqual({is_whole: true, left_over: 0, money_left_over: 0, has_unidentified: true});
});

it("a cancelled order counts in no revenue but keeps its row", async () => {
  expect(
    await warehouse.row(`select count(*) > 0 as is_kept, sum(net_revenue) as net_revenue, count(order_number) as numbered
      from int_customer_orders where is_cancelled`)
  ).toEqual({is_kept: true, net_revenue: 0, numbered: 0});
});

it("all 25 cells of the grid stand, their shares add up, and each has the segment of its scores", async () => {
  expect(
    await warehouse.row("select count(*) as cells, round(sum(customer_share), 9) as share from mart_rfm_grid")
  ).toEqual({
    cells: 25,
    share: 1
  });
  expect(
    await one(
      "select count(*) from mart_rfm r join mart_rfm_grid g using (recency_score, frequency_score) where r.segment <> g.segment"
    )
  ).toBe(0);
});

it("the backlog of a day is the one before plus opened less solved", async () => {
  expect(
    await one(`select count(*) from (select open_tickets - lag(open_tickets) over (order by backlog_on) - opened_tickets + solved_tickets as gap
      from mart_backlog) where gap <> 0`)
  ).toBe(0);
});
