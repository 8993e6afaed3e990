import {describe, expect, it} from "vitest";
import {random} from "../../../../models/statistics/learning/random.ts";
import {sigmoid} from "../../../../models/statistics/learning/logistic.ts";
import {logOddsDirichlet} from "../../../../models/statistics/text/logOddsDirichlet.ts";
import {fitPlatt} from "../../../../models/statistics/text/platt.ts";

describe("margins as probabilities", () => {
  it("finds the slope and intercept that drew the outcomes", () => {
    const next = random(11);
    const margins = Float64Array.from({length: 200_000}, () => 6 * next() - 3);
    const outcome = Uint8Array.from(margins, (margin) => (next() < sigmoid(1.5 * margin - 0.7) ? 1 : 0));
    const {slope, intercept} = fitPlatt(margins, outcome);
    expect(slope).toBeCloseTo(1.5, 1);
    expect(intercept).toBeCloseTo(-0.7, 1);
  });

  it("stays finite where margins part the sides wholly", () => {
    const {slope, intercept} = fitPlatt(Float64Array.of(-2, -1, 1, 2), Uint8Array.of(0, 0, 1, 1));
    expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
    expect(slope).toBeGreaterThan(0);
  });
});

describe("words that one group says more", () => {
  it("have the z of the formula, and opposite signs for the groups exchanged", () => {
    const [first, second] = [
      [30, 5, 65],
      [10, 20, 170]
    ];
    const z = logOddsDirichlet(first, second, 30);
    // By hand for the first word: α = 30 · 40 ÷ 300 = 4.
    const delta = Math.log(34 / (100 + 30 - 34)) - Math.log(14 / (200 + 30 - 14));
    expect(z[0]).toBeCloseTo(delta / Math.sqrt(1 / 34 + 1 / 14), 12);
    const back = logOddsDirichlet(second, first, 30);
    z.forEach((value, w) => expect(back[w]).toBeCloseTo(-value, 12));
  });
});
