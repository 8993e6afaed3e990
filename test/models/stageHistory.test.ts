import {beforeAll, describe, expect, it} from "vitest";
import {martStageMonth} from "../../models/marts/mart_stage_month.ts";
import {martStageNet} from "../../models/marts/mart_stage_net.ts";
import {martStageReactivation} from "../../models/marts/mart_stage_reactivation.ts";
import {martMonth} from "../../models/marts/mart_month.ts";
import {intCustomerStage} from "../../models/intermediate/int_customer_stage.ts";
import {histories, lastDay, monthsBetween} from "./oracle.ts";
import {daylong, isoDay, monthOf, randomCompany, zone} from "./randomCompany.ts";
import {cutsOn, monthEnd, stageDays, standOn, tally} from "./stageOracle.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const asked = [martStageMonth, martStageNet, martStageReactivation, martMonth, intCustomerStage];
const company = randomCompany(21, 120);
const day = lastDay(company);

/** One in three registered on a day of their own, some of them after their first order; nobody knows of the others. */
const registered = (customer: number) => (customer % 3 ? null : monthEnd(day, 1 + (customer % 26)) - (customer % 20));
const register = Array.from({length: company.customers}, (_, i) => i)
  .filter((i) => registered(i) !== null)
  .map(
    (i) =>
      `update raw_customers set registered_at = timestamp '${isoDay(registered(i)!)} 03:00:00' where customer_key = 'a${i}'`
  );
const fill = [...company.fill, ...register];
const asOf = new Date((day + 1) * daylong - 8 * 3_600_000 - 1).toISOString();
let warehouse: ModelledWarehouse;

beforeAll(async () => {
  warehouse = await ModelledWarehouse.of(fill, {zone, asOf}, asked);
});

describe("by brute force, on a company at random", () => {
  it("the thresholds of every month end come from the gaps that had ended by then", async () => {
    const rows = await warehouse.rows("select * from int_lifecycle order by stage_on desc limit 25");
    expect(rows.map(({stage_on}) => stage_on)).toEqual(stageDays(day).map(isoDay));
    for (const [i, row] of rows.entries()) {
      const cuts = cutsOn(company, stageDays(day)[i]!);
      expect(row.gaps).toBe(cuts.gaps);
      expect(row.slipping_after_days).toBeCloseTo(cuts.slipping, 10);
      expect(row.dormant_after_days).toBe(cuts.dormant);
      expect(row.lost_after_days).toBeCloseTo(cuts.lost, 10);
    }
    expect(
      await warehouse.row(
        "select horizon_days - dormant_after_days as apart from int_as_of, int_lifecycle where is_as_of"
      )
    ).toEqual({apart: 0});
    expect(rows.map(({is_as_of}) => is_as_of)).toEqual([true, ...Array.from({length: 24}, () => false)]);
  });

  it("every month end counts the customers of every stage and their revenue of twelve months", async () => {
    for (const on of stageDays(day)) {
      const rows = await warehouse.rows(
        `select stage, customers, net_revenue_12m from mart_stage_month where month_on = '${isoDay(on)}' and customers > 0`
      );
      const stood = standOn(company, on, registered);
      const expected = Object.entries(tally(stood.map(({stage}) => stage))).map(([stage, customers]) => ({
        stage,
        customers,
        net_revenue_12m: stood.reduce((sum, one) => sum + (one.stage === stage ? one.revenue : 0), 0) / 100
      }));
      const byStage = (a: {stage?: string}, b: {stage?: string}) => (a.stage! < b.stage! ? -1 : 1);
      expect(rows.toSorted(byStage)).toEqual(expected.toSorted(byStage));
    }
  });

  it("every move of a month, of three and of twelve is there with its customers", async () => {
    const days = stageDays(day);
    const periods = [
      ...days.slice(0, -1).map((to, i) => ({to, from: days[i + 1]!, months: 1})),
      ...[3, 12].map((months) => ({to: day, from: days[months]!, months}))
    ];
    for (const {from, to, months} of periods) {
      const rows = await warehouse.rows(
        `select from_stage || ' ' || to_stage as move, customers, months from mart_stage_move
         where from_on = '${isoDay(from)}' and to_on = '${isoDay(to)}'`
      );
      const before = new Map(standOn(company, from, registered).map(({customer, stage}) => [customer, stage]));
      const isDated = (customer: number) => registered(customer) !== null || histories(company).has(customer);
      const moves = standOn(company, to, registered).map(
        ({customer, stage}) => `${before.get(customer) ?? (isDated(customer) ? "not_known" : "undated")} ${stage}`
      );
      expect(Object.fromEntries(rows.map(({move, customers}) => [move, customers]))).toEqual(tally(moves));
      expect(new Set(rows.map((row) => row.months))).toEqual(new Set([months]));
    }
  });

  it("who was dormant or lost and ordered in the month is reactivated, whatever the stage after it", async () => {
    const rows = await warehouse.rows("select * from mart_stage_reactivation order by month_on");
    const days = [...stageDays(day), monthEnd(day, 25)].toReversed();
    const expected = days.slice(1).flatMap((to, i) => {
      const silent = standOn(company, days[i]!, registered).filter(({stage}) => ["dormant", "lost"].includes(stage));
      const back = silent.filter(({customer}) =>
        histories(company)
          .get(customer)!
          .some((order) => order.day > days[i]! && order.day <= to)
      );
      return silent.length ? [[isoDay(to), silent.length, back.length]] : [];
    });
    expect(rows.map((row) => [row.month_on, row.silent_customers, row.reactivated_customers])).toEqual(expected);
    expect(rows.filter((row) => row.reactivated_customers > 0).length).toBeGreaterThan(12);
    for (const row of rows) {
      expect(row.reactivated_low).toBeLessThanOrEqual(row.reactivated_share);
      expect(row.reactivated_high).toBeGreaterThanOrEqual(row.reactivated_share);
    }
  });
});

