import {beforeAll, describe, expect, it} from "vitest";
import {intEffectMember} from "../../../models/intermediate/int_effect_member.ts";
import {martServiceEffect} from "../../../models/marts/mart_service_effect.ts";
import {martServiceEffectMonth} from "../../../models/marts/mart_service_effect_month.ts";
import type {Model} from "../../../models/model.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {customerOf, serviceWorld, worldWarehouse, type World} from "./serviceWorld.ts";

const asked = [intEffectMember, martServiceEffect, martServiceEffectMonth] as unknown as readonly Model[];

interface Effect {
  state: string;
  pairs: number;
  unmatched: number;
  difference: number;
  low: number;
  high: number;
  placebo_pairs: number;
  placebo_low: number;
  placebo_high: number;
}

interface Member {
  pair: number;
  is_exposed: boolean;
  is_matched: boolean;
  customer_id: string;
  day: number;
  month: string;
  revenue: number;
}

/** What was measured about purchase days, beside what bad service really cost those who were measured, more than it cost their like. */
async function measured(world: World) {
  const warehouse = await worldWarehouse(world, asked);
  const effect = await warehouse.row<Effect>("select * from mart_service_effect where measure = 'purchase_days'");
  const members = await warehouse.rows<{customer_id: string; is_exposed: boolean; day: number}>(
    `select customer_id, is_exposed, index_on - date '2023-01-01' as day from int_effect_member where is_matched`
  );
  const cost = members.map(({customer_id, is_exposed, day}) => {
    const lost = world.events[customerOf(customer_id)]?.lost ?? [];
    return (is_exposed ? -1 : 1) * lost.filter((on) => on > day && on <= day + 180).length;
  });
  return {effect, truth: cost.reduce((sum, n) => sum + n, 0) / effect.pairs};
}

it("a known effect of bad service lies within the interval of most worlds, and a year earlier there is none", async () => {
  const holds = (low: number, high: number, value: number) => low <= value && value <= high;
  const all = await Promise.all(Array.from({length: 14}, (_, seed) => measured(serviceWorld(1 + seed))));
  expect(all.filter(({effect, truth}) => holds(effect.low, effect.high, truth)).length).toBeGreaterThanOrEqual(11);
  expect(all.filter(({effect}) => effect.state === "measured" && effect.high < 0).length).toBe(14);
  expect(all.filter(({effect}) => holds(effect.placebo_low, effect.placebo_high, 0)).length).toBeGreaterThanOrEqual(11);
});

describe("one world", () => {
  const world = serviceWorld(7);
  let warehouse: Warehouse;
  let members: Member[];
  beforeAll(async () => {
    warehouse = await worldWarehouse(world, asked);
    members = await warehouse.rows<Member>(
      `select *, index_on - date '2023-01-01' as day, cast(index_on as varchar)[:7] as month, net_revenue_365d::double as revenue
       from int_effect_member order by pair, is_exposed desc`
    );
  });
  const daysOf = (member: Member) => world.bought[customerOf(member.customer_id)]!;
  const within = (member: Member, after: number, to: number) =>
    daysOf(member).filter((on) => on > member.day + after && on <= member.day + to);

  it("pairs customers of one month, history and tenure, of whom one had bad service that day and the other none by then", () => {
    const band = (from: readonly number[], x: number) => from.filter((limit) => x >= limit).length;
    const used = new Set<string>();
    const pairs = members.filter(({is_matched, is_exposed}) => is_matched && is_exposed);
    expect(pairs.length).toBeGreaterThan(60);
    for (const exposed of pairs) {
      const like = members.find(({pair, is_exposed}) => pair === exposed.pair && !is_exposed)!;
      const group = (member: Member) => [
        member.month,
        band([1, 2, 3, 5, 9, 17, 33], within(member, -365, 0).length),
        band([0, 2, 4, 8, 15, 31, 61, 121], member.day - Math.max(...within(member, -365, 0))),
        band([0, 91, 181, 545], member.day - daysOf(member)[0]!)
      ];
      expect(group(like)).toEqual(group(exposed));
      expect(world.events[customerOf(exposed.customer_id)]!.on).toBe(exposed.day);
      expect(world.events[customerOf(like.customer_id)]?.on ?? Infinity).toBeGreaterThan(like.day);
      expect(like.customer_id).not.toBe(exposed.customer_id);
      expect(used.has(like.customer_id)).toBe(false);
      used.add(like.customer_id);
      expect(Math.abs(Math.log1p(like.revenue) - Math.log1p(exposed.revenue))).toBeLessThan(0.3);
    }
  });

  it("everybody whose bad service is 180 days past is either matched or named as unmatched", async () => {
    const due = world.events.filter((event, i) => event && event.on <= 1_020 && world.bought[i]!.length).length;
    const row = await warehouse.row<Effect>("select distinct pairs, unmatched from mart_service_effect");
    expect(row.pairs + row.unmatched).toBe(due);
  });

  it("has the difference of differences of what was bought", async () => {
    const measures = {
      purchase_days: (member: Member, after: number, to: number) => within(member, after, to).length,
      returning_share: (member: Member, after: number, to: number) => Number(within(member, after, to).length > 0)
    };
    for (const [measure, of] of Object.entries(measures)) {
      for (const [prefix, shift, tenure] of [
        ["", 0, 0],
        ["placebo_", 365, 545]
      ] as const) {
        const pairs = new Map<number, number>();
        for (const member of members) {
          if (!member.is_matched || member.day - daysOf(member)[0]! < tenure) continue;
          const change = of(member, -shift, 180 - shift) - of(member, -180 - shift, -shift);
          pairs.set(member.pair, (pairs.get(member.pair) ?? 0) + (member.is_exposed ? change : -change));
        }
        const gaps = [...pairs.values()];
        const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
        const error = Math.sqrt(gaps.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (gaps.length - 1) / gaps.length);
        const row = await warehouse.row<Record<string, number>>(
          `select * from mart_service_effect where measure = '${measure}'`
        );
        expect(row[`${prefix}pairs`]).toBe(gaps.length);
        expect(row[`${prefix}difference`]).toBeCloseTo(mean, 9);
        // Beyond 60 degrees of freedom Student's quantile of 60 stands, 2.000.
        if (gaps.length > 60) expect((row[`${prefix}high`]! - row[`${prefix}low`]!) / 2).toBeCloseTo(2.0003 * error, 3);
      }
    }
  });

  it("months around the event add up to the days before and after", async () => {
    const months = await warehouse.rows<{is_exposed: boolean; n: number; mean: number}>(
      "select is_exposed, months_from_event as n, orders_per_customer as mean from mart_service_effect_month"
    );
    expect(months).toHaveLength(24);
    const row = await warehouse.row<Record<string, number>>(
      "select * from mart_service_effect where measure = 'purchase_days'"
    );
    for (const [isExposed, side] of [
      [true, "exposed"],
      [false, "matched"]
    ] as const)
      for (const [sign, when] of [
        [-1, "before"],
        [1, "after"]
      ] as const) {
        const sum = months
          .filter(({is_exposed, n}) => is_exposed === isExposed && Math.sign(n) === sign)
          .reduce((total, {mean}) => total + mean, 0);
        expect(sum).toBeCloseTo(row[`${side}_${when}`]!, 9);
      }
  });
});

