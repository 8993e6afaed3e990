import {expect, test} from "vitest";
import {pointsOf, type Points} from "../../../../models/statistics/clustering/points.ts";
import {gaussian, smoothTwin} from "../../../../models/statistics/clustering/smoothTwin.ts";
import {random} from "../../../../models/statistics/learning/random.ts";

const column = ({rows, width, values}: Points, j: number) =>
  Array.from({length: rows}, (_, i) => values[i * width + j]!);

/** Spearman's rank correlation, for columns without ties. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const ranks = (x: readonly number[]) => {
    const order = x.map((_, i) => i).toSorted((i, j) => x[i]! - x[j]!);
    const placed = Array<number>(x.length);
    order.forEach((i, place) => (placed[i] = place));
    return placed;
  };
  const [p, q] = [ranks(a), ranks(b)];
  const squares = p.reduce((sum, one, i) => sum + (one - q[i]!) ** 2, 0);
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));
}

test("a twin has the same values in every column and goes together as much, but its rows are others", () => {
  const draw = random(11);
  const base = Array.from({length: 3_000}, () => gaussian(draw));
  const points = pointsOf([
    Float64Array.from(base, (x) => Math.exp(x)),
    Float64Array.from(base, (x) => x + gaussian(draw)),
    Float64Array.from(base, () => draw())
  ]);
  const twin = smoothTwin(points)(random(12));
  for (const j of [0, 1, 2])
    expect(column(twin, j).toSorted((a, b) => a - b)).toEqual(column(points, j).toSorted((a, b) => a - b));
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2]
  ] as const)
    expect(
      Math.abs(spearman(column(twin, i), column(twin, j)) - spearman(column(points, i), column(points, j)))
    ).toBeLessThan(0.06);
  expect(twin.values).not.toEqual(points.values);
});

test("a column of one value, and one that repeats another, have a twin too", () => {
  const own = Float64Array.from({length: 100}, (_, i) => i % 7);
  const twin = smoothTwin(pointsOf([own, own, new Float64Array(100).fill(4)]))(random(1));
  expect(column(twin, 2)).toEqual(Array(100).fill(4));
  expect(twin.values.every(Number.isFinite)).toBe(true);
});
