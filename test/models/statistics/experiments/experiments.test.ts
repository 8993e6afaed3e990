import {describe, expect, it} from "vitest";
import {random} from "../../../../models/statistics/learning/random.ts";
import {adjusted, differenceOfMeans, type Moments} from "../../../../models/statistics/experiments/means.ts";
import {
  detectableMean,
  detectableRise,
  powerOfShares,
  sizeForShares
} from "../../../../models/statistics/experiments/power.ts";
import {mismatchBelow, sampleRatio} from "../../../../models/statistics/experiments/sampleRatio.ts";
import {differenceOfShares, wilson} from "../../../../models/statistics/experiments/shares.ts";

const moments = (values: readonly number[]): Moments => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {n: values.length, mean, variance: squares / (values.length - 1)};
};
/** Normal draws from uniform ones (Box & Muller). */
const normal = (u: () => number) => Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u());

describe("published values", () => {
  it("R's prop.test of 200 of 1,000 against 250 of 1,000", () => {
    const found = differenceOfShares({successes: 200, n: 1000}, {successes: 250, n: 1000})!;
    expect(found.pValue).toBeCloseTo(0.00742, 5);
    expect([found.low, found.high].map((x) => x.toFixed(4))).toEqual(["-0.0865", "-0.0135"]);
  });

  it("Wilson's interval of 15 of 25", () => {
    expect(wilson({successes: 15, n: 25}).map((x) => x.toFixed(5))).toEqual(["0.40739", "0.76597"]);
  });

  it("R's power.prop.test of 20 % against 25 %", () => {
    expect(sizeForShares(0.2, 0.25)).toBeCloseTo(1093.739, 2);
    expect(powerOfShares(0.25, 0.2, {treated: 1093.739, control: 1093.739})).toBeCloseTo(0.8, 5);
    expect(detectableRise(0.2, {treated: 1093.739, control: 1093.739})).toBeCloseTo(0.05, 5);
  });

  it("Welch's test of R's sleep", () => {
    const [one, two] = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    ].map((values) => moments(values)) as [Moments, Moments];
    const found = differenceOfMeans(one, two)!;
    expect(found.degrees).toBeCloseTo(17.776, 3);
    expect(found.pValue).toBeCloseTo(0.07939, 5);
    expect([found.low, found.high].map((x) => x.toFixed(4))).toEqual(["-3.3655", "0.2055"]);
  });

  it("Newcombe's hybrid interval where counts are small: 56 of 70 against 48 of 80, and 9 of 10 against 3 of 10", () => {
    const plain = differenceOfShares({successes: 56, n: 70}, {successes: 48, n: 80})!;
    expect([plain.low, plain.high].map((x) => x.toFixed(4))).toEqual(["0.0575", "0.3425"]);
    const small = differenceOfShares({successes: 9, n: 10}, {successes: 3, n: 10})!;
    expect([small.low, small.high].map((x) => x.toFixed(4))).toEqual(["0.1705", "0.8090"]);
  });
});

describe("two thousand experiments without an effect", () => {
  const times = 2000;
  const level = (draw: (u: () => number) => {pValue: number; low: number; high: number}, seed: number) => {
    const u = random(seed);
    let [significant, covered] = [0, 0];
    for (let i = 0; i < times; i++) {
      const {pValue, low, high} = draw(u);
      if (pValue < 0.05) significant++;
      if (low <= 0 && high >= 0) covered++;
    }
    return {significant: significant / times, covered: covered / times};
  };
  const successes = (n: number, p: number, u: () => number) => {
    let found = 0;
    for (let i = 0; i < n; i++) if (u() < p) found++;
    return {successes: found, n};
  };

  it.each([
    ["even arms", 1000, 1000, 0.2],
    ["a control of three tenths", 1400, 600, 0.08]
  ])("of shares, %s: one in twenty is significant, and the interval holds zero 19 times in 20", (_, a, b, p) => {
    const found = level((u) => differenceOfShares(successes(a, p, u), successes(b, p, u))!, 11);
    expect(found.significant).toBeGreaterThan(0.04);
    expect(found.significant).toBeLessThan(0.06);
    expect(found.covered).toBeGreaterThan(0.94);
    expect(found.covered).toBeLessThan(0.96);
  });

  it("of skewed revenue, most customers at zero", () => {
    const spend = (u: () => number) => (u() < 0.3 ? -40 * Math.log(1 - u()) : 0);
    const arm = (n: number, u: () => number) => moments(Array.from({length: n}, () => spend(u)));
    const found = level((u) => differenceOfMeans(arm(400, u), arm(250, u))!, 12);
    expect(found.significant).toBeGreaterThan(0.04);
    expect(found.significant).toBeLessThan(0.06);
    expect(found.covered).toBeGreaterThan(0.94);
    expect(found.covered).toBeLessThan(0.96);
  });

  it("drawn arms hardly ever fail the check of their sizes", () => {
    const u = random(13);
    let failed = 0;
    for (let i = 0; i < times; i++) {
      const {successes: control} = successes(1000, 0.3, u);
      if (sampleRatio([1000 - control, control], [0.7, 0.3]) < mismatchBelow) failed++;
    }
    expect(failed / times).toBeLessThan(0.004);
    expect(sampleRatio([700, 200], [0.7, 0.3])).toBeLessThan(mismatchBelow);
  });
});

