import {random} from "../learning/random.ts";
import type {Points} from "./points.ts";
import {seeds} from "./seeds.ts";

/** Centres row after row, the centre of every point, and the sum of squared distances to it. */
export interface Clustering {
  centres: Float64Array;
  labels: Int32Array;
  inertia: number;
}

/** Where a search starts, how often, and how often centres may move. */
export interface Search {
  seed?: number;
  starts?: number;
  rounds?: number;
}

/**
 * The k centres of the least sum of squared distances found from several random starts; the same for the same points, k and seed.
 *
 * A centre that nobody is nearest to moves to the point farthest from its own. Throws with fewer points than centres. Sources: Lloyd (1982),
 * starts after k-means++.
 */
export function kMeans(points: Points, k: number, {seed = 1, starts = 8, rounds = 100}: Search = {}): Clustering {
  if (k < 1 || points.rows < k) throw new Error(`invalid k ${k}: ${points.rows} points`);
  const draw = random(seed);
  let best: Clustering | undefined;
  for (let start = 0; start < starts; start++) {
    const found = lloyd(points, seeds(points, k, draw), rounds);
    if (!best || found.inertia < best.inertia) best = found;
  }
  return best!;
}

/** Centres moved to the means of the points nearest to them until none changes its centre. */
export function lloyd(points: Points, start: Float64Array, rounds = 100): Clustering {
  const centres = Float64Array.from(start);
  let told = assign(points, centres);
  for (let round = 0; round < rounds; round++) {
    moveToMeans(points, centres, told);
    const next = assign(points, centres);
    const isSame = next.labels.every((label, i) => label === told.labels[i]);
    told = next;
    if (isSame) break;
  }
  return {centres, labels: told.labels, inertia: told.distances.reduce((sum, one) => sum + one, 0)};
}

/** The nearest centre of every point, the first of equally near ones, and the squared distance to it. */
export function assign(
  {rows, width, values}: Points,
  centres: Float64Array
): {labels: Int32Array; distances: Float64Array} {
  const labels = new Int32Array(rows);
  const distances = new Float64Array(rows);
  for (let i = 0, from = 0; i < rows; i++, from += width) {
    let label = 0;
    let least = Infinity;
    for (let at = 0, centre = 0; at < centres.length; at += width, centre++) {
      let sum = 0;
      for (let j = 0; j < width && sum < least; j++) {
        const apart = values[from + j]! - centres[at + j]!;
        sum += apart * apart;
      }
      if (sum < least) {
        label = centre;
        least = sum;
      }
    }
    labels[i] = label;
    distances[i] = least;
  }
  return {labels, distances};
}

function moveToMeans(
  {rows, width, values}: Points,
  centres: Float64Array,
  {labels, distances}: {labels: Int32Array; distances: Float64Array}
): void {
  const counts = new Int32Array(centres.length / width);
  centres.fill(0);
  for (let i = 0; i < rows; i++) {
    counts[labels[i]!]!++;
    for (let j = 0; j < width; j++) centres[labels[i]! * width + j]! += values[i * width + j]!;
  }
  const left = Float64Array.from(distances);
  counts.forEach((count, centre) => {
    if (count > 0) for (let j = 0; j < width; j++) centres[centre * width + j]! /= count;
    else {
      const farthest = left.indexOf(left.reduce((most, one) => Math.max(most, one), -1));
      centres.set(values.subarray(farthest * width, (farthest + 1) * width), centre * width);
      left[farthest] = -1;
    }
  });
}
