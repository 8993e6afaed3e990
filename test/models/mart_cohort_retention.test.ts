import {group} from "d3";
import {beforeAll, describe, expect, it} from "vitest";
import {rawOrderLines, rawOrders, rawProducts} from "../../ingest/contracts/kinds.ts";
import {cohortPeriods} from "../../models/cohortDimensions.ts";
import {martCohortAverage} from "../../models/marts/mart_cohort_average.ts";
import {martCohortRetention} from "../../models/marts/mart_cohort_retention.ts";
import {elapsed, isoOf, over, randomShop, startOf, type Bought, type Period} from "./cohortOracle.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

const asked = [martCohortAverage, martCohortRetention];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const money = (units: number) => units / 10_000;
/** A quotient to so many decimals. */
const near = (value: number, decimals = 12): unknown => expect.closeTo(value, decimals);

interface Member {
  customer: number;
  first: number;
  orders: Bought[];
}

function membersOf(bought: readonly Bought[]): Member[] {
  const byCustomer = group(bought, ({customer}) => customer);
  return [...byCustomer].map(([customer, orders]) => ({customer, first: orders[0]!.day, orders}));
}

const cohortOf = (period: Period, day: number) => startOf(period === "rolling" ? "month" : period, day);
/** Periods that are over for the whole cohort: of a rolling one, those of whom might have come on the last day of its month. */
function completedOf(period: Period, cohort: number, asOf: number): number {
  const last = period === "rolling" ? startOf("month", cohort + 31) - 1 : cohort;
  return last > asOf ? 0 : Math.max(0, over(period, last, asOf));
}

describe.each([1, 2])("random shop %i against brute force", (seed) => {
  const {fill, bought, channelOf} = randomShop(seed);
  const asOf = Math.max(...bought.map(({day}) => day));
  const members = membersOf(bought);
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(fill, {asOf: `${isoOf(asOf)}T23:00:00Z`}, asked);
  });

  const groups = [
    ["all", "all", members],
    ["acquisition_channel", "web", members.filter(({customer}) => channelOf(customer) === "web")],
    ["acquisition_channel", "unknown", members.filter(({customer}) => channelOf(customer) === null)]
  ] as const;
  const cases = cohortPeriods.flatMap((period) => groups.map((group) => [period, ...group] as const));

  it.each(cases)("cells by %s of %s %s", async (period, dimension, name, members) => {
    const expected = [];
    for (const [cohort, own] of group(members, ({first}) => cohortOf(period, first))) {
      const ages = own.flatMap(({first, orders}) =>
        orders.map((order) => ({order, k: elapsed(period, first, order.day)}))
      );
      const base = sum(ages.filter(({k}) => k === 0).map(({order}) => order.net));
      for (const k of new Set(ages.map(({k}) => k))) {
        const [now, soFar] = [ages.filter((at) => at.k === k), ages.filter((at) => at.k <= k)];
        const marginOf = (these: typeof ages) => {
          const costed = these.filter(({order}) => order.cost !== null);
          return costed.length ? money(sum(costed.map(({order}) => order.net - order.cost!))) : null;
        };
        const net = sum(now.map(({order}) => order.net));
        expected.push({
          cohort_on: isoOf(cohort),
          periods_since_first: k,
          cohort_customers: own.length,
          active_customers: new Set(now.map(({order}) => order.customer)).size,
          returning_later_customers: new Set(ages.filter((at) => at.k >= k).map(({order}) => order.customer)).size,
          orders: now.length,
          net_revenue: money(net),
          cumulative_net_revenue: money(sum(soFar.map(({order}) => order.net))),
          revenue_retention_ratio: base > 0 ? near(net / base) : null,
          costed_net_revenue: money(sum(now.flatMap(({order}) => (order.cost === null ? [] : [order.net])))),
          margin: marginOf(now),
          cumulative_margin: marginOf(soFar),
          completed_periods: completedOf(period, cohort, asOf),
          is_partial: k >= completedOf(period, cohort, asOf)
        });
      }
    }
    const key = (row: {cohort_on: string; periods_since_first: number}) =>
      `${row.cohort_on} ${String(row.periods_since_first).padStart(4, "0")}`;
    const rows = await warehouse.rows(
      `select ${Object.keys(expected[0]!).join(", ")} from mart_cohort_retention
       where period = '${period}' and dimension = '${dimension}' and group_name = '${name}' order by cohort_on, periods_since_first`
    );
    expect(rows).toEqual(expected.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
  });

  it.each(cases)(
    "means by %s of %s %s are over every cohort that has completed the period",
    async (period, dimension, name, members) => {
      const cohorts = [...group(members, ({first}) => cohortOf(period, first))].map(([cohort, own]) => ({
        own,
        completed: completedOf(period, cohort, asOf)
      }));
      const expected = [];
      for (let k = 0; cohorts.some(({completed}) => completed > k); k++) {
        const there = cohorts.filter(({completed}) => completed > k);
        const own = there.flatMap(({own}) => own);
        const ages = own.flatMap(({first, orders}) =>
          orders.map((order) => ({order, k: elapsed(period, first, order.day)}))
        );
        const customersOf = (these: typeof ages) => new Set(these.map(({order}) => order.customer)).size;
        const netOf = (these: typeof ages) => sum(these.map(({order}) => order.net));
        const soFar = ages.filter((at) => at.k <= k);
        const costed = soFar.filter(({order}) => order.cost !== null);
        const base = netOf(ages.filter((at) => at.k === 0));
        expected.push({
          periods_since_first: k,
          cohorts: there.length,
          eligible_customers: own.length,
          active_customers: customersOf(ages.filter((at) => at.k === k)),
          returning_later_customers: customersOf(ages.filter((at) => at.k >= k)),
          orders: ages.filter((at) => at.k === k).length,
          net_revenue: money(netOf(ages.filter((at) => at.k === k))),
          revenue_retention_ratio: base > 0 ? near(netOf(ages.filter((at) => at.k === k)) / base) : null,
          revenue_per_customer: near(money(netOf(soFar)) / own.length, 3),
          cost_known_ratio: netOf(soFar) > 0 ? near(netOf(costed) / netOf(soFar)) : null,
          margin_per_customer: costed.length
            ? near(money(sum(costed.map(({order}) => order.net - order.cost!))) / own.length, 3)
            : null
        });
      }
      const rows = await warehouse.rows(
        `select ${Object.keys(expected[0]!).join(", ")} from mart_cohort_average
       where period = '${period}' and dimension = '${dimension}' and group_name = '${name}' order by periods_since_first`
      );
      expect(rows).toEqual(expected);
    }
  );
});

