import {describe, expect, it} from "vitest";
import {intLoyaltyTier, noTier} from "../../../models/intermediate/int_loyalty_tier.ts";
import {intMemberTier} from "../../../models/intermediate/int_member_tier.ts";
import {martLoyaltyMove} from "../../../models/marts/mart_loyalty_move.ts";
import {martLoyaltyTier} from "../../../models/marts/mart_loyalty_tier.ts";
import {usualGrowth} from "../growth.ts";
import {asOf, pointsWorld} from "./pointsWorld.ts";
import {randomOrders, randomPoints} from "./randomPoints.ts";

const day = 86_400_000;
const dayOf = (at: number) => Math.floor(at / day);
const today = dayOf(asOf);
/** Days of as_of and the 12 month ends before it; as_of is the last day of June 2026. */
const monthEnds = Array.from({length: 13}, (_, n) => (n === 0 ? today : Math.round(Date.UTC(2026, 6 - n, 0) / day)));

const entries = randomPoints(5);
const orders = randomOrders(6);
const members = [...new Set(entries.map(({member}) => member))];
const firstDay = (member: string) =>
  Math.min(...entries.filter((entry) => entry.member === member).map(({at}) => dayOf(at)));

interface Rule {
  tiers: readonly {tier: string; points: number | null; revenue: number | null}[];
  windowDays: number;
  graceDays: number;
}

/** The highest tier met on any of the days of grace up to this one, day by day. */
function tierOn(member: string, on: number, {tiers, windowDays, graceDays}: Rule): string {
  const byRevenue = tiers[0]!.revenue !== null;
  const counted = byRevenue
    ? orders.filter((order) => order.member === member).map(({at, revenue}) => ({on: dayOf(at), value: revenue}))
    : entries
        .filter((entry) => entry.member === member && entry.type === "earn")
        .map(({at, points}) => ({on: dayOf(at), value: points}));
  let best = -1;
  // Nobody has a tier before the first thing that is known of them.
  const first = Math.min(firstDay(member), ...counted.map(({on}) => on));
  for (let d = on - graceDays; d <= on; d++) {
    if (d < first) continue;
    const inWindow = counted.filter((one) => one.on <= d && one.on > d - windowDays);
    const measure = Math.round(inWindow.reduce((sum, {value}) => sum + value * 100, 0)) / 100;
    best = Math.max(
      best,
      tiers.findLastIndex(({points, revenue}) => measure >= (points ?? revenue)!)
    );
  }
  return tiers[best]?.tier ?? noTier;
}

const byPoints = (graceDays: number): Rule => ({
  tiers: [
    {tier: "Silver", points: 100, revenue: null},
    {tier: "Gold", points: 300, revenue: null}
  ],
  windowDays: 180,
  graceDays
});

describe.each<[string, Rule]>([
  ["by points", byPoints(0)],
  ["by points with 45 days of grace", byPoints(45)],
  [
    "by revenue with 20 days of grace",
    {
      tiers: [
        {tier: "Silver", points: null, revenue: 0},
        {tier: "Gold", points: null, revenue: 120.5}
      ],
      windowDays: 365,
      graceDays: 20
    }
  ]
])("tiers %s", (_, rule) => {
  it("are those of a count day by day, at each month end, and every member moves once", async () => {
    const changes = {loyalty: {...usualGrowth.loyalty, ...rule}};
    const world = await pointsWorld(entries, {
      orders,
      changes,
      asked: [intMemberTier, martLoyaltyTier, martLoyaltyMove]
    });
    const found = await world.rows<{on: number; member: string; tier: string}>(
      `select date_diff('day', date '1970-01-01', month_on) as on, customer_id as member, tier from int_member_tier`
    );
    const expected = monthEnds.flatMap((on) =>
      members
        .filter((member) => firstDay(member) <= on)
        .map((member) => [on, member, tierOn(member, on, rule)].join(" "))
    );
    expect(found.map(({on, member, tier}) => [on, member, tier].join(" ")).sort()).toEqual(expected.sort());
    expect(new Set(found.map(({tier}) => tier)).size).toBeGreaterThan(1);
    const {moved, tiered} = await world.row<{moved: number; tiered: number}>(
      `select (select sum(members) from mart_loyalty_move where months_before = 12)::double as moved,
        (select sum(members) from mart_loyalty_tier)::double as tiered`
    );
    expect([moved, tiered]).toEqual([members.length, members.length]);
    world.close();
  });
});

it("without rules the tier is the last that the ledger names, and tiers stand in the order of points earned", async () => {
  const named = [
    ["C-1", "a", 400, 10, "Basic"],
    ["C-1", "b", 100, 900, "Top"],
    ["C-2", "c", 200, 20, "Basic"],
    ["C-3", "d", 50, 5, null]
  ] as const;
  const world = await pointsWorld([], {
    asked: [intMemberTier, intLoyaltyTier],
    sql: named.map(
      ([member, id, ago, points, tier]) =>
        `insert into int_customer_points (entry_id, customer_id, happened_at, happened_on, entry_type, points, tier)
         values ('${id}', '${member}', timestamp '2026-06-30' - interval ${ago} day, date '2026-06-30' - ${ago}, 'earn', ${points}, ${tier ? `'${tier}'` : "null"})`
    )
  });
  const at = (months: number) =>
    world.rows(`select customer_id, tier from int_member_tier where months_before = ${months} order by 1`);
  expect(await at(0)).toEqual([
    {customer_id: "C-1", tier: "Top"},
    {customer_id: "C-2", tier: "Basic"},
    {customer_id: "C-3", tier: noTier}
  ]);
  expect(await at(5)).toEqual([
    {customer_id: "C-1", tier: "Basic"},
    {customer_id: "C-2", tier: "Basic"}
  ]);
  expect(
    (await world.rows<{tier: string}>("select tier from int_loyalty_tier order by position")).map(({tier}) => tier)
  ).toEqual(["Basic", "Top"]);
  world.close();
});
