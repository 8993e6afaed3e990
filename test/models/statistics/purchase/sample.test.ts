import {describe, expect, it} from "vitest";
import {createDice} from "../../../../data/generator/dice.ts";
import {fitPurchase} from "../../../../models/statistics/purchase/fitPurchase.ts";
import {sampleOf, totalsOf} from "../../../../models/statistics/purchase/groups.ts";
import {groupsFrom} from "./histories.ts";

/** Customers of a simple process in whole days, grouped: most buy once, so that a few groups hold most of them. */
function base(customers: number, seed: number) {
  const dice = createDice(seed);
  const counts = new Map<string, number>();
  for (let i = 0; i < customers; i++) {
    const [T, rate, p] = [dice.int(0, 200), dice.gamma(0.6, 60), dice.beta(0.8, 2.5)];
    let [x, last] = [0, 0];
    for (let at = dice.exponential(rate); at < T && !dice.chance(p); at += dice.exponential(rate)) {
      if (Math.floor(at) > last) [x, last] = [x + 1, Math.floor(at)];
    }
    const key = `${x} ${last / 7} ${T / 7}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return groupsFrom([...counts].map(([key, n]) => [...key.split(" ").map(Number), n]));
}

describe("a sample of groups", () => {
  const groups = base(40_000, 1);
  const sample = sampleOf(groups, 1500);

  it("has about as many groups as asked for, and the same customers' mean as all", () => {
    expect(Math.abs(sample.repeats.length / 1500 - 1)).toBeLessThan(0.1);
    const [all, some] = [totalsOf(groups), totalsOf(sample)];
    expect(some.repeatBuyers / some.customers / (all.repeatBuyers / all.customers)).toBeCloseTo(1, 1);
    expect(some.age / some.customers / (all.age / all.customers)).toBeCloseTo(1, 1);
  });

  it("never leaves out a great group, and takes no more than are there", () => {
    const greatest = Math.max(...groups.customers);
    expect(Math.max(...sample.customers)).toBeGreaterThan(0);
    const place = groups.customers.indexOf(greatest);
    expect([...sample.age].some((T, i) => T === groups.age[place] && sample.repeats[i] === groups.repeats[place])).toBe(
      true
    );
    expect(sampleOf(groups, 1e6)).toBe(groups);
  });

  // 2026-11-22: groups taken evenly left out most of those who bought once; r came out 7 % off with an error of 2 %.
  // Pareto/NBD is not what drew these: how long customers live is told by so few that its s and β say nothing.
  it.each([
    ["mbg_nbd", 4],
    ["pareto_nbd", 2]
  ] as const)("%s fitted on it is within its errors of the fit on all", (model, told) => {
    const [all, some] = [fitPurchase(model, groups), fitPurchase(model, groups, {mostGroups: 1500})];
    expect([all.state, some.state]).toEqual(["fitted", "fitted"]);
    all.parameters.slice(0, told).forEach((p, i) => {
      expect(Math.abs(some.parameters[i]! - p) / some.standardErrors[i]!).toBeLessThan(2.5);
      expect(some.standardErrors[i]!).toBeGreaterThan(all.standardErrors[i]!);
    });
    expect(some.customers).toBeLessThan(all.customers);
  });
});
