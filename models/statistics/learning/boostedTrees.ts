import {binsOf, cutsOf} from "./cuts.ts";
import {logOdds, sigmoid} from "./logistic.ts";
import {random} from "./random.ts";
import {positives, type Table} from "./table.ts";

/**
 * One tree as arrays by node: an inner node sends a row left where the feature's bin is at most `at`; a leaf has feature −1.
 * `value` is the mean step of the node's training rows, in log odds, at leaves what the tree adds.
 */
export interface Tree {
  feature: number[];
  at: number[];
  left: number[];
  right: number[];
  value: number[];
}

export interface BoostedTrees {
  kind: "trees";
  start: number;
  cuts: number[][];
  trees: Tree[];
}

export interface BoostOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Rows that a leaf must hold. */
  leaf: number;
  /** Ridge on leaf steps, in units of the second derivative. */
  ridge: number;
  bins: number;
  /** Share of the rows, and of the features, that each tree sees. */
  rowShare: number;
  featureShare: number;
  seed: number;
}

export const usualBoost: BoostOptions = {
  trees: 300,
  depth: 2,
  rate: 0.05,
  leaf: 40,
  ridge: 10,
  bins: 32,
  rowShare: 0.7,
  featureShare: 0.25,
  seed: 1
};

/**
 * Gradient boosted trees of the log loss over binned features, with Newton steps and random rows and features for every tree.
 *
 * Source: Friedman (2001, 2002); second-order gain and ridge as in Chen & Guestrin (2016); histograms as in Ke et al. (2017).
 * `watch` is called after each tree with the log odds of `other`'s rows so far, for choosing how many trees to keep.
 */
export function boostTrees(
  table: Table,
  options: BoostOptions,
  other?: Table,
  watch?: (trees: number, logit: Float64Array) => void
): BoostedTrees {
  const {features, outcome, rows} = table;
  const cuts = features.map((values) => cutsOf(values, options.bins));
  const bins = features.map((values, f) => binsOf(values, cuts[f]!));
  const otherBins = other?.features.map((values, f) => binsOf(values, cuts[f]!));
  const start = logOdds(positives(table), rows);
  const logit = new Float64Array(rows).fill(start);
  const otherLogit = other && new Float64Array(other.rows).fill(start);
  const next = random(options.seed);
  const slopes = new Float64Array(rows);
  const curves = new Float64Array(rows);
  const usable = cuts.flatMap((cut, f) => (cut.length || features[f]!.some(Number.isNaN) ? [f] : []));
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees && usable.length; t++) {
    for (let i = 0; i < rows; i++) {
      const p = sigmoid(logit[i]!);
      slopes[i] = outcome[i]! - p;
      curves[i] = Math.max(1e-6, p * (1 - p));
    }
    const seen: number[] = [];
    for (let i = 0; i < rows; i++) if (next() < options.rowShare) seen.push(i);
    const asked = usable.filter(() => next() < options.featureShare);
    if (!asked.length) asked.push(usable[Math.floor(next() * usable.length)]!);
    const tree = growTree({bins, cuts, slopes, curves, asked, options}, Uint32Array.from(seen));
    trees.push(tree);
    addTree(tree, bins, logit);
    if (otherBins && otherLogit) {
      addTree(tree, otherBins, otherLogit);
      watch?.(trees.length, otherLogit);
    }
  }
  return {kind: "trees", start, cuts, trees};
}

interface Growing {
  bins: Uint8Array[];
  cuts: number[][];
  slopes: Float64Array;
  curves: Float64Array;
  asked: number[];
  options: BoostOptions;
}

function growTree(growing: Growing, rows: Uint32Array): Tree {
  const tree: Tree = {feature: [], at: [], left: [], right: [], value: []};
  const grow = (places: Uint32Array, depth: number): number => {
    const node = tree.feature.length;
    const split = depth > 0 ? bestSplit(growing, places) : undefined;
    const [slope, curve] = sumsOf(growing, places);
    tree.feature.push(split ? split.feature : -1);
    tree.at.push(split ? split.at : 0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.value.push((growing.options.rate * slope) / (curve + growing.options.ridge));
    if (!split) return node;
    const bins = growing.bins[split.feature]!;
    tree.left[node] = grow(
      places.filter((i) => bins[i]! <= split.at),
      depth - 1
    );
    tree.right[node] = grow(
      places.filter((i) => bins[i]! > split.at),
      depth - 1
    );
    return node;
  };
  grow(rows, growing.options.depth);
  return tree;
}

function sumsOf({slopes, curves}: Growing, places: Uint32Array): [number, number] {
  let [slope, curve] = [0, 0];
  for (const i of places) {
    slope += slopes[i]!;
    curve += curves[i]!;
  }
  return [slope, curve];
}

/** The split with the greatest gain of which both sides hold enough rows. */
function bestSplit(growing: Growing, places: Uint32Array): {feature: number; at: number} | undefined {
  const {bins, cuts, slopes, curves, asked, options} = growing;
  const [slope, curve] = sumsOf(growing, places);
  const part = (g: number, h: number) => (g * g) / (h + options.ridge);
  let best: {feature: number; at: number} | undefined;
  let bestGain = 1e-9;
  const size = 258;
  const [g, h, n] = [new Float64Array(size), new Float64Array(size), new Uint32Array(size)];
  for (const feature of asked) {
    const last = cuts[feature]!.length + 1;
    g.fill(0, 0, last + 1);
    h.fill(0, 0, last + 1);
    n.fill(0, 0, last + 1);
    const of = bins[feature]!;
    for (const i of places) {
      const bin = of[i]!;
      g[bin]! += slopes[i]!;
      h[bin]! += curves[i]!;
      n[bin]!++;
    }
    let [leftG, leftH, leftN] = [0, 0, 0];
    for (let at = 0; at < last; at++) {
      leftG += g[at]!;
      leftH += h[at]!;
      leftN += n[at]!;
      if (leftN < options.leaf || places.length - leftN < options.leaf) continue;
      const gain = part(leftG, leftH) + part(slope - leftG, curve - leftH) - part(slope, curve);
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = {feature, at};
    }
  }
  return best;
}

function addTree({feature, at, left, right, value}: Tree, bins: readonly Uint8Array[], logit: Float64Array): void {
  for (let i = 0; i < logit.length; i++) {
    let node = 0;
    while (feature[node]! >= 0) node = bins[feature[node]!]![i]! <= at[node]! ? left[node]! : right[node]!;
    logit[i]! += value[node]!;
  }
}
