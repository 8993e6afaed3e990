import {describe, expect, it} from "vitest";
import {logitsOf} from "../../../../models/statistics/learning/learner.ts";
import {sigmoid} from "../../../../models/statistics/learning/logistic.ts";
import {
  contributionOf,
  fitSplineLogistic,
  type SplineLogistic
} from "../../../../models/statistics/learning/splineLogistic.ts";
import type {Table} from "../../../../models/statistics/learning/table.ts";
import {tableOf} from "./tables.ts";

const free = {knots: 5, bend: 0, ridge: 1e-9};

/** Penalised log likelihood of curves, written anew: bends and sizes of the heights cost `rows` times their penalty. */
function objective(learner: SplineLogistic, {features, outcome, rows}: Table, bend: number, ridge: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const logit = features.reduce((z, values, f) => z + contributionOf(learner, f, values[i]!), learner.intercept);
    sum += Math.log(outcome[i] ? sigmoid(logit) : 1 - sigmoid(logit));
  }
  learner.heights.forEach((heights, f) => {
    for (const height of [...heights, learner.missing[f]!]) sum -= (rows * ridge * height ** 2) / 2;
    for (let j = 0; j + 2 < heights.length; j++)
      sum -= (rows * bend * (heights[j]! - 2 * heights[j + 1]! + heights[j + 2]!) ** 2) / 2;
  });
  return sum;
}

it("with one feature of two values it is the log odds of their rates", () => {
  const x = Float64Array.from({length: 200}, (_, i) => (i < 120 ? 0 : 1));
  const outcome = Uint8Array.from({length: 200}, (_, i) => Number(i < 30 || i >= 140));
  const learner = fitSplineLogistic({rows: 200, features: [x], outcome}, free);
  const at = (value: number) => learner.intercept + contributionOf(learner, 0, value);
  expect(at(0)).toBeCloseTo(Math.log(30 / 90), 3);
  expect(at(1)).toBeCloseTo(Math.log(60 / 20), 3);
});

it("unknown values have a rate of their own", () => {
  const x = Float64Array.from({length: 300}, (_, i) => (i < 100 ? NaN : i % 2));
  const outcome = Uint8Array.from({length: 300}, (_, i) => Number(i < 80 || i % 4 === 0));
  const learner = fitSplineLogistic({rows: 300, features: [x], outcome}, free);
  expect(learner.intercept + contributionOf(learner, 0, NaN)).toBeCloseTo(Math.log((80 + 5) / 15), 3);
});

it("no change of a height makes the penalised likelihood greater", () => {
  const table = tableOf(5, 400, 2, ([a, b]) => sigmoid(3 * a! - 2 * b!));
  table.features[1]!.fill(NaN, 0, 60);
  const [bend, ridge] = [0.02, 0.003];
  const learner = fitSplineLogistic(table, {knots: 6, bend, ridge});
  const best = objective(learner, table, bend, ridge);
  for (const step of [-0.02, 0.02]) {
    expect(objective({...learner, intercept: learner.intercept + step}, table, bend, ridge)).toBeLessThan(best);
    learner.heights.forEach((heights, f) =>
      heights.forEach((_, j) => {
        const moved = learner.heights.map((own, g) => own.map((y, k) => (f === g && j === k ? y + step : y)));
        expect(objective({...learner, heights: moved}, table, bend, ridge)).toBeLessThan(best);
      })
    );
  }
});

it("recovers a smooth curve", () => {
  const table = tableOf(9, 20_000, 1, ([x]) => sigmoid(4 * (x! - 0.5) ** 2 * 4 - 1));
  const learner = fitSplineLogistic(table, {knots: 10, bend: 0.01, ridge: 0.0005});
  for (const x of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const logit = learner.intercept + contributionOf(learner, 0, x);
    expect(logit).toBeCloseTo(16 * (x - 0.5) ** 2 - 1, 0);
  }
});

describe("what cannot be learnt from stays finite", () => {
  const outcome = Uint8Array.from({length: 100}, (_, i) => Number(i >= 50));
  const usual = {knots: 8, bend: 0.2, ridge: 0.02};

  it("a constant feature adds nothing", () => {
    const learner = fitSplineLogistic({rows: 100, features: [new Float64Array(100).fill(3)], outcome}, usual);
    expect([3, 4, -1].map((x) => contributionOf(learner, 0, x))).toEqual([0, 0, 0]);
  });

  it("a feature that separates the outcomes has finite curves", () => {
    const x = Float64Array.from({length: 100}, (_, i) => i);
    const learner = fitSplineLogistic({rows: 100, features: [x], outcome}, usual);
    const logits = logitsOf(learner, [x], 100);
    expect(logits.every((z) => Number.isFinite(z) && Math.abs(z) < 30)).toBe(true);
    expect(logits[0]!).toBeLessThan(-0.5);
    expect(logits[99]!).toBeGreaterThan(0.5);
  });

  it("a wholly unknown feature adds nothing", () => {
    const learner = fitSplineLogistic({rows: 100, features: [new Float64Array(100).fill(NaN)], outcome}, usual);
    expect(contributionOf(learner, 0, NaN)).toBe(0);
  });

  it("without any feature it is the share of all", () => {
    expect(sigmoid(fitSplineLogistic({rows: 100, features: [], outcome}, usual).intercept)).toBeCloseTo(0.5, 9);
  });
});
