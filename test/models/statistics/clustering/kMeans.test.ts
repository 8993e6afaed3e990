import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {assign, kMeans} from "../../../../models/statistics/clustering/kMeans.ts";
import {pointsOf} from "../../../../models/statistics/clustering/points.ts";
import {random} from "../../../../models/statistics/learning/random.ts";
import {inertiaOf, labellings} from "./partitions.ts";

describe("k-means", () => {
  test("the worked example of Teknomo (2006): four medicines, A and B apart from C and D", () => {
    const {centres, labels} = kMeans(pointsOf([Float64Array.of(1, 2, 4, 5), Float64Array.of(1, 1, 3, 4)]), 2);
    expect(labels[0]).toBe(labels[1]);
    expect(labels[2]).toBe(labels[3]);
    const first = [...centres.subarray(labels[0]! * 2, labels[0]! * 2 + 2)];
    const second = [...centres.subarray(labels[2]! * 2, labels[2]! * 2 + 2)];
    expect([first, second]).toEqual([
      [1.5, 1],
      [4.5, 3.5]
    ]);
  });

  test("with many starts it is the best of all partitions, by going through every one", () => {
    for (const seed of [1, 2, 3]) {
      const draw = random(seed);
      const column = () => Float64Array.from({length: 8}, draw);
      const points = pointsOf([column(), column()]);
      const best = Math.min(...[...labellings(8, 3)].map((labels) => inertiaOf(points, labels)));
      expect(kMeans(points, 3, {starts: 60}).inertia).toBeCloseTo(best, 10);
    }
  });

  test("inertia is that of its labels, every point is nearest to its centre, every centre is somebody's", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: -20, max: 20}), fc.integer({min: -20, max: 20})), {
          minLength: 5,
          maxLength: 40
        }),
        fc.integer({min: 1, max: 5}),
        (rows, k) => {
          const points = pointsOf([Float64Array.from(rows, ([x]) => x), Float64Array.from(rows, ([, y]) => y)]);
          const {centres, labels, inertia} = kMeans(points, k, {starts: 2});
          expect(inertia).toBeCloseTo(inertiaOf(points, [...labels]), 6);
          expect([...assign(points, centres).labels]).toEqual([...labels]);
          const different = new Set(rows.map(String)).size;
          expect(new Set(labels).size).toBe(Math.min(k, different));
        }
      ),
      {seed: 4, numRuns: 60}
    );
  });

  test("the same seed gives the same centres; more centres than points are refused", () => {
    const points = pointsOf([Float64Array.from({length: 50}, random(9))]);
    expect(kMeans(points, 4, {seed: 3})).toEqual(kMeans(points, 4, {seed: 3}));
    expect(() => kMeans(pointsOf([Float64Array.of(1, 2)]), 3)).toThrow("invalid k 3: 2 points");
  });
});
