import {factorInPlace, solveFactored} from "./cholesky.ts";
import {cutsOf} from "./cuts.ts";
import {logOdds, sigmoid} from "./logistic.ts";
import {positives, type Table} from "./table.ts";

/**
 * Log odds as an intercept and a piecewise linear curve per feature through `heights` at `knots`, flat beyond them; `missing` where the
 * value is unknown.
 */
export interface SplineLogistic {
  kind: "logistic";
  intercept: number;
  knots: number[][];
  heights: number[][];
  missing: number[];
}

export interface SplineOptions {
  /** Knots per feature, at most. */
  knots: number;
  /** Penalty on bends of the curves, and on their size, per row. */
  bend: number;
  ridge: number;
  /** Features whose curves may be of any size: only their bends cost. */
  free?: readonly number[];
}

export const usualSpline: SplineOptions = {knots: 10, bend: 0.2, ridge: 0.02};

/** Where a value stands between knots: the lower knot and the weight of the upper one. */
function placeOf(x: number, knots: readonly number[]): [number, number] {
  const last = knots.length - 1;
  if (x <= knots[0]!) return [0, 0];
  if (x >= knots[last]!) return [Math.max(0, last - 1), last ? 1 : 0];
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle]! <= x) low = middle;
    else high = middle;
  }
  return [low, (x - knots[low]!) / (knots[high]! - knots[low]!)];
}

/**
 * Logistic regression on piecewise linear curves of the features, by penalised maximum likelihood with Newton steps.
 *
 * Bends of a curve (second differences of its heights) and its size cost in proportion to the rows, so that a separating, a rare or a
 * constant feature keeps finite curves. The second derivative is kept after a few steps, where it hardly changes any more.
 * Source: penalised splines, Eilers & Marx (1996), with linear B-splines at quantiles.
 */
export function fitSplineLogistic(table: Table, {knots: most, bend, ridge, free = []}: SplineOptions): SplineLogistic {
  const {features, rows} = table;
  const knots = features.map((values) => knotsOf(values, most));
  const firsts: number[] = [];
  let width = 1;
  for (const own of knots) {
    firsts.push(width);
    width += own.length + 1;
  }
  const design = designOf(table, knots, firsts);
  const penalty = penaltyOf(knots, firsts, width, rows * bend, (f) => (free.includes(f) ? 0 : rows * ridge));
  const beta = new Float64Array(width);
  beta[0] = logOdds(positives(table), rows);
  let factor: Float64Array | undefined;
  for (let step = 0; step < 60; step++) {
    const isNew = step < newCurves || step % 8 === 0;
    const [slope, own] = derivatives(design, table.outcome, beta, isNew);
    multiplyInto(slope, penalty, beta);
    if (own) factor = factorOf(own, penalty, width);
    const moved = solveFactored(factor!, slope);
    const largest = moved.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    const length = Math.min(1, longest / (largest || 1));
    for (let j = 0; j < width; j++) beta[j]! += length * moved[j]!;
    if (largest < 1e-4) break;
  }
  return {
    kind: "logistic",
    intercept: beta[0]!,
    knots,
    heights: knots.map((own, f) => [...beta.subarray(firsts[f]!, firsts[f]! + own.length)]),
    missing: knots.map((own, f) => beta[firsts[f]! + own.length]!)
  };
}

/** Steps that compute the second derivative anew, and the longest step of a coefficient. */
const newCurves = 3;
const longest = 4;

/** The rows of the design, without its zeros: of row i the columns and weights from `starts[i]` to `starts[i + 1]`, the intercept first. */
interface Design {
  rows: number;
  width: number;
  starts: Uint32Array;
  columns: Uint16Array;
  weights: Float64Array;
}

function designOf({features, rows}: Table, knots: readonly number[][], firsts: readonly number[]): Design {
  const told = [...features.keys()].filter((f) => knots[f]!.length || hasBoth(features[f]!));
  const starts = new Uint32Array(rows + 1);
  const columns = new Uint16Array(rows * (2 * told.length + 1));
  const weights = new Float64Array(columns.length);
  let k = 0;
  const put = (column: number, weight: number) => {
    if (weight === 0) return;
    columns[k] = column;
    weights[k++] = weight;
  };
  for (let i = 0; i < rows; i++) {
    starts[i] = k;
    put(0, 1);
    for (const f of told) {
      const [x, own, first] = [features[f]![i]!, knots[f]!, firsts[f]!];
      if (Number.isNaN(x)) put(first + own.length, 1);
      else if (own.length) {
        const [low, upper] = placeOf(x, own);
        put(first + low, 1 - upper);
        put(first + low + 1, upper);
      }
    }
  }
  starts[rows] = k;
  const last = knots.length - 1;
  return {rows, width: last < 0 ? 1 : firsts[last]! + knots[last]!.length + 1, starts, columns, weights};
}

