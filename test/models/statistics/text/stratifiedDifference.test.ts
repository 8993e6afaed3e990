import {describe, expect, it} from "vitest";
import {differenceOfShares} from "../../../../models/statistics/experiments/shares.ts";
import {random} from "../../../../models/statistics/learning/random.ts";
import {stratifiedDifference, type Stratum} from "../../../../models/statistics/text/stratifiedDifference.ts";

const stratum = (a: number, n: number, c: number, m: number): Stratum => ({
  now: {successes: a, n},
  before: {successes: c, n: m}
});

describe("the difference within strata", () => {
  it("of one stratum is the plain difference; one-sided strata say nothing", () => {
    const one = stratum(30, 100, 20, 120);
    const plain = differenceOfShares(one.now, one.before);
    expect(stratifiedDifference([one])).toEqual(plain);
    expect(stratifiedDifference([one, stratum(5, 10, 0, 0), stratum(0, 0, 7, 9)])).toEqual(plain);
    expect(stratifiedDifference([stratum(5, 10, 0, 0)])).toBeNull();
    expect(stratifiedDifference([])).toBeNull();
  });

  it("is none where only the mix of strata changes (Simpson's paradox)", () => {
    const told = stratifiedDifference([stratum(90, 900, 10, 100), stratum(50, 100, 450, 900)])!;
    expect(told.difference).toBeCloseTo(0, 12);
    expect(told.pValue).toBeCloseTo(1, 12);
    expect([told.low < 0, told.high > 0]).toEqual([true, true]);
  });

  it("of equal halves is the mean of their differences, with the variance of that mean", () => {
    const told = stratifiedDifference([stratum(30, 100, 20, 100), stratum(60, 100, 50, 100)])!;
    const error = Math.sqrt((0.3 * 0.7 + 0.2 * 0.8 + 0.6 * 0.4 + 0.5 * 0.5) / 100) / 2;
    expect(told.difference).toBeCloseTo(0.1, 12);
    expect(told.high - told.difference).toBeCloseTo(1.959964 * error, 6);
  });

  it("holds what is true in about 95 of 100 draws", () => {
    const next = random(3);
    const draw = (n: number, p: number) => Array.from({length: n}, () => +(next() < p)).reduce((sum, x) => sum + x, 0);
    const held = Array.from({length: 1000}, () => {
      const strata = [
        [60, 0.3, 0.2, 90],
        [25, 0.6, 0.5, 20],
        [150, 0.15, 0.05, 40]
      ].map(([n, p, q, m]) => stratum(draw(n!, p!), n!, draw(m!, q!), m!));
      const {low, high} = stratifiedDifference(strata)!;
      return low <= 0.1 && high >= 0.1;
    }).filter(Boolean).length;
    expect(held).toBeGreaterThan(930);
    expect(held).toBeLessThan(970);
  });
});
