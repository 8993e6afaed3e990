import {z95} from "./distributions.ts";
import type {LifeRow} from "./lifeTable.ts";

/** The estimate from one time on, until the next. */
export interface CurveStep extends LifeRow {
  /** Share that lasts longer than this time. */
  survival: number;
  /** Greenwood's standard error of it; null once nobody is left. */
  standardError: number | null;
  /** Ends of the 95 % interval; null before the first end and once nobody is left, where the estimate has no spread to tell. */
  low: number | null;
  high: number | null;
}

/**
 * The product-limit estimate of survival, one step per row of the life table.
 *
 * Intervals are of log(−log S), so they stay in [0, 1]. Source: Kaplan & Meier (1958); Greenwood (1926); Kalbfleisch & Prentice (2002), 1.4.
 */
export function kaplanMeier(table: readonly LifeRow[]): CurveStep[] {
  let survival = 1;
  let greenwood = 0;
  return table.map((row) => {
    survival *= 1 - row.ended / row.atRisk;
    greenwood += row.ended / (row.atRisk * (row.atRisk - row.ended));
    if (survival === 0) return {...row, survival, standardError: null, low: null, high: null};
    const standardError = survival * Math.sqrt(greenwood);
    return {...row, survival, standardError, ...logLog(survival, greenwood)};
  });
}

/** The interval of log(−log S) as one of S: S^exp(±z σ), σ = √(Σ d ÷ (n (n − d))) ÷ |log S|. */
function logLog(survival: number, greenwood: number): {low: number | null; high: number | null} {
  if (survival === 1) return {low: null, high: null};
  const width = Math.exp((z95 * Math.sqrt(greenwood)) / -Math.log(survival));
  return {low: survival ** width, high: survival ** (1 / width)};
}
