import {expect, it} from "vitest";
import {random} from "../../../../models/statistics/learning/random.ts";
import {fitRidgeLogistic} from "../../../../models/statistics/learning/ridgeLogistic.ts";

const table = (rows: readonly (readonly [number, ...number[]])[]) => ({
  rows: rows.length,
  outcome: Uint8Array.from(rows, ([y]) => y),
  features: rows[0]!.slice(1).map((_, i) => Float64Array.from(rows, (row) => row[i + 1]!))
});

it("of a two by two table the slope is the log odds ratio and the intercept the log odds of the first group", () => {
  const rows = [
    [30, 1, 1],
    [70, 0, 1],
    [10, 1, 0],
    [90, 0, 0]
  ].flatMap(([n, y, x]) => Array.from({length: n!}, () => [y!, x!] as [number, number]));
  const {intercept, slopes} = fitRidgeLogistic(table(rows), 1e-9);
  expect(slopes[0]).toBeCloseTo(Math.log((30 * 90) / (70 * 10)), 6);
  expect(intercept).toBeCloseTo(Math.log(10 / 90), 6);
});

it("finds the slopes that made the outcomes", () => {
  const u = random(3);
  const rows = Array.from({length: 20_000}, (): [number, number, number] => {
    const [a, b] = [u() * 4 - 2, u() * 4 - 2];
    return [Number(u() < 1 / (1 + Math.exp(-(0.5 + a - 2 * b)))), a, b];
  });
  const {intercept, slopes} = fitRidgeLogistic(table(rows));
  expect(intercept).toBeCloseTo(0.5, 1);
  expect(slopes[0]).toBeCloseTo(1, 1);
  expect(slopes[1]).toBeCloseTo(-2, 1);
});

it("a feature that separates, and one that never varies, have finite slopes", () => {
  const rows = Array.from({length: 40}, (_, i): [number, number, number] => [Number(i >= 20), i >= 20 ? 1 : 0, 7]);
  const {intercept, slopes} = fitRidgeLogistic(table(rows));
  expect([intercept, ...slopes].every(Number.isFinite)).toBe(true);
  expect(slopes[0]).toBeGreaterThan(1);
  expect(Math.abs(slopes[1]!)).toBeLessThan(1e-9);
});
