import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {DAY, MINUTE} from "./londonTime.ts";
import type {Order} from "./orders.ts";
import {atOfficeHour, atShoppingHour} from "./timeOfDay.ts";
import {weighted} from "./weighted.ts";

export const CATEGORIES = [
  "delivery damage",
  "late delivery",
  "returns",
  "billing",
  "product question",
  "change of order",
  "account"
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A question or complaint at the helpdesk; times are instants, null when they lie behind the end of the data. */
export interface Ticket {
  requester: Customer;
  order: Order | null;
  category: Category;
  createdAt: number;
  repliedAt: number | null;
  solvedAt: number | null;
  replies: number;
  reopens: number;
  via: "Mail" | "Web" | "Chat" | "Phone";
  score: "Good" | "Bad" | "Offered" | "Not Offered";
}

/** Tickets per order that have nothing to do with a failure. */
const ORDINARY = 0.07;
const CALM: Category[] = ["returns", "billing", "product question", "change of order", "account"];
const drawCalm = weighted(CALM, (category) => [24, 15, 34, 19, 8][CALM.indexOf(category)]!);

/** Every failed order brings a ticket with a slow first reply, other orders now and then one that is answered the same day. */
export function drawTickets(orders: readonly Order[], until: number, dice: Dice): Ticket[] {
  return orders.flatMap((order) => {
    const tickets: Ticket[] = [];
    if (order.failure === "late") tickets.push(drawTicket(order, "late delivery", dice.int(5, 11), until, dice));
    if (order.failure === "damage") tickets.push(drawTicket(order, "delivery damage", dice.int(2, 5), until, dice));
    if (order.cancelledAt === null && dice.chance(ORDINARY))
      tickets.push(drawTicket(order, drawCalm(dice.uniform()), dice.int(0, 16), until, dice));
    return tickets.filter(({createdAt}) => createdAt < until);
  });
}

function drawTicket(order: Order, category: Category, days: number, until: number, dice: Dice): Ticket {
  const failed = category === "late delivery" || category === "delivery damage";
  const via = dice.chance(0.5) ? "Mail" : dice.pick(["Web", "Web", "Chat", "Phone"] as const);
  const live = via === "Chat" || via === "Phone";
  const written = Math.max(order.at + 20 * MINUTE, atShoppingHour(order.at + days * DAY, dice));
  const createdAt = live || dice.chance(0.4) ? atOfficeHour(written, dice) : written;
  const wait = failed ? dice.logNormal(1560, 0.6) : dice.logNormal(live ? 6 : 210, 0.8);
  const work = failed ? dice.logNormal(4200, 0.7) : dice.logNormal(live ? 40 : 800, 0.9);
  const repliedAt = atOfficeHour(createdAt + Math.max(1, Math.round(wait)) * MINUTE, dice);
  const solvedAt = atOfficeHour(repliedAt + Math.max(1, Math.round(work)) * MINUTE, dice);
  const rated = solvedAt < until && dice.chance(0.34);
  return {
    requester: order.customer,
    order: category === "account" ? null : order,
    category,
    createdAt,
    repliedAt: repliedAt < until ? repliedAt : null,
    solvedAt: solvedAt < until ? solvedAt : null,
    replies: repliedAt < until ? 1 + dice.poisson(failed ? 1.8 : 0.6) : 0,
    reopens: solvedAt < until && dice.chance(failed ? 0.17 : 0.04) ? 1 : 0,
    via,
    score: rated
      ? dice.chance(failed ? 0.42 : 0.91)
        ? "Good"
        : "Bad"
      : solvedAt < until && dice.chance(0.8)
        ? "Offered"
        : "Not Offered"
  };
}
