import {describe, expect, it} from "vitest";
import {martMemberEffect} from "../../../models/marts/mart_member_effect.ts";
import {dice} from "../randomCompany.ts";
import type {Booked} from "./pointsOracle.ts";
import {asOf, type Ordered, pointsWorld} from "./pointsWorld.ts";

const day = 86_400_000;

/** First orders of 600 customers, half of whom join with them; afterwards members order so many times as often. */
function company(seed: number, times: number) {
  const roll = dice(seed);
  const [orders, entries]: [Ordered[], Booked[]] = [[], []];
  for (let i = 0; i < 600; i++) {
    const member = `C-${String(i).padStart(4, "0")}`;
    const first = asOf - (200 + Math.floor(roll() * 300)) * day;
    const joins = roll() < 0.5;
    orders.push({member, at: first, revenue: 20 + Math.floor(roll() * 20)});
    if (joins) entries.push({id: `e${i}`, member, type: "earn", at: first, points: 10, expiresAt: null});
    for (let d = 1; d <= 180; d++)
      if (roll() < 0.01 * (joins ? times : 1)) orders.push({member, at: first + d * day, revenue: 30});
  }
  return {orders, entries};
}

const measured = async (times: number) => {
  const {orders, entries} = company(3, times);
  const world = await pointsWorld(entries, {orders, asked: [martMemberEffect]});
  const rows = await world.rows<Record<string, number | string | boolean>>("from mart_member_effect");
  const pairs = await world.row<{same: number; members: number}>(
    `select count(*) filter (m.is_exposed = (p.customer_id is not null)) as same, count(*) as members
     from int_loyalty_member m left join int_customer_points p using (customer_id) where is_matched`
  );
  world.close();
  return {rows, pairs};
};

describe("members beside their like", () => {
  it("differ by what was planted: twice as many orders", async () => {
    const {rows, pairs} = await measured(2);
    const days = rows.find(({measure}) => measure === "purchase_days")!;
    expect(days.pairs).toBeGreaterThan(150);
    expect(Number(days.low)).toBeGreaterThan(0);
    // 180 days at one in a hundred: 1.8 more.
    expect(Number(days.low)).toBeLessThan(1.8);
    expect(Number(days.high)).toBeGreaterThan(1.8);
    expect(pairs.same).toBe(pairs.members);
  });

  it("do not differ clearly where joining changes nothing", async () => {
    const {rows} = await measured(1);
    expect(rows.map(({is_clear}) => is_clear)).toEqual([false, false, false]);
  });
});
