import {type Channel, drawChannel} from "./channels.ts";
import {TYPES} from "./catalogue.ts";
import type {Dice} from "./dice.ts";
import {startOfDay} from "./londonTime.ts";
import type {Parameters} from "./parameters.ts";
import {drawPerson, type Person} from "./people.ts";

/** A customer and the hidden constants that govern what they do. */
export interface Customer extends Person {
  index: number;
  /** Shopify's customer number, 13 digits. */
  customerId: string;
  channel: Channel;
  arrivedAt: number;
  /** False for somebody who signed up and never ordered. */
  buys: boolean;
  /** Orders a week while alive. */
  lambda: number;
  /** Probability of leaving after an order, before the factors of channel and failure. */
  p: number;
  /** `paidSocialFactor` or 1. */
  channelFactor: number;
  /** Gamma–Gamma rate of the order value, in orders per pound. */
  nu: number;
  favouriteType: string;
  /** Latent answer on the 0–10 scale when nothing went wrong. */
  satisfaction: number;
  /** Probability of answering a survey wave. */
  answers: number;
}

/** Draws the customer who arrives as number `index` at `arrivedAt`. */
export function drawCustomer(index: number, arrivedAt: number, parameters: Parameters, dice: Dice): Customer {
  const boughtSince = startOfDay(parameters.paidSocialSince);
  const buys = dice.chance(parameters.buyerShare);
  const channel = buys ? drawChannel(arrivedAt, boughtSince, dice) : "email-sign-up";
  const bought = channel === "paid-social" && arrivedAt >= boughtSince;
  const p = dice.beta(parameters.a, parameters.b);
  return {
    ...drawPerson(index, dice),
    index,
    customerId: String(7_012_000_000_000 + index * 33_024 + dice.int(0, 33_000)),
    channel,
    arrivedAt,
    buys,
    lambda: dice.gamma(parameters.r, parameters.alpha),
    p,
    channelFactor: bought ? parameters.paidSocialFactor : 1,
    nu: dice.gamma(parameters.spendQ, parameters.spendGamma),
    favouriteType: dice.pick(TYPES),
    satisfaction: dice.normal(9.3 - 2.2 * p - (bought ? 0.7 : 0), 1.25),
    answers: Math.min(0.7, parameters.answerShare * dice.gamma(2.5, 2.5))
  };
}
