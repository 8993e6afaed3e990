import {expect, it} from "vitest";
import {martSecondOrder} from "../../models/marts/mart_second_order.ts";
import {gapsOf, histories, lastDay} from "./oracle.ts";
import {daylong, dice, isoDay, randomCompany, zone} from "./randomCompany.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";
import {rawOrderLines, rawOrders} from "../../ingest/contracts/kinds.ts";

const asOn = Date.UTC(2026, 5, 30) / daylong;
const asOf = new Date(asOn * daylong + 12 * 3_600_000).toISOString();

/** A buyer so many days before as_of, who bought again after so many, or has not yet; and by which channel. */
interface Buyer {
  ago: number;
  after?: number;
  channel?: string;
}

function bought(buyers: readonly Buyer[]): string[] {
  const orders = buyers.flatMap(({ago, after, channel = "web"}, i) => {
    const at = (day: number) => `${isoDay(day)} 09:00:00`;
    const order = (id: string, day: number, sales_channel: string) => ({
      order_id: `${i}${id}`,
      email: `${i}@example.com`,
      ordered_at: at(day),
      is_cancelled: false,
      sales_channel: sales_channel || null
    });
    return [order("a", asOn - ago, channel), ...(after ? [order("b", asOn - ago + after, "later")] : [])];
  });
  const lines = orders.map(({order_id}) => ({order_id, quantity: 1, unit_price: 10}));
  return [insert(rawOrders, orders), insert(rawOrderLines, lines)];
}

const ask = async (fill: readonly string[], when = asOf, where = "UTC") =>
  (await ModelledWarehouse.of(fill, {asOf: when, zone: where}, [martSecondOrder])).rows(
    "select * from mart_second_order order by group_rank, days"
  );

/** Weeks to relapse under 6-MP; + is censored. Source: Freireich et al. (1963), as in R's survival vignettes. */
const weeks = "6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+".split(" ");

it("reproduces the published Kaplan–Meier curve of the 6-MP patients, one week a week", async () => {
  const buyers = weeks.map((text): Buyer => {
    const days = 7 * parseInt(text, 10);
    return text.endsWith("+") ? {ago: days} : {ago: 300, after: days};
  });
  const rows = (await ask(bought(buyers))).filter(({group_rank}) => group_rank === 0);
  const at = (week: number) => rows.find(({days}) => days === 7 * week)!;
  const left = [6, 7, 10, 13, 16, 22, 23].map((week) => Number((1 - at(week).returned_share).toFixed(3)));
  expect(left).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
  // Standard errors .0764 … .1346 (Greenwood), brought into ln(−ln S) and back.
  const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
  for (const [i, week] of [6, 7, 10, 13, 16, 22, 23].entries()) {
    const stays = 1 - at(week).returned_share;
    const reach = (1.959964 * errors[i]!) / (stays * Math.abs(Math.log(stays)));
    expect(at(week).returned_low).toBeCloseTo(1 - stays ** Math.exp(-reach), 3);
    expect(at(week).returned_high).toBeCloseTo(1 - stays ** Math.exp(reach), 3);
  }
  expect([at(5).returned_share, at(5).returned_low, at(5).at_risk_customers]).toEqual([0, null, 21]);
  expect(at(6).at_risk_customers).toBe(17);
  expect(rows.at(-1)!.days).toBe(7 * 34);
});

it("by brute force, on a company at random", async () => {
  const company = randomCompany(31, 150);
  const day = lastDay(company);
  const rows = await ask(company.fill, new Date((day + 1) * daylong - 8 * 3_600_000 - 1).toISOString(), zone);
  const watched = [...histories(company).values()].map((orders) => {
    const [gap] = gapsOf(orders);
    return {days: gap ?? day - orders[0]!.day, returned: gap !== undefined};
  });
  const share = (until: number) => {
    let stays = 1;
    for (let at = 1; at <= until; at++) {
      const risk = watched.filter(({days}) => days >= at).length;
      const back = watched.filter(({days, returned}) => returned && days === at).length;
      if (back) stays *= 1 - back / risk;
    }
    return 1 - stays;
  };
  const all = rows.filter(({group_rank}) => group_rank === 0);
  expect(all.length).toBeGreaterThan(20);
  for (const row of all) {
    expect(row.returned_share).toBeCloseTo(share(row.days), 9);
    expect(row.at_risk_customers).toBe(watched.filter(({days}) => days > row.days).length);
    expect(row.returned_customers).toBe(watched.filter(({days, returned}) => returned && days <= row.days).length);
    if (row.returned_low !== null) {
      expect(row.returned_low).toBeLessThan(row.returned_share);
      expect(row.returned_high).toBeGreaterThan(row.returned_share);
    }
  }
});

it("five channels of the first order have a curve, the others one together, the unknown one of their own", async () => {
  const roll = dice(5);
  const sizes = {a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, "": 2};
  const buyers = Object.entries(sizes).flatMap(([channel, n]) =>
    Array.from({length: n}, (_, i) => ({
      channel,
      ago: 200 + Math.floor(roll() * 50),
      after: i % 2 ? 20 + i : undefined
    }))
  );
  const rows = (await ask(bought(buyers))).filter(({days}) => days === 0);
  expect(rows.map((row) => [row.group_rank, row.group_kind, row.first_sales_channel, row.customers])).toEqual([
    [0, "all", null, 44],
    [1, "channel", "a", 9],
    [2, "channel", "b", 8],
    [3, "channel", "c", 7],
    [4, "channel", "d", 6],
    [5, "channel", "e", 5],
    [6, "others", null, 7],
    [7, "unknown", null, 2]
  ]);
});

it("where everybody came back on one day the curve ends before it, and nowhere is a number infinite", async () => {
  const rows = await ask(
    bought([
      {ago: 100, after: 30},
      {ago: 90, after: 30}
    ])
  );
  expect(rows.filter(({group_rank}) => group_rank === 0).map((row) => [row.days, row.returned_share])).toEqual([
    [0, 0],
    [7, 0],
    [14, 0],
    [21, 0],
    [28, 0]
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Infinity|NaN/);
});

it("without orders there is no curve", async () => {
  const fill = [...bought([{ago: 10}]), "update raw_orders set is_cancelled = true"];
  expect(await ask(fill)).toEqual([]);
});
