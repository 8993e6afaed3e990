import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {DAY, HOUR} from "./londonTime.ts";
import type {Mailing} from "./mailings.ts";
import type {Order} from "./orders.ts";

/** A time that a customer agreed to mail, or refused. */
export interface Consent {
  at: number;
  isGranted: boolean;
  /** Where they said so. */
  said: "checkout" | "newsletter form" | "preference centre" | "unsubscribe link";
}

/** What a customer had to do with the mailing list. */
export interface Marketing {
  /** Oldest first; the last one is what the shop's customer record says. */
  consents: Consent[];
  /** Mailchimp's file; null for somebody who was never on the list. */
  list: "subscribed" | "unsubscribed" | "cleaned" | null;
  /** The mailings received or, in the control group, held back; oldest first. */
  received: {mailing: Mailing; isControl: boolean}[];
  /** The mailing after which they left the list, or that came back. */
  lastMailing: Mailing | null;
  /** When they left the list, or their address failed. */
  leftAt: number | null;
  /** Chance to open a mailing. */
  engagement: number;
}

const nobody: Omit<Marketing, "consents" | "engagement"> = {list: null, received: [], lastMailing: null, leftAt: null};

/**
 * Draws a history of consent that ends with what the customer record says. Control groups are drawn by lot, independent of all that a
 * customer did or will do: mailings have no effect on orders.
 */
export function drawMarketing(
  customer: Customer,
  orders: readonly Order[],
  mailings: readonly Mailing[],
  until: number,
  dice: Dice
): Marketing {
  const joinedAt = orders[0]?.at ?? customer.arrivedAt;
  const said = customer.buys ? "checkout" : "newsletter form";
  const engagement = dice.beta(2.2, 3.4);
  const first: Consent = {at: joinedAt, isGranted: true, said};
  const arms = mailings.map((mailing) => ({mailing, isControl: dice.chance(mailing.controlShare)}));
  const later = arms.filter(({mailing}) => mailing.at > joinedAt + HOUR);
  if (customer.acceptsMarketing) {
    const bounced = dice.chance(0.015) ? later.find(({isControl}) => !isControl) : undefined;
    if (bounced) {
      const received = later.filter(({mailing}) => mailing.at <= bounced.mailing.at);
      const leftAt = bounced.mailing.at + HOUR;
      return {consents: [first], list: "cleaned", received, lastMailing: bounced.mailing, leftAt, engagement};
    }
    return {...nobody, list: "subscribed", ...drawPause(first, later, until, dice), engagement};
  }
  const wasOnList = !customer.buys || dice.chance(0.4);
  if (!wasOnList) return {...nobody, consents: [{...first, isGranted: false}], engagement};
  const last = dice.chance(0.8) ? dice.pick([null, ...later.filter(({isControl}) => !isControl)]) : null;
  const leftAt = Math.min(
    until - 1000,
    last
      ? last.mailing.at + Math.ceil(dice.exponential(1 / 9) * HOUR)
      : joinedAt + Math.ceil(dice.exponential(1 / 90) * DAY)
  );
  const left: Consent = {at: leftAt, isGranted: false, said: last ? "unsubscribe link" : "preference centre"};
  const received = later.filter(({mailing}) => mailing.at < leftAt);
  return {
    consents: [first, left],
    list: "unsubscribed",
    received,
    lastMailing: last?.mailing ?? null,
    leftAt,
    engagement
  };
}

/** A few leave the list and come back. */
function drawPause(
  first: Consent,
  later: Marketing["received"],
  until: number,
  dice: Dice
): Pick<Marketing, "consents" | "received"> {
  const [left, back] = [dice.exponential(1 / 120) * DAY, dice.exponential(1 / 60) * DAY].map(Math.ceil) as [
    number,
    number
  ];
  const [from, to] = [first.at + left, first.at + left + back];
  if (!dice.chance(0.06) || to > until) return {consents: [first], received: later};
  const consents: Consent[] = [
    first,
    {at: from, isGranted: false, said: "preference centre"},
    {at: to, isGranted: true, said: "preference centre"}
  ];
  return {consents, received: later.filter(({mailing}) => mailing.at < from || mailing.at > to)};
}
