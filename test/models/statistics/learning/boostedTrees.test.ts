import {expect, it} from "vitest";
import {boostTrees, usualBoost} from "../../../../models/statistics/learning/boostedTrees.ts";
import {contributionsOf, logitsOf, startOf} from "../../../../models/statistics/learning/learner.ts";
import {logOdds, sigmoid} from "../../../../models/statistics/learning/logistic.ts";
import {rowOf, tableOf} from "./tables.ts";

const whole = {...usualBoost, rowShare: 1, featureShare: 1};

it("one split of one tree is the Newton step of either side", () => {
  const x = Float64Array.from({length: 200}, (_, i) => (i < 100 ? 0 : 1));
  const outcome = Uint8Array.from({length: 200}, (_, i) => Number(i % 10 < (i < 100 ? 2 : 6)));
  const trees = boostTrees({rows: 200, features: [x], outcome}, {...whole, trees: 1, depth: 1, rate: 1, ridge: 1});
  const p = sigmoid(logOdds(80, 200));
  const step = (churned: number) => (churned - 100 * p) / (100 * p * (1 - p) + 1);
  const logits = logitsOf(trees, [Float64Array.of(0, 1)], 2);
  expect(logits[0]! - trees.start).toBeCloseTo(step(20), 9);
  expect(logits[1]! - trees.start).toBeCloseTo(step(60), 9);
});

it("learns that two features matter only together", () => {
  const table = tableOf(3, 4000, 3, ([a, b]) => (a! > 0.5 !== b! > 0.5 ? 0.9 : 0.1));
  const trees = boostTrees(table, {...whole, trees: 200, depth: 2, rate: 0.1});
  const p = (a: number, b: number) =>
    sigmoid(
      logitsOf(
        trees,
        [a, b, 0.5].map((x) => Float64Array.of(x)),
        1
      )[0]!
    );
  expect(p(0.2, 0.8)).toBeGreaterThan(0.8);
  expect(p(0.8, 0.2)).toBeGreaterThan(0.8);
  expect(p(0.2, 0.2)).toBeLessThan(0.2);
  expect(p(0.8, 0.8)).toBeLessThan(0.2);
});

it("an unknown value is told apart from every known one", () => {
  const table = tableOf(4, 3000, 1, () => 0.3);
  for (let i = 0; i < 1000; i++) {
    table.features[0]![i] = NaN;
    table.outcome[i] = Number(i % 10 !== 0);
  }
  const trees = boostTrees(table, {...whole, trees: 100});
  expect(sigmoid(logitsOf(trees, [Float64Array.of(NaN)], 1)[0]!)).toBeGreaterThan(0.8);
  expect(sigmoid(logitsOf(trees, [Float64Array.of(0)], 1)[0]!)).toBeLessThan(0.45);
});

it("contributions and the start add up to the log odds of every row, as a walk down the trees gives them", () => {
  const table = tableOf(6, 1500, 4, ([a, b]) => sigmoid(2 * a! - b!));
  const trees = boostTrees(table, {...usualBoost, trees: 60, depth: 3});
  const parts = new Float64Array(4);
  for (let i = 0; i < 50; i++) {
    const row = rowOf(table, i);
    contributionsOf(trees, row, parts);
    const walked = trees.trees.reduce((sum, tree) => {
      let node = 0;
      while (tree.feature[node]! >= 0) {
        const f = tree.feature[node]!;
        const bin = Number.isNaN(row[f]!) ? 0 : 1 + trees.cuts[f]!.filter((cut) => cut <= row[f]!).length;
        node = (bin <= tree.at[node]! ? tree.left : tree.right)[node]!;
      }
      return sum + tree.value[node]!;
    }, trees.start);
    expect(startOf(trees) + parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(walked, 9);
  }
});

it("every leaf holds as many rows as it must, and the same seed gives the same trees", () => {
  const table = tableOf(8, 800, 3, ([a]) => a!);
  const options = {...whole, trees: 5, depth: 3, leaf: 100};
  const trees = boostTrees(table, options);
  expect(boostTrees(table, options)).toEqual(trees);
  for (const tree of trees.trees) {
    const held = new Map<number, number>();
    for (let i = 0; i < table.rows; i++) {
      let node = 0;
      while (tree.feature[node]! >= 0) {
        const f = tree.feature[node]!;
        const bin = 1 + trees.cuts[f]!.filter((cut) => cut <= table.features[f]![i]!).length;
        node = (bin <= tree.at[node]! ? tree.left : tree.right)[node]!;
      }
      held.set(node, (held.get(node) ?? 0) + 1);
    }
    expect(Math.min(...held.values())).toBeGreaterThanOrEqual(100);
  }
});

it("constant features leave the share of all", () => {
  const outcome = Uint8Array.from({length: 100}, (_, i) => Number(i < 25));
  const trees = boostTrees({rows: 100, features: [new Float64Array(100).fill(1)], outcome}, whole);
  expect(trees.trees).toEqual([]);
  expect(trees.start).toBeCloseTo(Math.log(25.5 / 75.5), 12);
});
