import {expect, it} from "vitest";
import {gaussLegendre} from "../../../../models/statistics/special/gauss.ts";

const integral = (n: number, f: (x: number) => number) => {
  const {nodes, weights} = gaussLegendre(n);
  return nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);
};

it("n points integrate every power up to 2n − 1 exactly, and no higher one", () => {
  for (const n of [1, 2, 6, 24]) {
    for (let k = 0; k <= 2 * n - 1; k++) expect(integral(n, (x) => x ** k)).toBeCloseTo(1 / (k + 1), 13);
  }
  expect(Math.abs(integral(2, (x) => x ** 4) - 1 / 5)).toBeGreaterThan(1e-3);
});

it("has the published nodes of three points, (1 ± √0.6) ÷ 2 with weights 5/18, 8/18, 5/18", () => {
  const {nodes, weights} = gaussLegendre(3);
  expect(nodes[0]).toBeCloseTo((1 - Math.sqrt(0.6)) / 2, 15);
  expect(nodes[1]).toBeCloseTo(0.5, 15);
  expect([...weights].map((w) => w * 18)).toEqual([
    expect.closeTo(5, 12),
    expect.closeTo(8, 12),
    expect.closeTo(5, 12)
  ]);
});
