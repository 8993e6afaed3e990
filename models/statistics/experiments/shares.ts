import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import {upperTail, z95} from "../survival/distributions.ts";

/** What two arms differ by, with its 95 % interval and the two-sided p-value of no difference. */
export interface Difference {
  difference: number;
  low: number;
  high: number;
  pValue: number;
}

/** Fewest successes and failures in each arm from which on the plain interval holds. */
const enough = 10;

/**
 * Share of the treated less share of the control, with its 95 % interval and Pearson's χ² test without continuity correction.
 *
 * The interval is Wald's with unpooled variances (as R's prop.test) where every arm has ten successes and failures; below that it is the
 * hybrid of Wilson intervals, which holds its level for small counts. Null where an arm is empty. Sources: Pearson (1900); Newcombe (1998),
 * method 10.
 */
export function differenceOfShares(
  treated: {successes: number; n: number},
  control: {successes: number; n: number}
): Difference | null {
  if (treated.n <= 0 || control.n <= 0) return null;
  const [p, q] = [treated.successes / treated.n, control.successes / control.n];
  const difference = p - q;
  const cells = [treated, control].flatMap(({successes, n}) => [successes, n - successes]);
  const interval = cells.every((cell) => cell >= enough)
    ? wald(difference, (p * (1 - p)) / treated.n + (q * (1 - q)) / control.n)
    : hybrid([p, wilson(treated)], [q, wilson(control)]);
  return {difference, ...interval, pValue: pearson(treated, control)};
}

/** Wilson's 95 % score interval of a share. Source: Wilson (1927). */
export function wilson({successes, n}: {successes: number; n: number}): [low: number, high: number] {
  const p = successes / n;
  const centre = p + (z95 * z95) / (2 * n);
  const half = z95 * Math.sqrt((p * (1 - p)) / n + (z95 * z95) / (4 * n * n));
  const scale = 1 + (z95 * z95) / n;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}

/** The chance of a standard normal variable as far from 0 as this one, or farther. */
export const twoSided = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));

const wald = (difference: number, variance: number) => ({
  low: difference - z95 * Math.sqrt(variance),
  high: difference + z95 * Math.sqrt(variance)
});

type Scored = readonly [share: number, interval: readonly [number, number]];

const hybrid = ([p, [pLow, pHigh]]: Scored, [q, [qLow, qHigh]]: Scored) => ({
  low: p - q - Math.hypot(p - pLow, qHigh - q),
  high: p - q + Math.hypot(pHigh - p, q - qLow)
});

function pearson(a: {successes: number; n: number}, b: {successes: number; n: number}): number {
  const pooled = (a.successes + b.successes) / (a.n + b.n);
  if (pooled === 0 || pooled === 1) return 1;
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  return upperTail((a.successes / a.n - b.successes / b.n) ** 2 / variance, 1);
}
