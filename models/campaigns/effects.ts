import {adjusted, differenceOfMeans, type Moments, type PairedSums} from "../statistics/experiments/means.ts";
import {detectableMean, detectableRise, sizeForShares} from "../statistics/experiments/power.ts";
import {differenceOfShares, wilson, type Difference} from "../statistics/experiments/shares.ts";
import type {ArmSums, Arms} from "./sums.ts";

/** Customers that each arm needs before an effect is told. */
export const leastArm = 30;

/** Treated less control. */
export interface Effect {
  /** Share of customers with an order. */
  share: Difference | null;
  /** Net revenue per customer, and the same less what spend before foretells. */
  revenue: Difference | null;
  adjusted: Difference | null;
}

export const noEffect: Effect = {share: null, revenue: null, adjusted: null};

const successes = ({ordered, n}: ArmSums) => ({successes: ordered, n});

/** Mean and variance of spend, within the window or before it. */
const moments = ({n, ...sums}: PairedSums, of: "x" | "y"): Moments => ({
  n,
  mean: n > 0 ? sums[of] / n : 0,
  variance: n > 1 ? Math.max(0, sums[of === "x" ? "xx" : "yy"] - sums[of] ** 2 / n) / (n - 1) : 0
});

/** What two arms differ by; empty where one is too small to tell. */
export const effectOf = ({treated, control}: Arms, least = leastArm): Effect =>
  Math.min(treated.n, control.n) < least
    ? noEffect
    : {
        share: differenceOfShares(successes(treated), successes(control)),
        revenue: differenceOfMeans(moments(treated, "y"), moments(control, "y")),
        adjusted: differenceOfMeans(...adjusted(treated, control))
      };

/** p-value of arms that spent as unequally before anybody was reached; null where one is too small. */
export const balance = ({treated, control}: Arms): number | null =>
  Math.min(treated.n, control.n) < leastArm
    ? null
    : (differenceOfMeans(moments(treated, "x"), moments(control, "x"))?.pValue ?? null);

/** Share of customers with an order and its Wilson interval; nulls where there is nobody. */
export function shareOf({ordered, n}: {ordered: number; n: number}): {
  share: number | null;
  low: number | null;
  high: number | null;
} {
  if (n === 0) return {share: null, low: null, high: null};
  const [low, high] = wilson({successes: ordered, n});
  return {share: ordered / n, low, high};
}

/**
 * The smallest effects that such arms find with 80 % power: a rise of the share with an order over what it was before anybody was reached
 * and over the control's, and a difference of spend per customer; and the customers that each of two equal arms would need to find the
 * difference that there was. Power at the difference found says nothing that its p-value does not (Hoenig & Heisey, 2001) and is not given.
 */
export function powerOf({treated, control}: Arms) {
  const sizes = {treated: treated.n, control: control.n};
  const n = treated.n + control.n;
  if (!(sizes.treated > 0 && sizes.control > 0)) return {before: null, after: null, revenue: null, needed: null};
  const [a, b] = adjusted(treated, control);
  const deviation = Math.sqrt(((a.n - 1) * a.variance + (b.n - 1) * b.variance) / Math.max(1, n - 2));
  const needed = sizeForShares(treated.ordered / treated.n, control.ordered / control.n);
  return {
    before: detectableRise((treated.had_ordered + control.had_ordered) / n, sizes),
    after: detectableRise(control.ordered / control.n, sizes),
    revenue: detectableMean(deviation, sizes),
    needed: Number.isFinite(needed) ? Math.ceil(needed) : null
  };
}

/** Whether an interval leaves zero out. */
export const isClear = (difference: Difference | null): boolean =>
  difference !== null && (difference.low > 0 || difference.high < 0);
