import {factorInPlace, solveFactored} from "./cholesky.ts";
import {logOdds, sigmoid} from "./logistic.ts";
import {positives, type Table} from "./table.ts";

/** Log odds = intercept + Σ slope × feature. */
export interface Linear {
  intercept: number;
  slopes: number[];
}

/**
 * Logistic regression with a penalty on the size of the slopes, for what must be scored outside of this process: its answer is one line of SQL.
 *
 * Newton steps on the penalised likelihood of centred features; `ridge` is the penalty of a squared slope, in rows. Source: le Cessie & van
 * Houwelingen (1992).
 */
export function fitRidgeLogistic(table: Table, ridge = 1): Linear {
  const {features, rows, outcome} = table;
  const means = features.map((values) => values.reduce((sum, x) => sum + x, 0) / Math.max(1, rows));
  const width = features.length + 1;
  const beta = new Float64Array(width);
  beta[0] = logOdds(positives(table), rows);
  const x = new Float64Array(width).fill(1);
  for (let step = 0; step < 50; step++) {
    const slope = beta.map((value, i) => (i ? -ridge * value : 0));
    const curve = new Float64Array(width * width);
    for (let i = 1; i < width; i++) curve[i * width + i] = ridge;
    // An outcome that never varies has a finite intercept and a curve above zero.
    curve[0] = 1e-6;
    for (let row = 0; row < rows; row++) {
      let logit = beta[0]!;
      for (let i = 1; i < width; i++) {
        x[i] = features[i - 1]![row]! - means[i - 1]!;
        logit += beta[i]! * x[i]!;
      }
      const p = sigmoid(logit);
      const [error, spread] = [outcome[row]! - p, p * (1 - p)];
      for (let i = 0; i < width; i++) {
        slope[i]! += x[i]! * error;
        const scaled = x[i]! * spread;
        for (let j = 0; j <= i; j++) curve[i * width + j]! += scaled * x[j]!;
      }
    }
    const moved = solveFactored(factorInPlace(curve, width), slope);
    const largest = moved.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    const length = Math.min(1, 4 / (largest || 1));
    for (let i = 0; i < width; i++) beta[i]! += length * moved[i]!;
    if (largest < 1e-8) break;
  }
  const slopes = [...beta.subarray(1)];
  return {intercept: beta[0]! - slopes.reduce((sum, slope, i) => sum + slope * means[i]!, 0), slopes};
}
