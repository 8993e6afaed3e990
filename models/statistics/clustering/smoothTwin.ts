import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {factorInPlace} from "../learning/cholesky.ts";
import type {Points} from "./points.ts";

/** What is added to the diagonal of the correlations, so that columns that say the same have a factor. */
const ridge = 1e-6;

/**
 * Draws points that spread in every column exactly as the given ones do and go together as these do, but form no groups beyond that: the values
 * of each column, in the order of correlated normal numbers.
 *
 * The correlations are those of the normal scores of the ranks, mean ranks for equal values. Source: Iman & Conover (1982).
 */
export function smoothTwin(points: Points): (draw: () => number) => Points {
  const {rows, width} = points;
  const sorted = Array.from({length: width}, (_, j) => columnOf(points, j).sort());
  const factor = factorInPlace(correlations(points, sorted), width);
  return (draw) => {
    const values = new Float64Array(rows * width);
    const wanted = Array.from({length: width}, () => new Float64Array(rows));
    const z = new Float64Array(width);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < width; j++) z[j] = gaussian(draw);
      for (let j = 0; j < width; j++) for (let l = 0; l <= j; l++) wanted[j]![i]! += factor[j * width + l]! * z[l]!;
    }
    wanted.forEach((column, j) => {
      const order = Uint32Array.from(column.keys()).sort((a, b) => column[a]! - column[b]! || a - b);
      order.forEach((row, place) => (values[row * width + j] = sorted[j]![place]!));
    });
    return {rows, width, values};
  };
}

/** A standard normal number. Source: Box & Muller (1958). */
export const gaussian = (draw: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

const columnOf = ({rows, width, values}: Points, j: number): Float64Array =>
  Float64Array.from({length: rows}, (_, i) => values[i * width + j]!);

/** The correlations of the columns' normal scores, width × width, with the ridge; 0 for a column without spread. */
function correlations(points: Points, sorted: readonly Float64Array[]): Float64Array {
  const {width} = points;
  const scores = sorted.map((values, j) => normalScores(columnOf(points, j), values));
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  const sizes = scores.map((column) => Math.sqrt(product(column, column)));
  const all = new Float64Array(width * width);
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++) {
      const size = sizes[a]! * sizes[b]!;
      all[a * width + b] = a === b ? 1 + ridge : size > 0 ? product(scores[a]!, scores[b]!) / size : 0;
    }
  return all;
}

/** The normal quantile of each value's mean rank, centred. */
function normalScores(column: Float64Array, sorted: Float64Array): Float64Array {
  const n = sorted.length;
  const scores = new Map<number, number>();
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && sorted[to] === sorted[from]) to++;
    scores.set(sorted[from]!, normalQuantile((from + to) / 2 / n, 0, 1));
  }
  const told = column.map((value) => scores.get(value)!);
  const mean = told.reduce((sum, one) => sum + one, 0) / n;
  return told.map((one) => one - mean);
}