/** Known in some rows and unknown in others. */
const hasBoth = (values: Float64Array): boolean => {
  const unknown = values.reduce((sum, x) => sum + Number(Number.isNaN(x)), 0);
  return unknown > 0 && unknown < values.length;
};

/** First derivatives of the log likelihood, and where asked its negative second ones, of which the lower triangle is filled. */
function derivatives(
  {rows, width, starts, columns, weights}: Design,
  outcome: Uint8Array,
  beta: Float64Array,
  isNew: boolean
): [Float64Array, Float64Array | undefined] {
  const slope = new Float64Array(width);
  const curve = isNew ? new Float64Array(width * width) : undefined;
  for (let i = 0; i < rows; i++) {
    const [from, to] = [starts[i]!, starts[i + 1]!];
    let logit = 0;
    for (let k = from; k < to; k++) logit += weights[k]! * beta[columns[k]!]!;
    const p = sigmoid(logit);
    const [error, spread] = [outcome[i]! - p, p * (1 - p)];
    for (let k = from; k < to; k++) slope[columns[k]!]! += weights[k]! * error;
    if (!curve) continue;
    for (let k = from; k < to; k++) {
      const [row, scaled] = [columns[k]! * width, weights[k]! * spread];
      for (let l = from; l <= k; l++) curve[row + columns[l]!]! += scaled * weights[l]!;
    }
  }
  return [slope, curve];
}

/** A symmetric matrix by its entries that are not zero: below and on the diagonal. */
type Entry = readonly [row: number, column: number, value: number];

function multiplyInto(slope: Float64Array, penalty: readonly Entry[], beta: Float64Array): void {
  for (const [a, b, value] of penalty) {
    slope[a]! -= value * beta[b]!;
    if (a !== b) slope[b]! -= value * beta[a]!;
  }
}

function factorOf(lower: Float64Array, penalty: readonly Entry[], width: number): Float64Array {
  for (const [a, b, value] of penalty) lower[a * width + b]! += value;
  return factorInPlace(lower, width);
}

/** Least value, quantiles and greatest value; none where the feature is constant. */
function knotsOf(values: Float64Array, most: number): number[] {
  const known = values.filter((x) => !Number.isNaN(x)).sort();
  const inner = cutsOf(values, most - 2);
  if (!known.length || known[0] === known.at(-1)) return [];
  return [...new Set([known[0]!, ...inner, known.at(-1)!])];
}

function penaltyOf(
  knots: number[][],
  firsts: number[],
  width: number,
  bend: number,
  ridge: (feature: number) => number
): Entry[] {
  const penalty = new Map<number, number>();
  const add = (a: number, b: number, value: number) =>
    penalty.set(a * width + b, (penalty.get(a * width + b) ?? 0) + value);
  const bends = [1, -2, 1] as const;
  knots.forEach((own, f) => {
    const first = firsts[f]!;
    for (let j = 0; j <= own.length; j++) add(first + j, first + j, ridge(f) + 1e-6);
    for (let j = 0; j + 2 < own.length; j++)
      for (let p = 0; p < 3; p++)
        for (let q = 0; q <= p; q++) add(first + j + p, first + j + q, bend * bends[p]! * bends[q]!);
  });
  return [...penalty].map(([place, value]) => [Math.floor(place / width), place % width, value]);
}

export function contributionOf({knots, heights, missing}: SplineLogistic, feature: number, x: number): number {
  const own = knots[feature]!;
  if (Number.isNaN(x) || !own.length) return Number.isNaN(x) ? missing[feature]! : 0;
  const [low, upper] = placeOf(x, own);
  const ys = heights[feature]!;
  return (1 - upper) * ys[low]! + upper * ys[Math.min(low + 1, ys.length - 1)]!;
}
