import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {createDice} from "../../../../data/generator/dice.ts";
import {aliveShare, type Alive} from "../../../../models/statistics/purchase/alive.ts";
import {errorOfSum, expectPurchases} from "../../../../models/statistics/purchase/expectPurchases.ts";
import {expectDays} from "../../../../models/statistics/purchase/expectDays.ts";
import {purchaseModels, type PurchaseModel} from "../../../../models/statistics/purchase/fitPurchase.ts";
import {noPurchaseShare} from "../../../../models/statistics/purchase/noPurchase.ts";
import {purchasesWhileAlive, whileAlive} from "../../../../models/statistics/purchase/whileAlive.ts";
import {groupsFrom, known, oneOf} from "./histories.ts";
import {expectation, hypergeometric} from "./oracle.ts";

const usual: Record<PurchaseModel, number[]> = {
  bg_nbd: [0.243, 4.414, 0.793, 2.426],
  mbg_nbd: [0.525, 6.183, 0.891, 1.614],
  pareto_nbd: [0.553, 10.578, 0.606, 11.669]
};
const alive = (): Alive => ({share: 0, gradient: new Float64Array(4)});
const histories = [
  [0, 0, 38],
  [1, 2, 38],
  [2, 30.43, 38.86],
  [7, 35, 36],
  [12, 20, 39]
] as const;
const far = fc.tuple(
  ...[0, 1, 2, 3].map(() => fc.double({min: Math.log(1e-3), max: Math.log(1e3), noNaN: true}).map(Math.exp))
);
const odd = fc
  .tuple(fc.constantFrom(0, 1, 2, 50, 5000), fc.constantFrom(1e-6, 0.5, 1), fc.constantFrom(0, 1 / 7, 30, 3000))
  .map(([x, share, T]): [number, number, number] => (T === 0 ? [0, 0, 0] : [x, x ? share * T : 0, T]));

