import {expect, it} from "vitest";
import {rawCustomers, rawOrders, rawTickets} from "../../ingest/contracts/kinds.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";
import {usual} from "./retention.ts";

const order = (order_id: string, customer_key: string, day: string, total = 10) => ({
  order_id,
  customer_key,
  ordered_at: `${day} 12:00:00`,
  total
});

it("a month in which nobody ordered is absent, not zero, and the running month is partial", async () => {
  const orders = [order("1", "a", "2026-01-05"), order("2", "a", "2026-03-10"), order("3", "b", "2026-01-20")];
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)]);
  expect(
    await warehouse.rows(
      `select periods_since_first, cohort_customers, active_customers, retention_share, returning_later_share, is_partial
       from mart_cohort_retention where period = 'month' and dimension = 'all' order by all`
    )
  ).toEqual([
    {
      periods_since_first: 0,
      cohort_customers: 2,
      active_customers: 2,
      retention_share: 1,
      returning_later_share: 1,
      is_partial: false
    },
    {
      periods_since_first: 2,
      cohort_customers: 2,
      active_customers: 1,
      retention_share: 0.5,
      returning_later_share: 0.5,
      is_partial: true
    }
  ]);
  expect(
    await warehouse.rows(
      `select periods_since_first, eligible_customers, active_customers from mart_cohort_average
       where period = 'month' and dimension = 'all' order by all`
    )
  ).toEqual([
    {periods_since_first: 0, eligible_customers: 2, active_customers: 2},
    {periods_since_first: 1, eligible_customers: 2, active_customers: 0}
  ]);
});

it("a month is complete on its last day", async () => {
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, [order("1", "a", "2026-02-28")])]);
  expect(await warehouse.row("select is_month_complete, last_complete_month from int_as_of")).toEqual({
    is_month_complete: true,
    last_complete_month: "2026-02-01"
  });
});

it("records that share a key or an e-mail are one customer, others are not", async () => {
  const warehouse = await ModelledWarehouse.of([
    insert(rawCustomers, [
      {customer_key: "shop-1", email: "ann@example.com"},
      {customer_key: "crm-7", email: "ann@example.com"},
      {customer_key: "crm-8", email: null}
    ]),
    insert(rawOrders, [
      {...order("1", "crm-7", "2026-01-05"), email: null},
      {...order("2", "x", "2026-01-06"), customer_key: null, email: "ann@example.com"},
      {...order("3", "crm-8", "2026-01-07"), email: null},
      {...order("4", "x", "2026-01-08"), customer_key: null, email: null}
    ])
  ]);
  expect(
    await warehouse.rows(
      "select orders, customer_id like 'C-____________' as is_pseudonym from mart_customer_360 order by all"
    )
  ).toEqual([
    {orders: 1, is_pseudonym: true},
    {orders: 2, is_pseudonym: true}
  ]);
  expect(await warehouse.row("select sum(unidentified_orders) as orders from mart_ledger")).toEqual({orders: 1});
});

it("another secret gives other pseudonyms", async () => {
  const fill = [insert(rawOrders, [order("1", "a", "2026-01-05")])];
  const id = async (pseudonymKey: string) =>
    (await (await ModelledWarehouse.of(fill, {pseudonymKey})).row("select customer_id from mart_customer_360"))
      .customer_id as string;
  expect(await id("one")).toBe(await id("one"));
  expect(await id("one")).not.toBe(await id("two"));
});

it("customers of equal recency, frequency or revenue share a score", async () => {
  const orders = Array.from({length: 40}, (_, i) => order(`o${i}`, `c${i}`, i < 30 ? "2026-01-05" : "2026-02-05"));
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)]);
  expect(
    await warehouse.rows(
      "select recency_days, recency_score, frequency_score, monetary_score, count(*) as n from mart_rfm group by all order by all"
    )
  ).toEqual([
    {recency_days: 0, recency_score: 5, frequency_score: 1, monetary_score: 1, n: 10},
    {recency_days: 31, recency_score: 4, frequency_score: 1, monetary_score: 1, n: 30}
  ]);
});

it("the RFM window ends at as_of and counts its days", async () => {
  const orders = [
    order("1", "a", "2026-01-01"),
    order("2", "a", "2026-01-30"),
    order("3", "b", "2026-01-01"),
    order("4", "c", "2026-01-31")
  ];
  const rfm = {
    ...usual.rfm,
    windowDays: 30,
    segments: [{segment: "all", recency: [1, 2, 3, 4, 5], frequency: [1, 2, 3, 4, 5]}]
  };
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {rfm});
  expect(await warehouse.row("select count(*) as customers, sum(frequency) as orders from mart_rfm")).toEqual({
    customers: 2,
    orders: 2
  });
});

it("A ends where 80 % is held before a customer, B at 95 %, and nothing earned is C", async () => {
  const revenue = [50, 30, 10, 6, 4, 0];
  const orders = revenue.map((total, i) => order(`o${i}`, `c${i}`, "2026-01-05", total));
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)]);
  expect(
    (await warehouse.rows("select abc_class from mart_abc order by revenue_rank")).map(({abc_class}) => abc_class)
  ).toEqual(["A+", "A-", "B", "B", "C", "C"]);
  // Gini of 0, 4, 6, 10, 30, 50: (−5·0 − 3·4 − 1·6 + 1·10 + 3·30 + 5·50) ÷ (6 · 100).
  expect((await warehouse.row("select distinct gini from mart_pareto")).gini).toBeCloseTo(332 / 600, 12);
});

it("a ticket waits from the day it is opened until the day it is solved", async () => {
  const warehouse = await ModelledWarehouse.of([
    insert(rawTickets, [
      {ticket_id: "1", email: "a@example.com", opened_at: "2026-01-01 12:00:00", solved_at: "2026-01-08 12:00:00"},
      {ticket_id: "2", email: "a@example.com", opened_at: "2026-01-08 13:00:00"}
    ])
  ]);
  const rows = await warehouse.rows("select backlog_on, open_tickets, old_open_tickets from mart_backlog order by all");
  expect(rows.map(({open_tickets}) => open_tickets)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(rows.map(({old_open_tickets}) => old_open_tickets)).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
});

it("expected revenue is the year's share of a horizon; without a proven model or rule nobody has a risk", async () => {
  const orders = Array.from({length: 20}, (_, i) => [
    order(`a${i}`, `c${i}`, "2025-01-10"),
    order(`b${i}`, `c${i}`, "2025-02-10"),
    ...(i < 5 ? [order(`d${i}`, `c${i}`, "2025-06-10", 73)] : [])
  ]).flat();
  const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {
    churn: {...usual.churn, horizonDays: 30, snapshots: 12}
  });
  expect(await warehouse.row("select uses, reason from mart_churn_state")).toEqual({
    uses: "nothing",
    reason: "too_few"
  });
  expect(
    await warehouse.rows(
      "select expected_revenue, risk_share, risk_band, value_at_risk, count(*) as customers from mart_churn_risk group by all order by 1"
    )
  ).toEqual([
    {expected_revenue: 1.64, risk_share: null, risk_band: null, value_at_risk: null, customers: 15},
    {expected_revenue: 7.64, risk_share: null, risk_band: null, value_at_risk: null, customers: 5}
  ]);
  for (const mart of ["mart_churn_watch", "mart_risk_month", "mart_risk_segment"])
    expect(await warehouse.row(`select count(*) as n from ${mart}`)).toEqual({n: 0});
});
