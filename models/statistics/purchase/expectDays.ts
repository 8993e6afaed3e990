import {aliveShare, type Alive} from "./alive.ts";
import type {PurchaseFit} from "./fitPurchase.ts";
import type {PurchaseGroups} from "./groups.ts";
import {Outlooks} from "./outlook.ts";

/** E[Y(t) | x, t_x, T] of each group and nothing else: a tenth of the work of `expectPurchases`. */
export function expectDays(
  {model, parameters}: Pick<PurchaseFit, "model" | "parameters">,
  groups: PurchaseGroups,
  ahead: number
): Float64Array {
  const outlooks = new Outlooks(model, parameters, {length: ahead, discount: 0}, groups, false);
  const alive: Alive = {share: 0, gradient: new Float64Array(4)};
  return groups.repeats.map((x, i) => {
    aliveShare(model, parameters, x, groups.lastAge[i]!, groups.age[i]!, alive);
    return alive.share * outlooks.at(x, groups.age[i]!)[0]!;
  });
}
