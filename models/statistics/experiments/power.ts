import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {z95} from "../survival/distributions.ts";

/** A two-sided test at 5 % between two arms, whose sizes may differ. */
interface Arms {
  treated: number;
  control: number;
}

/**
 * The chance that shares p and q in arms of these sizes differ significantly at 5 %, in the direction that they differ in.
 *
 * For equal arms this is R's power.prop.test. Source: Fleiss, Levin & Paik (2003), § 4.2, without continuity correction.
 */
export function powerOfShares(p: number, q: number, {treated, control}: Arms): number {
  const pooled = (p * treated + q * control) / (treated + control);
  const under = Math.sqrt(pooled * (1 - pooled) * (1 / treated + 1 / control));
  const error = Math.sqrt((p * (1 - p)) / treated + (q * (1 - q)) / control);
  if (error === 0) return p === q ? 0.025 : 1;
  return normalCdf((Math.abs(p - q) - z95 * under) / error, 0, 1);
}

/** Customers needed in each of two equal arms to find shares p and q different with this power; Infinity where they are one. */
export function sizeForShares(p: number, q: number, power = 0.8): number {
  if (p === q) return Infinity;
  const pooled = (p + q) / 2;
  const under = z95 * Math.sqrt(2 * pooled * (1 - pooled));
  const beyond = normalQuantile(power, 0, 1) * Math.sqrt(p * (1 - p) + q * (1 - q));
  return ((under + beyond) / (p - q)) ** 2;
}

/** The smallest rise over the control's share that arms of these sizes find with this power; null where none up to 100 % is. */
export function detectableRise(control: number, arms: Arms, power = 0.8): number | null {
  let [low, high] = [0, 1 - control];
  if (!(arms.treated > 0 && arms.control > 0) || powerOfShares(1, control, arms) < power) return null;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (powerOfShares(control + middle, control, arms) < power) low = middle;
    else high = middle;
  }
  return high;
}

/** The smallest difference of means that arms of these sizes find with this power, given the outcome's standard deviation. */
export const detectableMean = (deviation: number, {treated, control}: Arms, power = 0.8): number | null =>
  treated > 1 && control > 1
    ? (z95 + normalQuantile(power, 0, 1)) * deviation * Math.sqrt(1 / treated + 1 / control)
    : null;
