import {csv, type CsvValue} from "../../live/csv.ts";
import type {Locale} from "../../format/locale.ts";
import {reasonsOf} from "./reasonsOf.ts";
import type {Watched} from "./watched.ts";

const columns: Record<string, (one: Watched) => CsvValue> = {
  place: (one) => one.place,
  customer_id: (one) => one.id,
  segment: (one) => one.segment,
  abc_class: (one) => one.abc,
  risk_share: (one) => one.risk?.share,
  risk_low: (one) => one.risk?.low,
  risk_high: (one) => one.risk?.high,
  risk_band: (one) => one.risk?.band,
  expected_revenue: (one) => one.risk?.expected,
  value_at_risk: (one) => one.risk?.value,
  net_revenue_365d: (one) => one.revenue,
  recency_days: (one) => one.silent,
  usual_gap_days: (one) => one.usual,
  has_own_rhythm: (one) => one.own,
  silence_ratio: (one) => one.ratio,
  orders: (one) => one.orders,
  orders_90d: (one) => one.lately,
  orders_previous_90d: (one) => one.before,
  tickets_90d: (one) => one.tickets,
  last_nps_score: (one) => one.nps,
  previous_nps_score: (one) => one.npsBefore,
  owner: (one) => one.owner,
  accepts_marketing: (one) => one.mail
};

/** The customers that are shown, in their order: plain numbers, pseudonyms, reasons in words, and how they were chosen. */
export function watchCsv(shown: readonly Watched[], asOf: string, filter: string, locale: Locale): string {
  const reasons = (one: Watched) =>
    reasonsOf(one, locale)
      .map(({text}) => String(text))
      .join(" | ");
  return csv(
    [...Object.keys(columns), "reasons", "as_of", "filter"],
    shown.map((one) => [...Object.values(columns).map((value) => value(one)), reasons(one), asOf, filter])
  );
}
