import {random} from "../learning/random.ts";
import type {Sparse} from "./sparse.ts";

/** Passes over the rows, at most. */
const mostPasses = 60;
/** Of the greatest step that the first pass took; below, nothing moves that could be seen. */
const tolerance = 0.01;
/** Steps of Newton's method for one row. */
const mostSteps = 8;

/**
 * Weights of an L2-regularised logistic regression over columns 0 … columns − 1: the least of ½‖w‖² + C Σ ln(1 + e^(−y·w·x)), y = 1 where
 * `outcome` is 1, else −1.
 *
 * Coordinate descent on the dual, one row after the other in a seeded order, each by Newton's method: Yu, Huang & Lin (2011), algorithm 5.
 * Costs a few passes over the non-zero cells. A constant column is the intercept, regularised like the others.
 */
export function logisticDual(
  {rows, starts, columns: at, values}: Sparse,
  outcome: Uint8Array,
  columns: number,
  C: number
): Float64Array {
  const w = new Float64Array(columns);
  const [alpha, rest, square] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  for (let i = 0; i < rows; i++) {
    alpha[i] = Math.min(0.001 * C, 1e-8);
    rest[i] = C - alpha[i]!;
    const step = outcome[i] ? alpha[i]! : -alpha[i]!;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      square[i]! += values[k]! * values[k]!;
      w[at[k]!]! += step * values[k]!;
    }
  }
  const order = Int32Array.from({length: rows}, (_, i) => i);
  const next = random(1);
  let first = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    let greatest = 0;
    for (let i = rows - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const y = outcome[i] ? 1 : -1;
      let margin = 0;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) margin += w[at[k]!]! * values[k]!;
      const moved = newton(alpha[i]!, rest[i]!, square[i]!, y * margin, C);
      const gradient = Math.abs(Math.log(alpha[i]! / rest[i]!) + y * margin);
      greatest = Math.max(greatest, gradient);
      const step = moved - alpha[i]!;
      if (step === 0) continue;
      alpha[i] = moved;
      rest[i] = C - moved;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) w[at[k]!]! += y * step * values[k]!;
    }
    if (pass === 0) first = greatest;
    if (greatest < tolerance * first || greatest < 1e-3) break;
  }
  return w;
}

/**
 * The α in (0, C) least for ½a(α − α₀)² + b(α − α₀) + α ln α + (C − α) ln(C − α), where a is the row's square and b its margin.
 *
 * Works in α or in C − α, whichever is the smaller, so that neither loses digits.
 */
function newton(start: number, rest: number, a: number, b: number, C: number): number {
  const isLow = b + a * (0.5 * C - start) >= 0;
  const [z0, slope] = isLow ? [start, b] : [rest, -b];
  let z = z0;
  if (z > 0.5 * C) z = 0.1 * z;
  for (let step = 0; step < mostSteps; step++) {
    const gradient = a * (z - z0) + slope + Math.log(z / (C - z));
    if (Math.abs(gradient) < 1e-6) break;
    const curvature = a + C / ((C - z) * z);
    const next = z - gradient / curvature;
    z = next <= 0 ? 0.1 * z : next >= C ? 0.5 * (z + C) : next;
  }
  const least = 1e-12 * C;
  z = Math.min(C - least, Math.max(least, z));
  return isLow ? z : C - z;
}
