import normal from "@stdlib/stats-base-dists-normal-cdf";
import {holm} from "../statistics/survival/holm.ts";

export const detractionDrivers = [
  "ticket",
  "bad_service",
  "late_reply",
  "open_ticket",
  "category",
  "refund",
  "theme"
] as const;
export type DetractionDriver = (typeof detractionDrivers)[number];

/** Days before an answer in which what happened counts. */
export const exposureDays = 180;
/** Fewer with it, without it, or detractors, are not tested. */
export const [leastSide, leastDetractors] = [10, 5];

/** How many answered, and how many of them were detractors, with something and in all. */
export interface Exposed {
  exposed: number;
  exposedDetractors: number;
  all: number;
  allDetractors: number;
}

/** Association with being a detractor, in log odds, with its 95 % interval and its p-values, alone and among all tested. */
export interface Association {
  logOdds: number;
  low: number;
  high: number;
  p: number | null;
  adjusted: number | null;
}

const z = 1.959963984540054;

/**
 * Log odds of being a detractor with something against without it, of several things at once.
 *
 * ln(a d ÷ b c) with the standard error √(1/a + 1/b + 1/c + 1/d) (Woolf 1955); where one of the four is zero, a half is added to each
 * (Haldane 1956, Anscombe 1956). Wald's p, two-sided, adjusted for all that were tested (Holm 1979); null where there are too few.
 */
export function associations(rows: readonly Exposed[]): Association[] {
  const found = rows.map((row) => {
    const {exposed, exposedDetractors, all, allDetractors} = row;
    const cells = [
      exposedDetractors,
      exposed - exposedDetractors,
      allDetractors - exposedDetractors,
      all - exposed - (allDetractors - exposedDetractors)
    ];
    const [a, b, c, d] = (cells.includes(0) ? cells.map((n) => n + 0.5) : cells) as [number, number, number, number];
    const logOdds = Math.log((a * d) / (b * c));
    const error = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    const isTested = Math.min(exposed, all - exposed) >= leastSide && allDetractors >= leastDetractors;
    const p = isTested ? 2 * normal(-Math.abs(logOdds) / error, 0, 1) : null;
    return {logOdds, low: logOdds - z * error, high: logOdds + z * error, p, adjusted: null};
  });
  const tested = found.flatMap(({p}, i) => (p === null ? [] : [{i, p}]));
  const adjusted = new Map(holm(tested.map(({p}) => p)).map((p, k) => [tested[k]!.i, p]));
  return found.map((row, i) => ({...row, adjusted: adjusted.get(i) ?? null}));
}