describe.each(purchaseModels)("%s", (model) => {
  const parameters = usual[model];

  it("expects what integrating over customers gives", () => {
    for (const [x, t, T] of histories.slice(0, model === "pareto_nbd" ? 3 : 5)) {
      const {expected} = expectPurchases(known(model, parameters), oneOf(x, t, T), {length: 39, discount: 0});
      expect(expected[0]! / expectation(model, parameters, [x, t, T], 39)).toBeCloseTo(1, 6);
    }
  });

  it("the variance is that of futures drawn customer by customer", () => {
    const dice = createDice(11);
    const [r, alpha, c, d] = parameters as [number, number, number, number];
    const [T, ahead, futures] = [20, 60, 40_000];
    // The second purchase today: rate, chance to leave and length of life are then gamma or beta again, given that one is alive.
    const {
      expected,
      expectedVariance,
      aliveShare: share
    } = expectPurchases(known(model, parameters), oneOf(1, T, T), {length: ahead, discount: 0});
    let [sum, squares] = [0, 0];
    for (let i = 0; i < futures; i++) {
      const rate = dice.gamma(r + 1, alpha + T);
      const isAlive = dice.chance(share[0]!);
      let bought = 0;
      if (isAlive && model === "pareto_nbd") {
        bought = dice.poisson(rate * Math.min(ahead, dice.exponential(dice.gamma(c, d + T))));
      } else if (isAlive) {
        const p = dice.beta(c, d + 1 + (model === "mbg_nbd" ? 1 : 0));
        for (let at = dice.exponential(rate); at < ahead; at += dice.exponential(rate)) {
          bought++;
          if (dice.chance(p)) break;
        }
      }
      sum += bought;
      squares += bought * bought;
    }
    const mean = sum / futures;
    expect(Math.abs(mean / expected[0]! - 1)).toBeLessThan(0.03);
    expect(Math.abs((squares / futures - mean * mean) / expectedVariance[0]! - 1)).toBeLessThan(0.06);
  });

  it("discounts each purchase by when it falls: the quadrature is within a hundred-thousandth of a sum over moments", () => {
    const [days, discount] = [7000, 0.004];
    for (const [x, T] of [
      [0, 0],
      [0, 3],
      [6, 40]
    ] as const) {
      let sum = 0;
      let before = 0;
      for (let k = 1; k <= days; k++) {
        const now = purchasesWhileAlive(model, parameters, x, T, (104 * k) / days);
        sum += Math.exp((-discount * 104 * (k - 0.5)) / days) * (now - before);
        before = now;
      }
      expect(whileAlive(model, parameters, x, T, {length: 104, discount}).discounted / sum - 1).toBeGreaterThan(-1e-5);
      expect(whileAlive(model, parameters, x, T, {length: 104, discount}).discounted / sum - 1).toBeLessThan(1e-5);
    }
  });

  it("has the errors that differences in the parameters give", () => {
    const horizon = {length: 52, discount: 0.0018};
    for (const [x, t, T] of histories) {
      const at = (theta: readonly number[]) => expectPurchases(known(model, theta), oneOf(x, t, T), horizon);
      const {expectedError, discountedError} = at(parameters);
      const slopes = (of: "expected" | "discounted") =>
        parameters.map((p, i) => {
          const moved = (by: number) => at(parameters.map((q, j) => (i === j ? q + by * p : q)))[of][0]!;
          return (moved(1e-4) - moved(-1e-4)) / 2e-4;
        });
      // Independent parameters of 10 % error each.
      expect(expectedError[0]! / (0.1 * Math.hypot(...slopes("expected")))).toBeCloseTo(1, 5);
      expect(discountedError[0]! / (0.1 * Math.hypot(...slopes("discounted")))).toBeCloseTo(1, 5);
    }
  });

  it("the error of a sum is that of loadings: n customers alike have n times the error of one", () => {
    const one = expectPurchases(known(model, parameters), oneOf(2, 30, 38), {length: 52, discount: 0});
    expect(errorOfSum(one.expectedLoadings, Float64Array.of(50))).toBeCloseTo(50 * one.expectedError[0]!, 10);
    const two = groupsFrom([
      [2, 30, 38, 3],
      [0, 0, 10, 4]
    ]);
    const both = expectPurchases(known(model, parameters), two, {length: 52, discount: 0});
    const apart = Math.hypot(3 * both.expectedError[0]!, 4 * both.expectedError[1]!);
    expect(errorOfSum(both.expectedLoadings, two.customers)).not.toBeCloseTo(apart, 6);
  });

  it("interpolates between ages to nine digits, with and without errors", () => {
    const ages = Array.from({length: 400}, (_, i) => [1, Math.min(i, 5) + 1 / 7, i + 1]);
    const groups = groupsFrom([...ages, ...ages.map(([, , T]) => [0, 0, T!])]);
    const {expected, discounted} = expectPurchases(known(model, parameters), groups, {length: 52, discount: 0.0018});
    const days = expectDays(known(model, parameters), groups, 52);
    for (let i = 0; i < expected.length; i += 7) {
      const one = oneOf(groups.repeats[i]!, groups.lastAge[i]!, groups.age[i]!);
      const direct = expectPurchases(known(model, parameters), one, {length: 52, discount: 0.0018});
      expect(expected[i]! / direct.expected[0]!).toBeCloseTo(1, 9);
      expect(discounted[i]! / direct.discounted[0]!).toBeCloseTo(1, 9);
      expect(days[i]! / direct.expected[0]!).toBeCloseTo(1, 9);
    }
  });

  it("P(alive) is a share, and everything a number, however odd parameters and history", () => {
    const out = alive();
    fc.assert(
      fc.property(far, odd, (theta, [x, t, T]) => {
        aliveShare(model, theta, x, t, T, out);
        expect(out.share).toBeGreaterThanOrEqual(0);
        expect(out.share).toBeLessThanOrEqual(1);
        const quiet = noPurchaseShare(model, theta, x, t, T, 52);
        expect(quiet).toBeGreaterThanOrEqual(0);
        expect(quiet).toBeLessThanOrEqual(1);
        expect([...out.gradient].every(Number.isFinite)).toBe(true);
      }),
      {seed: 9, numRuns: 2000}
    );
    fc.assert(
      fc.property(far, odd, (theta, [x, t, T]) => {
        const {expected, expectedError, discounted} = expectPurchases(known(model, theta), oneOf(x, t, T), {
          length: 52,
          discount: 0.002
        });
        for (const value of [expected[0]!, expectedError[0]!, discounted[0]!]) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
        expect(discounted[0]!).toBeLessThanOrEqual(expected[0]! * (1 + 1e-9));
      }),
      {seed: 10, numRuns: 25}
    );
  });

  it("who has just bought is alive, and whoever stays silent ever less so", () => {
    const out = alive();
    const shares = [0, 1, 5, 20, 80, 400].map((silence) => {
      aliveShare(model, parameters, 4, 30, 30 + silence, out);
      return out.share;
    });
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares[0]).toBeGreaterThan(0.8);
  });

  it("no purchase in a very short time is certain; the chance of one grows with time and never beyond P(alive)", () => {
    const out = alive();
    aliveShare(model, parameters, 2, 30, 38, out);
    expect(noPurchaseShare(model, parameters, 2, 30, 38, 1e-9)).toBeCloseTo(1, 8);
    const shares = [1, 10, 100, 1000].map((time) => noPurchaseShare(model, parameters, 2, 30, 38, time));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.at(-1)).toBeGreaterThanOrEqual(1 - out.share);
  });
});

// Fader, Hardie & Lee (2005), equation 10.
it("BG/NBD has the papers' hypergeometric form, and goes on where that divides by zero", () => {
  const [r, alpha, b] = [0.243, 4.414, 2.426];
  const formula = (a: number, x: number, T: number, t: number) =>
    ((a + b + x - 1) / (a - 1)) *
    (1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, t / (alpha + T + t)));
  for (const [x, T] of [
    [0, 10],
    [2, 38.86],
    [26, 31]
  ] as const) {
    const own = (a: number) => purchasesWhileAlive("bg_nbd", [r, alpha, a, b], x, T, 39);
    expect(own(0.793) / formula(0.793, x, T, 39)).toBeCloseTo(1, 9);
    expect(own(1)).toBeCloseTo((formula(1 - 1e-5, x, T, 39) + formula(1 + 1e-5, x, T, 39)) / 2, 4);
  }
});