const order = (order_id: string, customer_key: string, day: string, total: number) => ({
  order_id,
  customer_key,
  ordered_at: `${day} 12:00:00`,
  total
});

describe("edges", () => {
  it("no orders give no rows", async () => {
    const warehouse = await ModelledWarehouse.of([], {asOf: "2026-01-01T00:00:00Z"}, asked);
    expect(await warehouse.rows("from mart_cohort_retention")).toEqual([]);
    expect(await warehouse.rows("from mart_cohort_average")).toEqual([]);
  });

  it("a cohort whose first period still runs is partial and in no mean", async () => {
    const warehouse = await ModelledWarehouse.of([insert(rawOrders, [order("1", "a", "2026-04-07", 5)])], {}, asked);
    expect(
      await warehouse.row("select bool_and(is_partial) as all_run, count(*) as n from mart_cohort_retention")
    ).toEqual({
      all_run: true,
      n: 28
    });
    expect(await warehouse.rows("from mart_cohort_average")).toEqual([]);
  });

  it("returns that outweigh the first purchase leave revenue retention unsaid", async () => {
    const orders = [order("1", "a", "2026-01-07", -5), order("2", "a", "2026-02-07", 50)];
    const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {}, asked);
    expect(
      await warehouse.rows(
        `select net_revenue, revenue_retention_ratio, margin, margin_per_customer from mart_cohort_retention
         where period = 'month' and dimension = 'all' order by periods_since_first`
      )
    ).toEqual([
      {net_revenue: -5, revenue_retention_ratio: null, margin: null, margin_per_customer: null},
      {net_revenue: 50, revenue_retention_ratio: null, margin: null, margin_per_customer: null}
    ]);
  });

  it("a mean margin is unsaid where every cohort of known cost has gone", async () => {
    const lines = [
      {order_id: "1", product_id: "x", quantity: 1, unit_price: 9, customer_key: "a", ordered_at: "2026-01-07"},
      {order_id: "2", product_id: "p", quantity: 1, unit_price: 9, customer_key: "b", ordered_at: "2026-02-07"}
    ];
    const warehouse = await ModelledWarehouse.of(
      [insert(rawProducts, [{product_id: "p", unit_cost: 4}]), insert(rawOrderLines, lines)],
      {asOf: "2026-03-31T12:00:00Z"},
      asked
    );
    expect(
      await warehouse.rows(
        `select periods_since_first as k, cohorts, margin_per_customer as margin, cost_known_ratio as known from mart_cohort_average
         where period = 'month' and dimension = 'all' order by k`
      )
    ).toEqual([
      {k: 0, cohorts: 2, margin: 2.5, known: 0.5},
      {k: 1, cohorts: 2, margin: 2.5, known: 0.5},
      {k: 2, cohorts: 1, margin: null, known: 0}
    ]);
  });

  it("a day after a whole number of rolling periods is in the next one", async () => {
    const orders = [
      order("1", "a", "2026-01-01", 1),
      order("2", "a", "2026-01-30", 1),
      order("3", "a", "2026-01-31", 1)
    ];
    const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {}, asked);
    expect(
      await warehouse.rows(
        `select periods_since_first as k, orders from mart_cohort_retention where period = 'rolling' and dimension = 'all' order by k`
      )
    ).toEqual([
      {k: 0, orders: 2},
      {k: 1, orders: 1}
    ]);
  });

  it("a dimension keeps its twenty largest groups, the rest are counted together", async () => {
    const orders = Array.from({length: 50}, (_, i) => ({
      ...order(`o${i}`, `c${i}`, "2026-01-05", 10),
      sales_channel: i < 40 ? `channel ${String(i % 25).padStart(2, "0")}` : null
    }));
    const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {}, asked);
    const rows = await warehouse.rows(
      `select group_name, cohort_customers as n from mart_cohort_retention
       where period = 'month' and dimension = 'first_sales_channel' order by 1`
    );
    expect(rows).toHaveLength(22);
    expect(rows.filter(({group_name}) => !group_name.startsWith("channel"))).toEqual([
      {group_name: "others", n: 5},
      {group_name: "unknown", n: 10}
    ]);
  });
});