it("a covariate from before sharpens the interval and leaves the effect where it is", () => {
  const u = random(14);
  const arm = (n: number, effect: number) => {
    const sums = {n, y: 0, x: 0, yy: 0, xx: 0, xy: 0};
    for (let i = 0; i < n; i++) {
      const x = normal(u);
      const y = 2 * x + normal(u) + effect;
      sums.y += y;
      sums.x += x;
      sums.yy += y * y;
      sums.xx += x * x;
      sums.xy += x * y;
    }
    return sums;
  };
  let [covered, narrower] = [0, 0];
  for (let i = 0; i < 400; i++) {
    const arms = [arm(150, 0.4), arm(100, 0)] as const;
    const plain = differenceOfMeans(
      ...(arms.map(({n, y, yy}) => ({n, mean: y / n, variance: (yy - y ** 2 / n) / (n - 1)})) as [Moments, Moments])
    )!;
    const sharp = differenceOfMeans(...adjusted(...arms))!;
    if (sharp.low <= 0.4 && sharp.high >= 0.4) covered++;
    if (sharp.high - sharp.low < 0.6 * (plain.high - plain.low)) narrower++;
  }
  expect(covered / 400).toBeGreaterThan(0.92);
  expect(narrower).toBe(400);
});

it("power found is the share of experiments that find the effect", () => {
  const u = random(15);
  const arms = {treated: 900, control: 500};
  const p = 0.2 + detectableRise(0.2, arms)!;
  let found = 0;
  for (let i = 0; i < 1000; i++) {
    const draw = (n: number, q: number) => ({successes: Array.from({length: n}, u).filter((x) => x < q).length, n});
    if (differenceOfShares(draw(arms.treated, p), draw(arms.control, 0.2))!.pValue < 0.05) found++;
  }
  expect(found / 1000).toBeGreaterThan(0.77);
  expect(found / 1000).toBeLessThan(0.83);
  expect(detectableMean(10, {treated: 100, control: 100})).toBeCloseTo(3.962, 3);
});

it("says nothing where nothing can be said", () => {
  expect(differenceOfShares({successes: 0, n: 0}, {successes: 1, n: 2})).toBeNull();
  expect(differenceOfShares({successes: 0, n: 5}, {successes: 0, n: 5})).toMatchObject({difference: 0, pValue: 1});
  expect(differenceOfMeans({n: 1, mean: 3, variance: 0}, {n: 9, mean: 3, variance: 1})).toBeNull();
  expect(differenceOfMeans({n: 4, mean: 0, variance: 0}, {n: 9, mean: 0, variance: 0})).toMatchObject({
    low: 0,
    pValue: 1
  });
  expect(detectableRise(0.2, {treated: 0, control: 10})).toBeNull();
  expect(detectableRise(0.99, {treated: 3, control: 3})).toBeNull();
  expect(sizeForShares(0.2, 0.2)).toBe(Infinity);
  expect(sampleRatio([0, 0], [0.5, 0.5])).toBe(1);
});
