import {beforeAll, describe, expect, it} from "vitest";
import {usualSegments} from "../../ingest/rfmConfig.ts";
import {martSegment} from "../../models/marts/mart_segment.ts";
import {martSegmentMonth} from "../../models/marts/mart_segment_month.ts";
import {martSegmentMove} from "../../models/marts/mart_segment_move.ts";
import type {Settings} from "../../models/settings.ts";
import {histories, lastDay, snapshotDays} from "./oracle.ts";
import {isoDay, randomCompany, zone, type Company} from "./randomCompany.ts";
import {usual} from "./retention.ts";
import {scoredOn, type Scored} from "./rfmOracle.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const asked = [martSegment, martSegmentMonth, martSegmentMove];
const five = [1, 2, 3, 4, 5];

/** The usual table, but champions of the highest revenue have a name of their own. */
const withMonetary: Settings["rfm"]["segments"] = [
  {...usualSegments[0]!, monetary: [1, 2, 3, 4]},
  {...usualSegments[0]!, segment: "stars", monetary: [5]},
  ...usualSegments.slice(1)
];

const cases = [
  ["a window of 120 days", 1, {...usual.rfm, windowDays: 120}],
  ["no window", 2, {...usual.rfm, windowDays: null}],
  [
    "limits and a table with the monetary score",
    3,
    {
      windowDays: 200,
      thresholds: {recency: [14, 40, 80, 150], monetary: [-5, 20, 60, 150]},
      segments: withMonetary
    }
  ]
] as const;

describe.each(cases)("the history of segments with %s, against brute force", (_, seed, rfm) => {
  let company: Company;
  let warehouse: ModelledWarehouse;
  let days: number[];
  /** Customers as scored on each day, newest first. */
  let scored: Map<string, Scored>[];
  const cents = (value: number) => Math.round(value * 100);

  beforeAll(async () => {
    company = randomCompany(seed);
    warehouse = await ModelledWarehouse.of(company.fill, {zone, rfm}, asked);
    const keys = await warehouse.rows(
      "select source_key, customer_id from int_customer_keys where source_key like 'a%'"
    );
    const idOf = new Map(keys.map(({source_key, customer_id}) => [Number(source_key.slice(1)), String(customer_id)]));
    const first = Math.min(...[...histories(company).values()].map((orders) => orders[0]!.day));
    days = snapshotDays(lastDay(company), 24, first);
    scored = days.map((day) => new Map(scoredOn(company, day, rfm).map((row) => [idOf.get(row.customer)!, row])));
  });

  it("scores each day with what was known by then", async () => {
    const rows = await warehouse.rows(
      "select * exclude (first_order_on) from int_rfm_month order by month_on desc, customer_id"
    );
    const expected = days.flatMap((day, i) =>
      [...scored[i]!]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([customer_id, {customer: _customer, purchase_days: _days, ...row}]) => ({
          month_on: isoDay(day),
          customer_id,
          ...row
        }))
    );
    expect(rows.length).toBeGreaterThan(300);
    expect(rows).toEqual(expected);
  });

  it("counts customers and their money by month and segment, also where nobody is", async () => {
    const rows = await warehouse.rows("select * from mart_segment_month order by month_on desc, position");
    const names = [...new Set(rfm.segments.map(({segment}) => segment))];
    expect(rows.map((row) => [row.month_on, row.segment, row.customers, cents(row.net_revenue)])).toEqual(
      days.flatMap((day, i) =>
        names.map((name) => {
          const own = [...scored[i]!.values()].filter(({segment}) => segment === name);
          return [isoDay(day), name, own.length, own.reduce((sum, {monetary}) => sum + cents(monetary), 0)];
        })
      )
    );
  });

  it("finds every move between segments, into them and out of them", async () => {
    const expected = new Map<string, [number, number, number]>();
    const orders = histories(company);
    for (const months of [1, 3, 12]) {
      for (const customer of new Set([...scored[0]!.keys(), ...scored[months]!.keys()])) {
        const [then, now] = [scored[months]!.get(customer), scored[0]!.get(customer)];
        const arrived = orders.get((now ?? then)!.customer)![0]!.day > days[months]! ? "(new)" : "(returned)";
        const move = [months, then?.segment ?? arrived, now?.segment ?? "(gone)"].join(" ");
        const [n, before, after] = expected.get(move) ?? [0, 0, 0];
        expected.set(move, [n + 1, before + cents(then?.monetary ?? 0), after + cents(now?.monetary ?? 0)]);
      }
    }
    const rows = await warehouse.rows("select * from mart_segment_move");
    const found = rows.map((row): [string, number[]] => [
      [row.months_before, row.from_segment, row.to_segment].join(" "),
      [row.customers, cents(row.net_revenue_before), cents(row.net_revenue_after)]
    ]);
    if (rfm.windowDays) expect([...expected.keys()].join()).toMatch(/\(returned\).*\(gone\)|\(gone\).*\(returned\)/);
    const sorted = (entries: [string, number[]][]) => entries.sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(found)).toEqual(sorted([...expected]));
    expect(new Set(rows.map(({to_on}) => to_on))).toEqual(new Set([isoDay(days[0]!)]));
  });

  it("moves sum to the sizes and the revenue of the segments on both days, exactly", async () => {
    for (const [side, day, revenue] of [
      ["from_segment", "from_on", "net_revenue_before"],
      ["to_segment", "to_on", "net_revenue_after"]
    ]) {
      const {rows, wrong} = await warehouse.row(
        `with moved as (select months_before, ${day} as month_on, ${side} as segment, sum(customers) as n, sum(${revenue}) as money
           from mart_segment_move group by all)
         select count(*) as rows, count(*) filter (coalesce(n, 0) <> customers or coalesce(money, 0) <> net_revenue) as wrong
         from (select distinct months_before as months, ${day} as month_on from mart_segment_move) as pairs
         join mart_segment_month using (month_on) left join moved on months = moved.months_before and moved.segment = mart_segment_month.segment`
      );
      expect({side, wrong}).toEqual({side, wrong: 0});
      expect(rows).toBe(3 * new Set(rfm.segments.map(({segment}) => segment)).size);
    }
    const outside = await warehouse.row(
      `select sum(net_revenue_before) filter (from_segment in ('(new)', '(returned)')) as before,
         coalesce(sum(net_revenue_after) filter (to_segment = '(gone)'), 0) as after from mart_segment_move`
    );
    expect(outside).toEqual({before: 0, after: 0});
  });

  it("today's rows are the segments of today", async () => {
    const today = "select segment, position, customers, net_revenue, customer_share, revenue_ratio";
    expect(await warehouse.rows(`${today} from mart_segment_month where months_before = 0 order by position`)).toEqual(
      await warehouse.rows(`${today} from mart_segment order by position`)
    );
  });
});

