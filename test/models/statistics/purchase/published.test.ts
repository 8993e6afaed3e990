import {describe, expect, it} from "vitest";
import {expectFromFirst, expectPurchases} from "../../../../models/statistics/purchase/expectPurchases.ts";
import {expectDays} from "../../../../models/statistics/purchase/expectDays.ts";
import {fitPurchase, type PurchaseModel} from "../../../../models/statistics/purchase/fitPurchase.ts";
import {expectSpend, fitSpend} from "../../../../models/statistics/purchase/gammaGamma.ts";
import {calibrationEnd, grouped, groupsOf, isCdnowAbsent, shoppers} from "../../cdnow.ts";
import {known, oneOf} from "./histories.ts";

/** Expected purchases and P(alive) of one history. */
const ahead = (
  model: PurchaseModel,
  parameters: readonly number[],
  [x, t, T]: readonly [number, number, number],
  length: number
) => {
  const {expected, aliveShare} = expectPurchases(known(model, parameters), oneOf(x, t, T), {length, discount: 0});
  return [expected[0]!, aliveShare[0]!] as const;
};

// REFERENCE: Fader & Hardie on the numerical limits of the Pareto/NBD.
it("Pareto/NBD: nothing overflows where x is 133 and x = 132 was the last that did not", () => {
  const parameters = [0.55, 10.58, 0.61, 11.67];
  expect(ahead("pareto_nbd", parameters, [132, 200, 200], 10)[0]).toBeCloseTo(6.20605, 5);
  expect(ahead("pareto_nbd", parameters, [133, 200, 200], 10)[0]).toBeCloseTo(6.25287, 5);
});

