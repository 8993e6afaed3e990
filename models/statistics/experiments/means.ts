import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type {Difference} from "./shares.ts";

/** A sample by its size, mean and variance (n − 1 in the denominator). */
export interface Moments {
  n: number;
  mean: number;
  variance: number;
}

/**
 * Mean of the treated less mean of the control with its 95 % interval and p-value, variances unequal; null with fewer than two values in an
 * arm. Where nothing varies in either arm the interval is the difference itself, and p is 1 or 0.
 *
 * Source: Welch (1947), degrees of freedom after Satterthwaite (1946).
 */
export function differenceOfMeans(treated: Moments, control: Moments): (Difference & {degrees: number}) | null {
  if (treated.n < 2 || control.n < 2) return null;
  const difference = treated.mean - control.mean;
  const [a, b] = [treated.variance / treated.n, control.variance / control.n];
  const error = Math.sqrt(a + b);
  if (error === 0)
    return {difference, low: difference, high: difference, pValue: difference === 0 ? 1 : 0, degrees: Infinity};
  const degrees = (a + b) ** 2 / (a ** 2 / (treated.n - 1) + b ** 2 / (control.n - 1));
  const half = tQuantile(0.975, degrees) * error;
  return {
    difference,
    low: difference - half,
    high: difference + half,
    pValue: Math.min(1, 2 * tCdf(-Math.abs(difference / error), degrees)),
    degrees
  };
}

/** Sums of an outcome y and of a covariate x known before the experiment, over one arm. */
export interface PairedSums {
  n: number;
  y: number;
  x: number;
  yy: number;
  xx: number;
  xy: number;
}

/**
 * Both arms' outcomes less what the covariate foretells, as moments for `differenceOfMeans`: the same effect with a smaller variance.
 *
 * The slope is pooled over the arms; the covariate must be known before anybody was treated. Source: Deng, Xu, Kohavi & Walker (2013),
 * CUPED.
 */
export function adjusted(treated: PairedSums, control: PairedSums): [treated: Moments, control: Moments] {
  const covariance = within(treated, "xy") + within(control, "xy");
  const spread = within(treated, "xx") + within(control, "xx");
  const slope = spread > 0 ? covariance / spread : 0;
  const centre = (treated.x + control.x) / (treated.n + control.n);
  return [momentsOf(treated, slope, centre), momentsOf(control, slope, centre)];
}

/** Sum of squares or products about the arm's means. */
const within = (arm: PairedSums, which: "xx" | "yy" | "xy"): number => {
  const [first, second] = [...which] as ["x" | "y", "x" | "y"];
  return arm[which] - (arm[first] * arm[second]) / arm.n;
};

function momentsOf(arm: PairedSums, slope: number, centre: number): Moments {
  const squares = within(arm, "yy") - 2 * slope * within(arm, "xy") + slope ** 2 * within(arm, "xx");
  return {
    n: arm.n,
    mean: arm.y / arm.n - slope * (arm.x / arm.n - centre),
    variance: arm.n > 1 ? Math.max(0, squares) / (arm.n - 1) : 0
  };
}