describe("the past of the segments", () => {
  it("is not changed by what happens later", async () => {
    const company = randomCompany(4);
    const rfm = {...usual.rfm, windowDays: 150};
    const cut = snapshotDays(lastDay(company), 24, 0)[4]!;
    const asOf = new Date((lastDay(company) + 1) * 86_400_000 - 8 * 3_600_000 - 1).toISOString();
    const after = `timestamp '${isoDay(cut + 1)}' - interval 8 hours`;
    const later = [
      `delete from raw_orders where ordered_at >= ${after} and hash(order_id) % 2 = 0`,
      `delete from raw_order_lines where order_id not in (select order_id from raw_orders)`,
      `update raw_orders set is_cancelled = not is_cancelled, refunded = 1 where ordered_at >= ${after}`
    ];
    const build = (changes: string[]) =>
      ModelledWarehouse.of([...company.fill, ...changes], {zone, rfm, asOf}, [martSegmentMonth]);
    const [before, altered] = [await build([]), await build(later)];
    for (const name of ["int_rfm_month", "mart_segment_month"]) {
      const rows = (warehouse: ModelledWarehouse, where: string) =>
        warehouse.rows(`select * from ${name} where month_on ${where} '${isoDay(cut)}' order by all`);
      expect(await rows(altered, "<=")).toEqual(await rows(before, "<="));
      expect((await rows(before, "<=")).length).toBeGreaterThan(100);
      expect(await rows(altered, ">")).not.toEqual(await rows(before, ">"));
    }
  });

  it("begins with the first order, and says where the window is not full yet", async () => {
    const company = randomCompany(5);
    const warehouse = await ModelledWarehouse.of(company.fill, {zone, rfm: {...usual.rfm, windowDays: 700}}, [
      martSegmentMonth
    ]);
    const first = Math.min(...[...histories(company).values()].map((orders) => orders[0]!.day));
    const rows = await warehouse.rows("select distinct month_on, is_window_full from mart_segment_month order by 1");
    expect(rows.map((row) => [row.month_on, row.is_window_full])).toEqual(
      snapshotDays(lastDay(company), 24, first)
        .sort((a, b) => a - b)
        .map((day) => [isoDay(day), day - first >= 699])
    );
    expect(new Set(rows.map((row) => row.is_window_full))).toEqual(new Set([true, false]));
  });

  it("of a company of one month has no moves", async () => {
    const company = randomCompany(6);
    const young = [
      "update raw_orders set ordered_at = timestamp '2026-01-02' + to_hours((hash(order_id) % 400)::bigint)",
      "delete from raw_tickets",
      "delete from raw_feedback"
    ];
    const warehouse = await ModelledWarehouse.of([...company.fill, ...young], {zone}, asked);
    expect(await warehouse.rows("select * from mart_segment_move")).toEqual([]);
    expect(await warehouse.row("select count(*) as n, max(months_before) as most from mart_segment_month")).toEqual({
      n: usualSegments.length,
      most: 0
    });
  });
});

it("the mean score of a segment is that of its codes", async () => {
  const warehouse = await ModelledWarehouse.of(randomCompany(7).fill, {zone, rfm: cases[2][2]}, [martSegment]);
  const rows = await warehouse.rows("select segment, mean_score from mart_segment");
  for (const {segment, mean_score} of rows) {
    const codes = five.flatMap((r) =>
      five.flatMap((f) =>
        five
          .filter((m) =>
            withMonetary.some(
              (row) =>
                row.segment === segment &&
                row.recency.includes(r) &&
                row.frequency.includes(f) &&
                (row.monetary === undefined || row.monetary.includes(m))
            )
          )
          .map((m) => (r + f + m) / 3)
      )
    );
    expect(mean_score).toBeCloseTo(codes.reduce((sum, score) => sum + score, 0) / codes.length, 12);
  }
});