describe.skipIf(isCdnowAbsent)("1/10 CDNOW sample, 39 weeks", () => {
  const all = isCdnowAbsent ? [] : shoppers();
  const groups = grouped(groupsOf(all));
  const rounded = ({parameters}: {parameters: number[]}, digits = 3) =>
    parameters.map((p) => Number(p.toFixed(digits)));

  it("has the published totals", () => {
    const sum = (column: Float64Array) => column.reduce((sum, value, i) => sum + value * groups.customers[i]!, 0);
    expect(sum(groups.customers.map(() => 1))).toBe(2357);
    expect(sum(groups.repeats)).toBe(2457);
    expect(sum(groups.repeats.map((x) => Number(x > 0)))).toBe(946);
    expect(sum(groups.lastAge)).toBeCloseTo(16135.52, 0);
    expect(sum(groups.age)).toBeCloseTo(77111.21, 0);
  });

  // REFERENCE: Fader, Hardie & Lee (2005). What is printed was computed at parameters that a spreadsheet's solver found.
  it("BG/NBD: parameters, likelihood and expectations", () => {
    const fit = fitPurchase("bg_nbd", groups);
    expect(rounded(fit)).toEqual([0.243, 4.414, 0.793, 2.426]);
    expect(fit.logLikelihood).toBeCloseTo(-9582.429, 3);
    expect(fit).toMatchObject({state: "fitted", isConverged: true, customers: 2357});
    const printed = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576];
    const times = [0.1429, 1, 3, 31.8571, 32, 78];
    times.forEach((t, i) =>
      expect(Math.abs(expectFromFirst("bg_nbd", fit.parameters, t) - printed[i]!)).toBeLessThan(4e-4)
    );
    expect(expectFromFirst("bg_nbd", fit.parameters, 52)).toBeCloseTo(1.444, 3);
    expect(ahead("bg_nbd", fit.parameters, [2, 30.43, 38.86], 39)[0]).toBeCloseTo(1.226, 3);
  });

  // REFERENCE: Fader & Hardie on BG/NBD beside Pareto/NBD.
  it("BG/NBD: the heavy buyer, and ever heavier buyers who fell silent", () => {
    const {parameters} = fitPurchase("bg_nbd", groups);
    const [days, share] = ahead("bg_nbd", parameters, [26, 30.857, 31], 52);
    expect(days).toBeCloseTo(25.757, 3);
    expect(share).toBeCloseTo(0.96885, 5);
    const printed = [0.34746, 0.042834, 0.004159, 0.00035837];
    [10, 15, 20, 25].forEach((x, i) => {
      expect(Math.abs(ahead("bg_nbd", parameters, [x, 20, 39], 52)[0] / printed[i]! - 1)).toBeLessThan(1e-4);
    });
  });

  it("MBG/NBD: parameters, and that one-time buyers may be gone", () => {
    const fit = fitPurchase("mbg_nbd", groups);
    expect(rounded(fit)).toEqual([0.525, 6.183, 0.891, 1.614]);
    expect(ahead("mbg_nbd", fit.parameters, [0, 0, 38], 52)[1]).toBeLessThan(0.7);
    expect(ahead("bg_nbd", fit.parameters, [0, 0, 38], 52)[1]).toBe(1);
  });

  // REFERENCE: Fader & Hardie (2005), "A note on deriving the Pareto/NBD model".
  it("Pareto/NBD: parameters, likelihood and expectations", () => {
    const fit = fitPurchase("pareto_nbd", groups);
    expect(rounded(fit)).toEqual([0.553, 10.578, 0.606, 11.669]);
    expect(fit.logLikelihood).toBeCloseTo(-9594.976, 3);
    expect(expectFromFirst("pareto_nbd", fit.parameters, 52)).toBeCloseTo(1.473, 3);
    const [days, share] = ahead("pareto_nbd", fit.parameters, [26, 30.857, 31], 52);
    expect(days).toBeCloseTo(25.456, 2);
    expect(share).toBeCloseTo(0.99787, 5);
  });

  it("BG/NBD foretells the held-out 39 weeks as printed, by repeat purchases 0 … 7+", () => {
    const people = groupsOf(all);
    const expected = expectDays(fitPurchase("bg_nbd", groups), people, 39);
    const bins = Array.from({length: 8}, () => ({customers: 0, actual: 0, expected: 0}));
    all.forEach(({days}, i) => {
      const bin = bins[Math.min(7, people.repeats[i]!)]!;
      bin.customers++;
      bin.actual += days.filter((day) => day > calibrationEnd && day <= calibrationEnd + 273).length;
      bin.expected += expected[i]!;
    });
    expect(bins.map(({customers}) => customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    const actual = [0.2367, 0.697, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594];
    const printed = [0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.157];
    bins.forEach(({customers: n, ...sum}, x) => {
      expect(sum.actual / n).toBeCloseTo(actual[x]!, 4);
      expect(Math.abs(sum.expected / n - printed[x]!)).toBeLessThan(2.5e-4);
    });
  });

  // REFERENCE: Fader & Hardie (2013), "The Gamma-Gamma model of monetary value".
  it("Gamma–Gamma: parameters, likelihood and the first ten customers", () => {
    const people = all.map(({days, dollars}) => {
      const repeats = days.filter((day) => day <= calibrationEnd).length - 1;
      const spent = dollars.slice(1, repeats + 1).reduce((a, b) => a + b, 0);
      return {repeats, mean: repeats ? spent / repeats : 0};
    });
    const buyers = people.filter(({mean}) => mean > 0);
    expect(buyers).toHaveLength(946);
    expect(buyers.reduce((sum, {mean}) => sum + mean, 0) / 946).toBeCloseTo(35.08, 2);
    const fit = fitSpend({
      repeats: Float64Array.from(buyers, ({repeats}) => repeats),
      meanSpend: Float64Array.from(buyers, ({mean}) => mean),
      customers: new Float64Array(946).fill(1)
    });
    expect(rounded(fit, 2)).toEqual([6.25, 3.74, 15.44]);
    expect(fit.logLikelihood).toBeCloseTo(-4055.918, 3);
    expect(
      people.slice(0, 10).map(({repeats, mean}) => Number(expectSpend(fit.parameters, repeats, mean).toFixed(2)))
    ).toEqual([24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]);
  });
});
