import {expect, it} from "vitest";
import {random} from "../../../../models/statistics/learning/random.ts";
import {heterogeneity, varianceOfShares} from "../../../../models/statistics/experiments/heterogeneity.ts";

it("Cochran's Q of the thirteen trials of BCG: 152.233 with 12 degrees of freedom", () => {
  // Colditz et al. (1994): cases and others among the vaccinated, then among the others; Q of the log risk ratios as in Viechtbauer (2010).
  const trials = [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13536, 248, 12619],
    [33, 5036, 47, 5761],
    [180, 1361, 372, 1079],
    [8, 2537, 10, 619],
    [505, 87886, 499, 87892],
    [29, 7470, 45, 7232],
    [17, 1699, 65, 1600],
    [186, 50448, 141, 27197],
    [5, 2493, 3, 2338],
    [27, 16886, 29, 17825]
  ] as const;
  const found = heterogeneity(
    trials.map(([a, b, c, d]) => ({
      difference: Math.log(a / (a + b) / (c / (c + d))),
      variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)
    }))
  )!;
  expect(found.chiSquare).toBeCloseTo(152.233, 3);
  expect(found.degrees).toBe(12);
  expect(found.pValue).toBeLessThan(1e-9);
});

it("between two groups it is the squared distance over its variance", () => {
  const found = heterogeneity([
    {difference: 0.1, variance: 0.004},
    {difference: -0.02, variance: 0.002}
  ])!;
  expect(found.chiSquare).toBeCloseTo(0.12 ** 2 / 0.006, 12);
});

it("one group differs from nothing", () => {
  expect(heterogeneity([{difference: 0.1, variance: 1}])).toBeNull();
});

it("a variance is above zero where nobody succeeded", () => {
  expect(varianceOfShares({successes: 0, n: 30}, {successes: 0, n: 20})).toBeGreaterThan(0);
});

it("groups with one effect are told apart in some five of a hundred experiments", () => {
  const u = random(11);
  const drawn = (n: number, p: number) => ({n, successes: Array.from({length: n}, u).filter((x) => x < p).length});
  const base = [0.35, 0.12, 0.06, 0.2];
  const found = Array.from({length: 1000}, () => {
    const effects = base.map((p) => {
      const [treated, control] = [drawn(200, p), drawn(90, p)];
      return {
        difference: treated.successes / treated.n - control.successes / control.n,
        variance: varianceOfShares(treated, control)
      };
    });
    return heterogeneity(effects)!.pValue < 0.05;
  }).filter(Boolean).length;
  expect(found).toBeGreaterThan(25);
  expect(found).toBeLessThan(70);
});
