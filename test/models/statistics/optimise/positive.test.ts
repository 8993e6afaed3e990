import {expect, it} from "vitest";
import {maximise, type Objective} from "../../../../models/statistics/optimise/positive.ts";

const wide = [
  [1e-6, 1e6],
  [1e-6, 1e6]
] as const;

/** Gamma log-likelihood of shape k and rate b, given the count, sum and sum of logs of a sample; k whole enough for its ψ to be written out. */
const exponential: Objective = ([rate, other]) => ({
  value: 50 * Math.log(rate!) - rate! * 20 - (Math.log(other!) - 1) ** 2,
  gradient: Float64Array.of(50 / rate! - 20, (-2 * (Math.log(other!) - 1)) / other!),
  hessian: Float64Array.of(-50 / rate! ** 2, 0, 0, (2 * (Math.log(other!) - 1) - 2) / other! ** 2)
});

it("finds the maximum, its observed information, and that it is one", () => {
  const found = maximise(exponential, [0.01, 1000], wide);
  expect(found.parameters[0]).toBeCloseTo(2.5, 9);
  expect(found.parameters[1]).toBeCloseTo(Math.E, 9);
  expect(found).toMatchObject({isStationary: true, isCurved: true, bound: [false, false]});
  // In ln rate the information is 50, in ln other 2.
  expect(found.covariance![0]![0]).toBeCloseTo(1 / 50, 10);
  expect(found.covariance![1]![1]).toBeCloseTo(1 / 2, 10);
  expect(found.gradientNorm).toBeLessThan(1e-5);
});

it("says which parameter stands at its bound, and the errors of the others", () => {
  const found = maximise(
    exponential,
    [1, 1],
    [
      [1e-6, 2],
      [1e-6, 1e6]
    ]
  );
  expect(found.parameters[0]).toBeCloseTo(2, 12);
  expect(found.bound).toEqual([true, false]);
  expect(found.covariance![0]).toEqual([0, 0]);
  expect(found.covariance![1]![1]).toBeCloseTo(1 / 2, 10);
});

it("leaves a saddle, and says that a function without a maximum has none", () => {
  const rising: Objective = ([x]) => ({
    value: x!,
    gradient: Float64Array.of(1),
    hessian: Float64Array.of(0)
  });
  const found = maximise(rising, [1], [[1e-3, 1e3]]);
  expect(found.parameters[0]).toBeCloseTo(1e3, 9);
  expect(found).toMatchObject({bound: [true], isCurved: false, covariance: null});
});

it("a function that is no number anywhere converges nowhere", () => {
  const found = maximise(
    () => ({value: NaN, gradient: Float64Array.of(NaN), hessian: Float64Array.of(NaN)}),
    [1],
    [[0.1, 10]]
  );
  expect(found).toMatchObject({isStationary: false, isCurved: false, covariance: null});
});