describe("what must add up", () => {
  it("a matrix has the customers of both of its ends", async () => {
    const odd = await warehouse.rows(
      `with side as (
         select from_on as on_day, to_on, months, from_stage as stage, sum(customers) as moved from mart_stage_move
         where from_stage not in ('not_known', 'undated') group by all
         union all by name
         select to_on as on_day, to_on, months, to_stage as stage, sum(customers) as moved from mart_stage_move group by all
       )
       select * from side join mart_stage_month m on m.month_on = on_day and m.stage = side.stage where moved <> customers`
    );
    expect(odd).toEqual([]);
    const totals = await warehouse.rows(
      `select distinct months, (select count(*) from int_customer_stage) as everybody,
         sum(customers) over (partition by months) as moved
       from mart_stage_move where to_on = (select max(to_on) from mart_stage_move)`
    );
    expect(totals.map(({moved, everybody}) => moved - everybody)).toEqual([0, 0, 0]);
  });

  it("customers = customers before + entered − left + undated, and last month's are this month's before", async () => {
    expect(
      await warehouse.rows(
        `select * from mart_stage_month
         where customers <> customers_before + entered_customers - left_customers + undated_customers`
      )
    ).toEqual([]);
    expect(
      await warehouse.rows(
        `select * from (select *, lag(customers) over (partition by stage order by month_on) as last from mart_stage_month)
         where last <> customers_before`
      )
    ).toEqual([]);
  });

  it("the stages share the revenue of their twelve months, to the penny", async () => {
    const months = await warehouse.rows("select order_month, net_revenue::double as revenue from mart_month");
    const rows = await warehouse.rows(
      "select month_on, sum(net_revenue_12m)::double as revenue from mart_stage_month group by 1 order by 1"
    );
    expect(rows.length).toBe(25);
    for (const {month_on, revenue} of rows) {
      const within = months.filter(({order_month}) => {
        const ago = monthsBetween(order_month, monthOf(Date.parse(month_on) / daylong));
        return ago >= 0 && ago < 12;
      });
      expect(Math.round(revenue * 100)).toBe(Math.round(within.reduce((sum, row) => sum + row.revenue, 0) * 100));
    }
  });

  it("a customer's stage of today is in the last row", async () => {
    expect(
      await warehouse.rows(
        `select stage, count(*) as customers from int_customer_stage group by 1
         except select stage, customers from mart_stage_month where month_on = (select max(month_on) from mart_stage_month)`
      )
    ).toEqual([]);
  });

  it("net is what changed, its interval that of paired proportions", async () => {
    const rows = await warehouse.rows(
      `select n.*, (select sum(customers) from mart_stage_move m
         where m.from_on = n.from_on and m.to_on = n.to_on and from_stage <> 'undated') as everybody
       from mart_stage_net n`
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      const net = row.entered_customers - row.left_customers;
      const half = 1.959963984540054 * Math.sqrt(row.entered_customers + row.left_customers - net ** 2 / row.everybody);
      expect(row.net_customers).toBe(net);
      expect(row.net_low).toBeCloseTo(net - half, 9);
      expect(row.net_high).toBeCloseTo(net + half, 9);
    }
    const stages = rows.filter(({stage, months}) => months === 1 && stage !== "in_rhythm");
    const months = await warehouse.rows("select * from mart_stage_month");
    for (const {to_on, stage, entered_customers} of stages)
      expect(entered_customers).toBe(
        months.find((row) => row.month_on === to_on && row.stage === stage)!.entered_customers
      );
  });
});

describe("only what had happened by a month's end counts in it", () => {
  const cut = stageDays(day)[8]!;
  const after = new Date((cut + 1) * daylong - 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const past = (name: string, on: string) => `select * from ${name} where ${on} <= '${isoDay(cut)}' order by all`;
  const read = async (other: ModelledWarehouse) => ({
    months: await other.rows(past("mart_stage_month", "month_on")),
    moves: await other.rows(past("mart_stage_move", "to_on")),
    returns: await other.rows(past("mart_stage_reactivation", "month_on")),
    cuts: await other.rows(past("int_lifecycle", "stage_on"))
  });

  it.each([
    ["orders that came later are gone", [`delete from raw_orders where ordered_at >= '${after}'`]],
    [
      "orders that came later are others",
      [
        `update raw_orders set is_cancelled = not is_cancelled where ordered_at >= '${after}' and hash(order_id) % 2 = 0`,
        `update raw_orders set customer_key = 'a' || (hash(order_id) % 100), email = null
         where ordered_at >= '${after}' and hash(order_id) % 3 = 0`
      ]
    ],
    [
      "registrations that came later came sooner",
      [`update raw_customers set registered_at = '${after}' where registered_at >= '${after}'`]
    ]
  ])("%s", async (_, changes) => {
    const other = await ModelledWarehouse.of([...fill, ...changes], {zone, asOf}, asked);
    const before = await read(warehouse);
    expect(before.months.length).toBe(17 * 8);
    expect(await read(other)).toEqual(before);
    expect(await other.rows("select * from mart_stage_month order by all")).not.toEqual(
      await warehouse.rows("select * from mart_stage_month order by all")
    );
  });
});
