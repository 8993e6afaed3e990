import {expectFromFirst} from "../statistics/purchase/expectPurchases.ts";
import {week} from "./readGroups.ts";
import type {KnownPurchase} from "./readModels.ts";

/** A stretch of days by their numbers, both ends in it. */
export interface Days {
  from: number;
  to: number;
}

/**
 * Repeat purchase days that a model expects in each stretch of days, of customers of whom only the day of the first purchase is known.
 *
 * Σ over first days f of n_f (E[X(to − f)] − E[X(from − 1 − f)]).
 */
export function expectedBy(
  {model, parameters}: Pick<KnownPurchase, "model" | "parameters">,
  firsts: ReadonlyMap<number, number>,
  stretches: readonly Days[]
): number[] {
  const known = new Map<number, number>();
  const upTo = (days: number): number => {
    if (days <= 0) return 0;
    let value = known.get(days);
    if (value === undefined) known.set(days, (value = expectFromFirst(model, parameters, days / week)));
    return value;
  };
  return stretches.map(({from, to}) => {
    let sum = 0;
    for (const [first, customers] of firsts)
      if (first < to) sum += customers * (upTo(to - first) - upTo(from - 1 - first));
    return sum;
  });
}
