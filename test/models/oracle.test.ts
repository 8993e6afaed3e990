import {beforeAll, describe, expect, it} from "vitest";
import {
  addMonths,
  cents,
  featuresOf,
  gapsOf,
  histories,
  horizonOf,
  lastDay,
  money,
  monthsBetween,
  quantile,
  snapshotDays,
  warningsOf
} from "./oracle.ts";
import {isoDay, monthOf, randomCompany, zone, type Company} from "./randomCompany.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

describe.each([1, 2, 3])("random company %i against brute force", (seed) => {
  let company: Company;
  let warehouse: ModelledWarehouse;
  let idOf: Map<number, string>;

  beforeAll(async () => {
    company = randomCompany(seed);
    warehouse = await ModelledWarehouse.of(company.fill, {zone});
    const keys = await warehouse.rows(
      "select source_key, customer_id from int_customer_keys where source_key like 'a%'"
    );
    idOf = new Map(keys.map(({source_key, customer_id}) => [Number(source_key.slice(1)), customer_id]));
  });

  it("both keys and the e-mail of a customer lead to one customer_id", async () => {
    const rows = await warehouse.rows(
      "select customer_id, count(*) as keys from int_customer_keys group by customer_id"
    );
    expect(rows).toHaveLength(company.customers);
    expect(new Set(rows.map(({keys}) => keys))).toEqual(new Set([3]));
  });

  it("as_of is the last event and the horizon the long gap in whole weeks", async () => {
    expect(await warehouse.row("select as_of_on, horizon_days from int_as_of")).toEqual({
      as_of_on: isoDay(lastDay(company)),
      horizon_days: horizonOf(company)
    });
  });

  it("cohorts hold the customers, orders and money of each month", async () => {
    const expected = new Map<string, {active: Set<number>; orders: number; cents: number}>();
    const last = new Map<number, string>();
    for (const [customer, orders] of histories(company)) {
      for (const order of orders) {
        const cell = `${monthOf(orders[0]!.day)} ${monthOf(order.day)}`;
        const found = expected.get(cell) ?? {active: new Set(), orders: 0, cents: 0};
        expected.set(cell, {
          active: found.active.add(customer),
          orders: found.orders + 1,
          cents: found.cents + order.cents
        });
        last.set(customer, cell);
      }
    }
    const rows =
      await warehouse.rows(`select *, cohort_on as cohort_month, period_on as order_month from mart_cohort_retention
       where period = 'month' and dimension = 'all' order by cohort_month, order_month`);
    expect(
      rows.map((row) => [`${row.cohort_month} ${row.order_month}`, row.active_customers, row.orders, row.net_revenue])
    ).toEqual([...expected].sort().map(([cell, {active, orders, cents}]) => [cell, active.size, orders, money(cents)]));
    for (const row of rows) {
      const cohort = [...last.values()].filter((cell) => cell.startsWith(row.cohort_month));
      expect(row.cohort_customers).toBe(cohort.length);
      expect(row.returning_later_customers).toBe(cohort.filter((cell) => cell.slice(11) >= row.order_month).length);
      expect(row.periods_since_first).toBe(monthsBetween(row.cohort_month, row.order_month));
    }
  });

  it("RFM scores count the quantiles below a value", async () => {
    const asOf = lastDay(company);
    const values = [...histories(company)].map(([customer, orders]) => ({
      customer_id: idOf.get(customer)!,
      recency_days: asOf - orders.at(-1)!.day,
      frequency: orders.length,
      purchase_days: gapsOf(orders).length + 1,
      monetary: money(cents(orders))
    }));
    const score = (measure: "recency_days" | "frequency" | "monetary", value: number) =>
      1 +
      [0.2, 0.4, 0.6, 0.8].filter(
        (p) =>
          value >
          quantile(
            values.map((row) => row[measure]),
            p
          )!
      ).length;
    const rows = await warehouse.rows("select * exclude (segment) from mart_rfm order by customer_id");
    expect(rows).toEqual(
      values
        .map((row) => ({
          ...row,
          recency_score: 6 - score("recency_days", row.recency_days),
          frequency_score: score("frequency", row.frequency),
          monetary_score: score("monetary", row.monetary)
        }))
        .sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1))
    );
  });

  it("customer 360 holds every customer with orders, money, rhythm and contacts", async () => {
    const asOf = lastDay(company);
    const rows = await warehouse.rows("select * from mart_customer_360");
    expect(rows).toHaveLength(company.customers);
    for (const [customer, customer_id] of idOf) {
      const row = rows.find((row) => row.customer_id === customer_id)!;
      const orders = histories(company).get(customer) ?? [];
      const recent = (days: number) => orders.filter(({day}) => day > asOf - days);
      const median = quantile(gapsOf(orders), 0.5);
      const silence = orders.length ? asOf - orders.at(-1)!.day : null;
      expect(row).toMatchObject({
        orders: orders.length,
        cancelled_orders: company.orders.filter((order) => order.customer === customer && order.isCancelled).length,
        orders_365d: recent(365).length,
        net_revenue: money(cents(orders)),
        net_revenue_30d: money(cents(recent(30))),
        net_revenue_365d: money(cents(recent(365))),
        first_order_on: orders.length ? isoDay(orders[0]!.day) : null,
        days_since_last_order: silence,
        median_gap_days: median,
        silence_ratio: median && silence !== null ? silence / median : null,
        tickets: company.tickets.filter((ticket) => ticket.customer === customer).length,
        last_nps_score: company.answers.filter((answer) => answer.customer === customer).at(-1)?.score ?? null
      });
    }
  });

  it("the revenue bridge names each customer's change and adds up", async () => {
    const asOf = lastDay(company);
    const [year, twoYears] = [addMonths(asOf, -12), addMonths(asOf, -24)];
    const steps: Record<string, [number, number]> = Object.fromEntries(
      ["start", "new", "reactivated", "expansion", "contraction", "churned", "end"].map((step) => [step, [0, 0]])
    );
    const add = (step: string, change: number) => (steps[step] = [steps[step]![0] + 1, steps[step]![1] + change]);
    for (const orders of histories(company).values()) {
      const before = orders.filter(({day}) => day > twoYears && day <= year);
      const after = orders.filter(({day}) => day > year);
      const change = cents(after) - cents(before);
      if (before.length) add("start", cents(before));
      if (after.length) add("end", cents(after));
      if (before.length && after.length) add(change >= 0 ? "expansion" : "contraction", change);
      else if (before.length) add("churned", change);
      else if (after.length) add(orders[0]!.day > year ? "new" : "reactivated", change);
    }
    const rows = await warehouse.rows("select step, customers, net_revenue from mart_revenue_bridge order by position");
    expect(rows.map(Object.values)).toEqual(
      Object.entries(steps).map(([step, [n, change]]) => [step, n, money(change)])
    );
    const {gap} = await warehouse.row(
      "select sum(case step when 'start' then net_revenue when 'end' then -net_revenue else net_revenue end) as gap from mart_revenue_bridge"
    );
    expect(gap).toBe(0);
  });

  it("churn features are what was known on each snapshot day", async () => {
    const first = Math.min(...[...histories(company).values()].map((orders) => orders[0]!.day));
    const days = snapshotDays(lastDay(company), 12, first);
    const rows = await warehouse.rows("select * from int_churn_features");
    const expected = [...idOf].flatMap(([customer, customer_id]) =>
      days.flatMap((day) => {
        const row = featuresOf(company, customer, day);
        return row ? [{customer_id, ...row}] : [];
      })
    );
    const key = (row: {customer_id?: unknown; snapshot_on?: unknown}) =>
      `${String(row.customer_id)} ${String(row.snapshot_on)}`;
    const byKey = (a: object, b: object) => (key(a) < key(b) ? -1 : 1);
    const names = Object.keys(expected[0]!);
    const known = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] as unknown])));
    expect(known.sort(byKey)).toEqual(expected.sort(byKey));
  });

  it("warnings at as_of, and leavers of past snapshots with and without them, are counted one by one", async () => {
    const first = Math.min(...[...histories(company).values()].map((orders) => orders[0]!.day));
    const asOf = lastDay(company);
    const seen = snapshotDays(asOf, 12, first).flatMap((day) =>
      [...idOf].flatMap(([customer, id]) => {
        const row = featuresOf(company, customer, day);
        return row ? [{id, day, row, ...warningsOf(row)}] : [];
      })
    );
    const now = seen.filter(({day}) => day === asOf).flatMap(({id, warned}) => warned.map((name) => `${id} ${name}`));
    expect(now.length).toBeGreaterThan(20);
    const rows = await warehouse.rows("select customer_id, warning from mart_churn_warning");
    expect(rows.map((row) => `${String(row.customer_id)} ${String(row.warning)}`).sort()).toEqual(now.sort());

    const closed = seen.filter(({row}) => row.is_horizon_closed);
    const left = (some: typeof closed) => some.filter(({row}) => row.has_churned).length;
    const tests = await warehouse.rows("select * from mart_churn_warning_test");
    expect(tests).toHaveLength(5);
    for (const {warning, ...test} of tests) {
      const warned = closed.filter((one) => one.warned.includes(String(warning)));
      const spared = closed.filter((one) => one.judged.includes(String(warning)) && !warned.includes(one));
      expect({warning, ...test}).toMatchObject({
        warned_now: now.filter((text) => text.endsWith(` ${String(warning)}`)).length,
        warned: warned.length,
        churned: left(warned),
        unwarned: spared.length,
        unwarned_churned: left(spared)
      });
    }
  });
});
