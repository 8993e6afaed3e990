import {CATALOGUE, type Product} from "./catalogue.ts";
import type {Dice} from "./dice.ts";
import {DAY} from "./londonTime.ts";
import type {Mailing} from "./mailings.ts";
import {type Order, totalOf} from "./orders.ts";
import type {Account} from "./subject.ts";
import {atShoppingHour} from "./timeOfDay.ts";
import {weighted} from "./weighted.ts";

export type Step = "page_view" | "view_item" | "add_to_cart" | "begin_checkout" | "purchase";

/** One event of a visit; `order` is set on the purchase, `product` where there is one. */
export interface WebEvent {
  at: number;
  step: Step;
  product: Product | null;
  order: Order | null;
}

/** A visit of the shop's website or app; `account` is null for somebody who is no customer. */
export interface Session {
  account: Account | null;
  events: WebEvent[];
  mailing: Mailing | null;
  source: string;
  medium: string;
}

/** How far a visit without an order goes: shares of visits that look at a product, of those that fill a cart, of those that begin to pay. */
export const FUNNEL = {look: 0.65, fill: 0.3, pay: 0.35} as const;

const drawProduct = weighted(CATALOGUE, ({weight}) => weight);
const WAYS = [
  ["google", "organic"],
  ["google", "organic"],
  ["(direct)", "(none)"],
  ["instagram", "paid_social"]
] as const;

/** A customer's visits between two instants: each order of web or app, each click in a mailing, and some without an order. */
export function drawSessions(account: Account, from: number, until: number, dice: Dice): Session[] {
  const {customer, orders, touches, life} = account;
  const inside = (at: number | null): at is number => at !== null && at >= from && at < until;
  const bought = orders
    .filter(({at, source}) => inside(at) && (source === "web" || source === "app"))
    .map((order) => session(account, purchase(order, dice), null, dice));
  const clicked = touches
    .filter(({clickedAt}) => inside(clickedAt))
    .map(({clickedAt, mailing}) => session(account, browse(clickedAt!, dice), mailing, dice));
  const isGone = life.diedAt !== null && life.diedAt < from;
  const idle = customer.arrivedAt < from ? dice.poisson(isGone ? 0.04 : 0.35) : 0;
  const browsed = Array.from({length: idle}, () =>
    session(
      account,
      browse(atShoppingHour(from + DAY + dice.uniform() * (until - from - 3 * DAY), dice), dice),
      null,
      dice
    )
  );
  return [...bought, ...clicked, ...browsed].map((each) => ({
    ...each,
    events: each.events.filter(({at}) => at < until)
  }));
}

/** A visit of somebody whom the shop does not know. */
export const drawStranger = (from: number, until: number, dice: Dice): Session =>
  session(null, browse(atShoppingHour(from + dice.uniform() * (until - from - 2 * DAY), dice), dice), null, dice);

function session(account: Account | null, events: WebEvent[], mailing: Mailing | null, dice: Dice): Session {
  const [source, medium] = mailing ? ["mailchimp", "email"] : dice.pick(WAYS);
  return {account, events, mailing, source: source!, medium: medium!};
}

/** The way to an order, ending with it: every line was looked at and put into the cart. */
function purchase(order: Order, dice: Dice): WebEvent[] {
  const steps: Omit<WebEvent, "at">[] = [
    {step: "page_view", product: null, order: null},
    ...order.lines.flatMap(({product}) => [
      {step: "view_item" as const, product, order: null},
      {step: "add_to_cart" as const, product, order: null}
    ]),
    {step: "begin_checkout", product: null, order: null}
  ];
  let at = order.at;
  const events: WebEvent[] = [{at, step: "purchase", product: null, order}];
  for (const step of steps.reverse()) events.unshift({...step, at: (at -= dice.int(5, 90) * 1000)});
  return events;
}

function browse(from: number, dice: Dice): WebEvent[] {
  let at = from;
  const events: WebEvent[] = [];
  const add = (step: Step, product: Product | null = null) => {
    events.push({at, step, product, order: null});
    at += dice.int(5, 120) * 1000;
  };
  add("page_view");
  if (!dice.chance(FUNNEL.look)) return events;
  const product = drawProduct(dice.uniform());
  add("view_item", product);
  if (!dice.chance(FUNNEL.fill)) return events;
  add("add_to_cart", product);
  if (dice.chance(FUNNEL.pay)) add("begin_checkout");
  return events;
}

/** What a purchase was worth, in pounds. */
export const valueOf = (order: Order): number => totalOf(order) / 100;
