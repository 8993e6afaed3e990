import type {Customer} from "../../data/generator/customers.ts";
import type {Dice} from "../../data/generator/dice.ts";
import {drawLifetime} from "../../data/generator/lifetime.ts";
import {WEEK} from "../../data/generator/londonTime.ts";
import {PARAMETERS} from "../../data/generator/parameters.ts";
import type {PurchaseModel} from "../../models/statistics/purchase/fitPurchase.ts";

/** One customer: weeks of each purchase since the first, how long they are known, what they spend at each. */
export interface Simulated {
  purchases: number[];
  age: number;
  spend: number[];
}

export const truth: Record<PurchaseModel, readonly [number, number, number, number]> = {
  bg_nbd: [0.9, 8, 0.8, 2.5],
  mbg_nbd: [PARAMETERS.r, PARAMETERS.alpha, PARAMETERS.a, PARAMETERS.b],
  pareto_nbd: [0.9, 8, 0.8, 20]
};
export const spendTruth = [PARAMETERS.spendP, PARAMETERS.spendQ, PARAMETERS.spendGamma] as const;

/** A customer of the process, followed for `age` weeks and then for `ahead` more. */
export function simulate(model: PurchaseModel, dice: Dice, age: number, ahead: number): Simulated {
  const [r, alpha, c, d] = truth[model];
  const lambda = dice.gamma(r, alpha);
  const purchases =
    model === "pareto_nbd" ? untilDeath(lambda, dice.gamma(c, d), age + ahead, dice) : orders(lambda, dice.beta(c, d));
  function orders(rate: number, p: number): number[] {
    const customer = {arrivedAt: 0, lambda: rate, p, channelFactor: 1} as Customer;
    const parameters = {...PARAMETERS, failureShare: 0, dropsOutAfterFirst: model === "mbg_nbd"};
    return drawLifetime(customer, (age + ahead) * WEEK, parameters, dice).purchases.map(({at}) => at / WEEK);
  }
  const nu = dice.gamma(spendTruth[1], spendTruth[2]);
  return {purchases, age, spend: purchases.map(() => dice.gamma(spendTruth[0], nu))};
}

/** Purchases at a rate until an exponential death of a rate. */
function untilDeath(rate: number, death: number, until: number, dice: Dice): number[] {
  const end = Math.min(until, dice.exponential(death));
  const purchases = [0];
  for (let at = dice.exponential(rate); at < end; at += dice.exponential(rate)) purchases.push(at);
  return purchases;
}
