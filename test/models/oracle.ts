import {type Company, type Order, daylong, isoDay, monthOf} from "./randomCompany.ts";

/** Interpolated quantile (Hyndman–Fan type 7); null over nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

/** Orders that count, per customer, in their sequence. */
export function histories({orders}: Company): Map<number, Order[]> {
  const found = new Map<number, Order[]>();
  for (const order of orders) {
    if (order.customer === null || order.isCancelled) continue;
    found.set(order.customer, [...(found.get(order.customer) ?? []), order]);
  }
  return found;
}

export const cents = (orders: readonly Order[]) => orders.reduce((sum, order) => sum + order.cents, 0);
export const money = (value: number) => value / 100;

/** Days between consecutive purchase days. */
export function gapsOf(orders: readonly Pick<Order, "day">[]): number[] {
  const days = [...new Set(orders.map(({day}) => day))];
  return days.slice(1).map((day, i) => day - days[i]!);
}

export const lastDay = ({orders, tickets, answers}: Company) =>
  Math.max(...[...orders, ...tickets, ...answers].map(({day}) => day));

const monthNumber = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
export const monthsBetween = (a: string, b: string) => monthNumber(b) - monthNumber(a);

/** The same day so many months later, or the last of that month. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * daylong);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0)) / daylong;
}

/** as_of and the month ends before it, newest first. */
export function snapshotDays(asOf: number, count: number, from: number): number[] {
  const ends = Array.from({length: count}, (_, i) => {
    const date = new Date(asOf * daylong);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - i, 0) / daylong;
  });
  return [asOf, ...ends].filter((day) => day >= from);
}

/** 90th percentile of all gaps in whole weeks. */
export function horizonOf(company: Company): number {
  const gaps = [...histories(company).values()].flatMap(gapsOf);
  return 7 * Math.max(1, Math.round(quantile(gaps, 0.9)! / 7));
}

/** Lower median of the gaps of all customers that had ended by a day. */
export function baseGap(company: Company, day: number): number | null {
  const gaps = [...histories(company).values()].flatMap((orders) => gapsOf(orders.filter((order) => order.day <= day)));
  return gaps.sort((a, b) => a - b)[Math.ceil(gaps.length / 2) - 1] ?? null;
}

/** One row of int_churn_features by brute force, or null before the first order; money to four decimals, half away from zero. */
export function featuresOf(company: Company, customer: number, day: number) {
  const all = histories(company).get(customer) ?? [];
  const past = all.filter((order) => order.day <= day);
  if (!past.length) return null;
  const within = (from: number, to = 0) => past.filter((order) => order.day > day - from && order.day <= day - to);
  const median = quantile(gapsOf(past), 0.5);
  const base = baseGap(company, day) ?? 91;
  const usual = median ?? base;
  const recency = day - past.at(-1)!.day;
  const answers = company.answers.filter((answer) => answer.customer === customer && answer.day <= day);
  const ticketsIn = (n: number) =>
    company.tickets.filter((t) => t.customer === customer && t.day <= day && t.day > day - n).length;
  const days = [...new Set(past.map((order) => order.day))];
  const meanOf = (some: readonly number[]) => {
    const mean = (100 * cents(past.filter((order) => some.includes(order.day)))) / some.length;
    return (Math.sign(mean) * Math.round(Math.abs(mean))) / 10_000;
  };
  const horizon = day + horizonOf(company);
  const isClosed = horizon <= lastDay(company);
  return {
    snapshot_on: isoDay(day),
    recency_days: recency,
    tenure_days: day - past[0]!.day,
    orders: past.length,
    orders_90d: within(90).length,
    orders_previous_90d: within(180, 90).length,
    net_revenue: money(cents(past)),
    net_revenue_90d: money(cents(within(90))),
    net_revenue_previous_90d: money(cents(within(180, 90))),
    net_revenue_365d: money(cents(within(365))),
    median_gap_days: median,
    usual_gap_days: usual,
    silence_ratio: recency / usual,
    purchase_days: days.length,
    purchase_days_180d: days.filter((one) => one > day - 180).length,
    purchase_days_365d: days.filter((one) => one > day - 365).length,
    last_gap_days: days.length > 1 ? days.at(-1)! - days.at(-2)! : null,
    last_orders_value: meanOf(days.slice(-3)),
    earlier_orders_value: days.length > 3 ? meanOf(days.slice(0, -3)) : null,
    tickets_90d: ticketsIn(90),
    complaints: ticketsIn(60),
    tickets_365d: ticketsIn(365),
    last_nps_score: answers.at(-1)?.score ?? null,
    previous_nps_score: answers.at(-2)?.score ?? null,
    last_nps_days: answers.length ? day - answers.at(-1)!.day : null,
    is_horizon_closed: isClosed,
    has_churned: isClosed ? !all.some((order) => order.day > day && order.day <= horizon) : null
  };
}

/** Warnings that the plain rules, at their usual limits, give of a row of featuresOf, and those that could have judged it. */
export function warningsOf(row: NonNullable<ReturnType<typeof featuresOf>>): {warned: string[]; judged: string[]} {
  const [gap, last, before] = [row.median_gap_days, row.last_orders_value, row.earlier_orders_value];
  const rules: [name: string, judges: boolean, warns: boolean][] = [
    ["silence", gap !== null, row.recency_days >= 2 * gap!],
    ["slowing", row.purchase_days >= 4, row.last_gap_days! >= 2 * gap!],
    ["value_fall", before !== null && before > 0, last <= before! / 2],
    ["complaints", true, row.complaints >= 2],
    ["low_score", row.last_nps_days !== null && row.last_nps_days <= 365, row.last_nps_score! <= 6]
  ];
  const judged = rules.filter(([, judges]) => judges);
  return {judged: judged.map(([name]) => name), warned: judged.filter(([, , warns]) => warns).map(([name]) => name)};
}

export {monthOf};
