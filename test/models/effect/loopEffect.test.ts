import {expect, it} from "vitest";
import {intLoopMember} from "../../../models/intermediate/int_loop_member.ts";
import {martLoopEffect} from "../../../models/marts/mart_loop_effect.ts";
import type {Model} from "../../../models/model.ts";
import {customerOf, promiseDays, serviceWorld, worldWarehouse, type World} from "./serviceWorld.ts";

const asked = [intLoopMember, martLoopEffect] as unknown as readonly Model[];

interface Effect {
  state: string;
  pairs: number;
  unmatched: number;
  difference: number | null;
  low: number;
  high: number;
}

const isFollowed = (customer: number) => (customer * 7919) % 97 < 45;

/** Bad service costs what a customer would have bought once the promise has run out, unless somebody came back to them. */
function loopWorld(seed: number): World {
  const {bought, events} = serviceWorld(seed, {customers: 900, chance: 0.1, share: 0.4});
  const lost = events.map((event, customer) =>
    event && !isFollowed(customer) ? event.lost.filter((day) => day > event.on + promiseDays) : []
  );
  return {
    bought: bought.map((days, customer) => {
      const gone = new Set(lost[customer]);
      return [...new Set([...days, ...(events[customer]?.lost.filter((day) => !gone.has(day)) ?? [])])].sort(
        (a, b) => a - b
      );
    }),
    events: events.map((event, customer) => event && {on: event.on, lost: lost[customer]!})
  };
}

it("what following up saves lies within the interval of most worlds", async () => {
  const all = await Promise.all(
    Array.from({length: 8}, async (_, seed) => {
      const world = loopWorld(seed + 1);
      const warehouse = await worldWarehouse(world, asked, isFollowed);
      const effect = await warehouse.row<Effect>("select * from mart_loop_effect where measure = 'purchase_days'");
      const likes = await warehouse.rows<{customer_id: string}>(
        "select customer_id from int_loop_member where not is_exposed"
      );
      const saved = likes.map(({customer_id}) => {
        const {on, lost} = world.events[customerOf(customer_id)]!;
        return lost.filter((day) => day <= on + promiseDays + 90).length;
      });
      const inWrongGroup = await warehouse.row<{n: number}>(
        `select count(*) as n from int_loop_member join int_loop_case using (customer_id)
         where is_exposed <> is_in_time or index_on <> happened_on`
      );
      expect(inWrongGroup.n).toBe(0);
      return {effect, truth: saved.reduce((sum, n) => sum + n, 0) / effect.pairs};
    })
  );
  expect(all.every(({effect}) => effect.state === "measured" && effect.pairs > 40)).toBe(true);
  expect(all.filter(({effect, truth}) => effect.low <= truth && truth <= effect.high).length).toBeGreaterThanOrEqual(7);
  expect(all.filter(({effect}) => effect.low > 0).length).toBeGreaterThanOrEqual(6);
});

it("where nobody is followed up there is nobody to compare", async () => {
  const warehouse = await worldWarehouse(loopWorld(1), asked);
  expect(await warehouse.rows("from mart_loop_effect")).toEqual([]);
});

it("where everybody is followed up nobody is alike", async () => {
  const warehouse = await worldWarehouse(loopWorld(1), asked, () => true);
  const row = await warehouse.row<Effect>("select * from mart_loop_effect where measure = 'purchase_days'");
  expect(row).toMatchObject({state: "too_few", pairs: 0, difference: null});
  expect(row.unmatched).toBeGreaterThan(100);
});

it("before ends with the case and after begins with the end of the promise; what was bought between is left out", async () => {
  const [on, pairs] = [700, 30];
  // All bought on the day of the case; those followed up also while the promise ran, their like the day after it.
  const bought = Array.from({length: 2 * pairs}, (_, i) =>
    isFollowed(i) ? [on - 100, on, on + 5, on + promiseDays] : [on - 100, on, on + promiseDays + 1]
  );
  const warehouse = await worldWarehouse({bought, events: bought.map(() => ({on, lost: []}))}, asked, isFollowed);
  const row = await warehouse.row("select * from mart_loop_effect where measure = 'purchase_days'");
  expect(row).toMatchObject({exposed_before: 1, matched_before: 1, exposed_after: 0, matched_after: 1, difference: -1});
});
