import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {WEEK} from "./londonTime.ts";
import {DROPOUT_CEILING, type Parameters} from "./parameters.ts";

export type Failure = "late" | "damage";
export type Cause = "natural" | "paid_social" | "service_failure";

export interface Purchase {
  at: number;
  failure: Failure | null;
}

/** A customer's purchases up to the end of the data; `diedAt` is the last of them, null while alive. */
export interface Lifetime {
  purchases: Purchase[];
  diedAt: number | null;
  cause: Cause | null;
}

/** Runs the purchase process: exponential gaps at the customer's rate, one dropout draw after each order. */
export function drawLifetime(customer: Customer, until: number, parameters: Parameters, dice: Dice): Lifetime {
  const purchases: Purchase[] = [];
  let at = customer.arrivedAt;
  while (at < until) {
    const failure = dice.chance(parameters.failureShare) ? (dice.chance(0.55) ? "late" : "damage") : null;
    purchases.push({at, failure});
    const isExempt = purchases.length === 1 && !parameters.dropsOutAfterFirst;
    const cause = isExempt ? null : drawDropout(customer, failure ? parameters.failureFactor : 1, dice);
    if (cause) return {purchases, diedAt: at, cause};
    at += dice.exponential(customer.lambda) * WEEK;
  }
  return {purchases, diedAt: null, cause: null};
}

/** Whether the customer leaves, and what for: the first of the factors in turn without which they would have stayed. */
function drawDropout({p, channelFactor}: Customer, failureFactor: number, dice: Dice): Cause | null {
  const u = dice.uniform();
  if (u < p) return "natural";
  if (u < Math.min(DROPOUT_CEILING, p * channelFactor)) return "paid_social";
  if (u < Math.min(DROPOUT_CEILING, p * channelFactor * failureFactor)) return "service_failure";
  return null;
}
