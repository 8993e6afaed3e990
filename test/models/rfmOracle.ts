import type {Settings} from "../../models/settings.ts";
import {cents, gapsOf, histories, money, quantile} from "./oracle.ts";
import type {Company} from "./randomCompany.ts";

/** One customer as scored on a day, by brute force. */
export interface Scored {
  customer: number;
  recency_days: number;
  frequency: number;
  purchase_days: number;
  monetary: number;
  recency_score: number;
  frequency_score: number;
  monetary_score: number;
  segment: string;
}

/** All customers with an order in the window that ends on a day. Days are numbers since 1970. */
export function scoredOn(company: Company, day: number, {windowDays, thresholds, segments}: Settings["rfm"]): Scored[] {
  const measured = [...histories(company)].flatMap(([customer, all]) => {
    const orders = all.filter((order) => order.day <= day && (windowDays === null || order.day > day - windowDays));
    if (!orders.length) return [];
    return [
      {
        customer,
        recency_days: day - orders.at(-1)!.day,
        frequency: orders.length,
        purchase_days: gapsOf(orders).length + 1,
        monetary: money(cents(orders))
      }
    ];
  });
  const rank = (measure: "recency_days" | "frequency" | "monetary", limits: readonly number[] | undefined) => {
    const values = measured.map((row) => row[measure]);
    const cuts = limits ?? [0.2, 0.4, 0.6, 0.8].map((p) => quantile(values, p)!);
    return (value: number) => 1 + cuts.filter((cut) => value > cut).length;
  };
  const [recency, frequency, monetary] = [
    rank("recency_days", thresholds.recency),
    rank("frequency", thresholds.frequency),
    rank("monetary", thresholds.monetary)
  ];
  return measured.map((row) => {
    const [r, f, m] = [6 - recency(row.recency_days), frequency(row.frequency), monetary(row.monetary)];
    const {segment} = segments.find(
      (one) => one.recency.includes(r) && one.frequency.includes(f) && (one.monetary ?? [m]).includes(m)
    )!;
    return {...row, recency_score: r, frequency_score: f, monetary_score: m, segment};
  });
}
