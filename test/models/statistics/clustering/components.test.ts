import {expect, test} from "vitest";
import {components, projected} from "../../../../models/statistics/clustering/components.ts";
import {pointsOf} from "../../../../models/statistics/clustering/points.ts";
import {gaussian} from "../../../../models/statistics/clustering/smoothTwin.ts";
import {random} from "../../../../models/statistics/learning/random.ts";

const draws = (n: number, draw: () => number) => Float64Array.from({length: n}, () => gaussian(draw));

test("columns that go together make one component, what varies on its own falls out", () => {
  const draw = random(3);
  const common = draws(800, draw);
  const near = () => common.map((x) => 5 + 2 * (x + 0.5 * gaussian(draw)));
  const points = pointsOf([near(), draws(800, draw), near(), near()]);
  const found = components(points, random(1));
  expect(found).toHaveLength(1);
  const [first, alone, ...others] = found[0]!.map(Math.abs);
  expect(alone!).toBeLessThan(0.3 * first!);
  for (const other of others) expect(Math.abs(other - first!) / first!).toBeLessThan(0.1);
});

test("the component of two columns is their sum in standard deviations, of variance 1 + r", () => {
  const draw = random(5);
  const x = draws(500, draw);
  const y = x.map((one) => 3 * (one + gaussian(draw)));
  const points = pointsOf([x, y]);
  const [loading] = components(points, random(1));
  const deviation = (values: Float64Array) => {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
  };
  expect(Math.abs(loading![0]!)).toBeCloseTo(Math.SQRT1_2 / deviation(x), 10);
  expect(Math.abs(loading![1]!)).toBeCloseTo(Math.SQRT1_2 / deviation(y), 10);
  const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const r = mean(x.map((one, i) => (one - mean(x)) * (y[i]! - mean(y)))) / (deviation(x) * deviation(y));
  expect(deviation(projected(points, [loading!]).values) ** 2).toBeCloseTo(1 + r, 10);
});

test("columns that have nothing to do with one another make none", () => {
  const draw = random(6);
  expect(components(pointsOf(Array.from({length: 6}, () => draws(600, draw))), random(1))).toEqual([]);
});
