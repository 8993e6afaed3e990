import {expect, test} from "vitest";
import {adjustedRand} from "../../../../models/statistics/clustering/adjustedRand.ts";
import {random} from "../../../../models/statistics/learning/random.ts";

test("the worked example of Yeung & Ruzzo (2001): 0.313", () => {
  const classes = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3];
  const clusters = [1, 2, 1, 2, 2, 3, 3, 3, 3, 3];
  expect(adjustedRand(classes, clusters)).toBeCloseTo(0.313, 3);
});

test("the examples of scikit-learn's adjusted_rand_score", () => {
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 1])).toBe(1);
  expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
  expect(adjustedRand([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.571428, 5);
  expect(adjustedRand([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
  expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
});

test("partitions that know nothing of each other agree by nothing on average", () => {
  const draw = random(5);
  const drawn = (k: number) => Array.from({length: 400}, () => Math.floor(draw() * k));
  const mean = Array.from({length: 60}, () => adjustedRand(drawn(3), drawn(5))).reduce((a, b) => a + b) / 60;
  expect(Math.abs(mean)).toBeLessThan(0.002);
});
