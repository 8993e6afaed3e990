import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {DAY} from "./londonTime.ts";
import {type Order, totalOf} from "./orders.ts";
import type {Account} from "./subject.ts";

/** One entry of a member's points account. */
export interface Entry {
  customer: Customer;
  at: number;
  type: "earn" | "redeem" | "expire" | "adjust";
  points: number;
  balance: number;
  expiresAt: number | null;
  order: Order | null;
  tier: "Leaf" | "Blossom" | "Estate";
}

/** Share of buyers in the programme; points a pound of goods; days that points live. */
export const PROGRAMME = {memberShare: 0.55, pointsPerPound: 1, lifeDays: 365} as const;

interface Lot {
  order: Order;
  rest: number;
  expiresAt: number;
}

/**
 * A member's entries, oldest first; none for somebody outside the programme.
 *
 * Orders earn a point for each whole pound of goods, refunds take their share back, points not used within a year expire, the oldest are
 * used first, and some members swap hundreds of points for a gift when they order. The balance is never below zero.
 */
export function drawEntries({customer, orders, refunds}: Account, until: number, dice: Dice): Entry[] {
  const kept = orders.filter(({cancelledAt}) => cancelledAt === null);
  if (!kept.length || !dice.chance(PROGRAMME.memberShare)) return [];
  const entries: Entry[] = [];
  let lots: Lot[] = [];
  let earned = 0;
  const balance = () => lots.reduce((sum, {rest}) => sum + rest, 0);

  function book(at: number, type: Entry["type"], points: number, order: Order | null, expiresAt: number | null = null) {
    const tier = earned < 250 ? "Leaf" : earned < 1000 ? "Blossom" : "Estate";
    entries.push({customer, at, type, points, balance: balance(), expiresAt, order, tier});
  }
  function take(points: number): void {
    for (const lot of lots) {
      const part = Math.min(points, lot.rest);
      lot.rest -= part;
      points -= part;
    }
    lots = lots.filter(({rest}) => rest > 0);
  }
  function expireBefore(at: number): void {
    for (;;) {
      const [oldest] = lots;
      if (!oldest || oldest.expiresAt > at) return;
      lots = lots.slice(1);
      book(oldest.expiresAt, "expire", -oldest.rest, null);
    }
  }

  const happened = [
    ...kept.map((order) => ({at: order.at, order, isRefund: false})),
    ...refunds.map(({order, at}) => ({at, order, isRefund: true}))
  ].sort((a, b) => a.at - b.at);
  for (const {at, order, isRefund} of happened) {
    expireBefore(at);
    const points = Math.floor(order.subtotal / 100) * PROGRAMME.pointsPerPound;
    if (isRefund) {
      const back = Math.min(balance(), Math.floor((points * order.refunded) / totalOf(order)));
      if (back === 0) continue;
      take(back);
      book(at, "adjust", -back, order);
      continue;
    }
    const gift = Math.min(500, Math.floor(balance() / 100) * 100);
    if (gift > 0 && dice.chance(0.4)) {
      take(gift);
      book(at - 1000, "redeem", -gift, order);
    }
    if (points === 0) continue;
    const expiresAt = at + PROGRAMME.lifeDays * DAY;
    lots.push({order, rest: points, expiresAt});
    earned += points;
    book(at, "earn", points, order, expiresAt);
  }
  expireBefore(until - 1);
  return entries;
}
