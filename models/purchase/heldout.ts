import {expectDays} from "../statistics/purchase/expectDays.ts";
import type {PurchaseFit} from "../statistics/purchase/fitPurchase.ts";
import type {SpanGroups} from "./readGroups.ts";

/** Expectations below this count as this in a deviance, so that a forecast of none that fails is dear, not infinite. */
export const leastExpected = 0.001;

/** Mean Poisson deviance of held-out purchase days, 2 Σ (y ln (y ÷ μ) − (y − μ)) ÷ customers, of what a fit foretells of each group. */
export function heldoutDeviance(fit: PurchaseFit, {groups, heldoutDays, saturated}: SpanGroups, ahead: number): number {
  const expected = expectDays(fit, groups, ahead);
  let [sum, customers] = [saturated, 0];
  for (let i = 0; i < expected.length; i++) {
    const mean = Math.max(leastExpected, expected[i]!);
    sum += groups.customers[i]! * mean - heldoutDays[i]! * Math.log(mean);
    customers += groups.customers[i]!;
  }
  return (2 * sum) / customers;
}
