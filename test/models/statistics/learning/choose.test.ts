import {expect, it} from "vitest";
import {choose} from "../../../../models/statistics/learning/choose.ts";
import {logLosses, plainestOfBest} from "../../../../models/statistics/learning/logLoss.ts";
import {random} from "../../../../models/statistics/learning/random.ts";
import {tableOf} from "./tables.ts";

const draws = (rows: number) => Float64Array.from({length: rows}, random(11));

it("log losses are −ln of the probability of what happened, finite for any log odds", () => {
  const losses = logLosses(Float64Array.of(0, Math.log(3), Math.log(3), -800, 800), Uint8Array.of(1, 1, 0, 1, 0));
  expect([...losses.subarray(0, 3)].map((x) => Number(x.toFixed(12)))).toEqual(
    [Math.log(2), Math.log(4 / 3), Math.log(4)].map((x) => Number(x.toFixed(12)))
  );
  expect(losses[3]).toBeCloseTo(800, 6);
  expect(losses[4]).toBeCloseTo(800, 6);
});

it("the plainest that is within one standard error of the best is taken", () => {
  const best = Float64Array.of(1, 1, 1, 1);
  expect(plainestOfBest([Float64Array.of(2, 2, 2, 2), Float64Array.of(0.9, 1.2, 0.9, 1.2), best])).toBe(1);
  expect(plainestOfBest([Float64Array.of(1.1, 1.1, 1.1, 1.1), best])).toBe(1);
  expect(plainestOfBest([best, best])).toBe(0);
});

it("noise gets the fewest trees and the smoothest curves, a sharp effect more of both", () => {
  const noise = choose(
    tableOf(1, 4000, 5, () => 0.4),
    draws(4000)
  );
  const sharp = choose(
    tableOf(2, 4000, 5, ([a, b]) => ((a! > 0.4 && a! < 0.6) !== b! > 0.5 ? 0.95 : 0.05)),
    draws(4000)
  );
  expect(noise.trees).toBe(20);
  expect(noise.penalty).toEqual({bend: 1, ridge: 0.05});
  expect(sharp.trees).toBeGreaterThan(100);
  expect(sharp.penalty.bend).toBeLessThan(1);
});

it("too few rows to hold some out get the usual choice", () => {
  expect(
    choose(
      tableOf(3, 200, 2, () => 0.5),
      draws(200)
    )
  ).toEqual({penalty: {bend: 0.2, ridge: 0.02}, trees: 60});
});
