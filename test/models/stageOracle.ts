import {cents, gapsOf, histories, lastDay, monthsBetween, quantile} from "./oracle.ts";
import {daylong, isoDay, monthOf, type Company, type Order} from "./randomCompany.ts";

/** The last day of the month so many months before that of a day. */
export function monthEnd(day: number, monthsBefore: number): number {
  const date = new Date(day * daylong);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBefore + 1, 0) / daylong;
}

/** as_of and the 24 month ends before it, newest first. */
export const stageDays = (asOf: number): number[] => [
  asOf,
  ...Array.from({length: 24}, (_, i) => monthEnd(asOf, i + 1))
];

/** Thresholds by the gaps that had ended by a day. */
export function cutsOn(company: Company, day: number) {
  const gaps = [...histories(company).values()].flatMap((orders) => gapsOf(orders.filter((order) => order.day <= day)));
  const weeks = Math.max(1, Math.round((quantile(gaps, 0.9) ?? 91) / 7));
  const dormant = 7 * weeks;
  return {
    gaps: gaps.length,
    slipping: Math.min(quantile(gaps, 0.75) ?? dormant / 2, dormant),
    dormant,
    lost: Math.max(quantile(gaps, 0.98) ?? 2 * dormant, 2 * dormant)
  };
}

/** The stage of a customer on a day by everything up to it. */
export function stageOn(orders: readonly Order[], day: number, cuts: ReturnType<typeof cutsOn>): string {
  const past = orders.filter((order) => order.day <= day);
  const days = [...new Set(past.map((order) => order.day))];
  if (!days.length) return "prospect";
  const silence = day - days.at(-1)!;
  if (silence > cuts.lost) return "lost";
  if (silence > cuts.dormant) return "dormant";
  if (silence > cuts.slipping) return "slipping";
  if (days.length === 1) return "new";
  if (days.at(-1)! - days.at(-2)! > cuts.dormant) return "reactivated";
  return days.length >= 4 ? "loyal" : "active";
}

export interface Stood {
  customer: number;
  stage: string;
  /** Cents of the twelve calendar months that end with the day's. */
  revenue: number;
}

/**
 * Everybody on a day: those known by then, at as_of also those of whom nobody can say since when.
 * `registered` is the day of the oldest record, where there is one.
 */
export function standOn(company: Company, day: number, registered: (customer: number) => number | null): Stood[] {
  const cuts = cutsOn(company, day);
  const all = histories(company);
  return Array.from({length: company.customers}, (_, customer) => customer).flatMap((customer) => {
    const orders = all.get(customer) ?? [];
    const days = [registered(customer), orders[0]?.day].filter((known) => known != null);
    const isKnown = days.some((known) => known <= day) || (day === lastDay(company) && !days.length);
    if (!isKnown) return [];
    const counted = orders.filter((order) => order.day <= day && monthsBetween(monthOf(order.day), monthOf(day)) < 12);
    return [{customer, stage: stageOn(orders, day, cuts), revenue: cents(counted)}];
  });
}

/** Counts of rows by what they have in common. */
export function tally(keys: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const key of keys) found[key] = (found[key] ?? 0) + 1;
  return found;
}

export {isoDay};