it("their like needed help too where enough of them did; where nobody else did, the shares who opened a ticket say so", async () => {
  // Every other customer needs help once and buys half as much from then on, whether the ticket ends badly or well.
  const {bought} = serviceWorld(5, {customers: 2_400, chance: 0});
  const asking = bought.map((days, i) => (i % 2 ? undefined : days.find((on) => on > 650 && on < 710)));
  const world: World = {
    bought: bought.map((days, i) => days.filter((on, k) => asking[i] === undefined || on <= asking[i]! || k % 2 === 0)),
    events: asking.map((on, i) => (on !== undefined && i % 4 === 0 ? {on, lost: []} : null))
  };
  const read = async (of: World) => {
    const warehouse = await worldWarehouse(of, asked);
    return warehouse.row<Effect & Record<"exposed_ticket_share" | "matched_ticket_share", number>>(
      "select * from mart_service_effect where measure = 'purchase_days'"
    );
  };
  const alone = await read(world);
  expect(alone.exposed_ticket_share).toBe(1);
  expect(alone.matched_ticket_share).toBe(0);
  expect(alone.high).toBeLessThan(0);
  const helped = asking.map((on, i) => (on !== undefined && i % 4 === 2 ? [on] : []));
  const others = await read({...world, helped});
  expect(others).toMatchObject({exposed_ticket_share: 1, matched_ticket_share: 1});
  expect(others.pairs).toBeGreaterThan(100);
  expect(Math.abs(others.difference)).toBeLessThan(Math.abs(alone.difference) / 3);
});

it("few pairs say nothing, one customer has nobody alike, and nobody is no row", async () => {
  const few = await worldWarehouse(serviceWorld(3, {customers: 40}), asked);
  const row = await few.row<Effect>("select * from mart_service_effect where measure = 'purchase_days'");
  expect(row).toMatchObject({state: "too_few", difference: null, low: null, high: null, placebo_low: null});
  const alone = await worldWarehouse({bought: [[500, 650, 700]], events: [{on: 701, lost: []}]}, asked);
  expect(await alone.rows("select pairs, unmatched, exposed_before, difference from mart_service_effect")).toEqual(
    Array(3).fill({pairs: 0, unmatched: 1, exposed_before: null, difference: null})
  );
  expect(await alone.rows("from mart_service_effect_month")).toEqual([]);
  const nobody = await worldWarehouse({bought: [[500]], events: [null]}, asked);
  expect(await nobody.rows("from mart_service_effect")).toEqual([]);
});
