import {describe, expect, it} from "vitest";
import {random} from "../../../../models/statistics/learning/random.ts";
import {aucInterval} from "../../../../models/statistics/text/aucInterval.ts";
import {areaUnderCurve, brierSkill, shareThreshold} from "../../../../models/statistics/text/measures.ts";

describe("the interval of the area under the curve", () => {
  it("is DeLong's, by pairs", () => {
    const next = random(8);
    const outcome = Uint8Array.from({length: 60}, () => +(next() < 0.4));
    const scores = Float64Array.from(outcome, (y) => Math.round(10 * (next() + 0.3 * y)));
    const [ones, zeros] = [1, 0].map((side) => [...scores].filter((_, i) => outcome[i] === side)) as [
      number[],
      number[]
    ];
    const wins = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const variance = (values: number[]) =>
      values.reduce((sum, v) => sum + (v - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
    const error = Math.sqrt(
      variance(ones.map((x) => mean(zeros.map((y) => wins(x, y))))) +
        variance(zeros.map((y) => mean(ones.map((x) => wins(x, y)))))
    );
    const told = aucInterval(scores, outcome)!;
    expect(told.auc).toBeCloseTo(areaUnderCurve(scores, outcome)!, 12);
    expect(told.low).toBeCloseTo(told.auc - 1.959964 * error, 6);
    expect(told.high).toBeCloseTo(Math.min(1, told.auc + 1.959964 * error), 6);
  });

  it("is none of one side", () => {
    expect(aucInterval([0.1, 0.2, 0.3], [1, 0, 0])).toBeNull();
    expect(aucInterval([], [])).toBeNull();
  });
});

describe("the threshold of the right share", () => {
  it("tells as many as there are, or as nearly as ties allow", () => {
    const scores = Float64Array.of(0.9, 0.8, 0.6, 0.4, 0.1);
    expect(shareThreshold(scores, Uint8Array.of(1, 0, 1, 0, 0))).toBeCloseTo(0.7, 12);
    expect(shareThreshold(scores, Uint8Array.of(0, 0, 0, 0, 0))).toBe(1);
    expect(shareThreshold(new Float64Array(10).fill(0.3), Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe(1);
  });
});

describe("Brier skill", () => {
  it("is 1 of certainty that is right, 0 of the share, below 0 of worse", () => {
    const outcome = Uint8Array.of(1, 0, 0, 0);
    expect(brierSkill(Float64Array.from(outcome), outcome)).toBe(1);
    expect(brierSkill(new Float64Array(4).fill(0.25), outcome)).toBeCloseTo(0, 12);
    expect(brierSkill(Float64Array.of(0, 1, 1, 1), outcome)).toBeLessThan(0);
    expect(brierSkill(Float64Array.of(0.5), Uint8Array.of(1))).toBeNull();
  });
});
