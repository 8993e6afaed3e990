import {squaredDistance, type Points} from "./points.ts";

/**
 * k starting centres among the points, row after row: the first at random, each next with a chance in proportion to its squared distance from
 * the nearest centre so far. Source: Arthur & Vassilvitskii (2007), k-means++.
 */
export function seeds(points: Points, k: number, draw: () => number): Float64Array {
  const {rows, width, values} = points;
  const centres = new Float64Array(k * width);
  const nearest = new Float64Array(rows).fill(Infinity);
  let chosen = Math.floor(draw() * rows);
  for (let centre = 0; centre < k; centre++) {
    centres.set(values.subarray(chosen * width, (chosen + 1) * width), centre * width);
    let total = 0;
    for (let i = 0; i < rows; i++) {
      nearest[i] = Math.min(nearest[i]!, squaredDistance(points, i, centres, centre));
      total += nearest[i]!;
    }
    chosen = total > 0 ? drawn(nearest, draw() * total) : Math.floor(draw() * rows);
  }
  return centres;
}

/** The first place at which the running sum passes a level. */
function drawn(weights: Float64Array, level: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! > 0) last = i;
    sum += weights[i]!;
    if (sum > level) return i;
  }
  return last;
}
