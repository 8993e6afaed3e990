import {csv, type CsvValue} from "../../live/csv.ts";
import type {Watched} from "./watched.ts";

const columns: Record<string, (one: Watched) => CsvValue> = {
  place: (one) => one.place,
  customer_id: (one) => one.id,
  segment: (one) => one.segment,
  abc_class: (one) => one.abc,
  risk_share: (one) => one.risk.share,
  risk_low: (one) => one.risk.low,
  risk_high: (one) => one.risk.high,
  risk_band: (one) => one.risk.band,
  expected_revenue: (one) => one.risk.expected,
  value_at_risk: (one) => one.risk.value,
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
  accepts_marketing: (one) => one.mail,
  reasons: (one) => one.reasons.map(([text]) => text.replaceAll("\u00a0", " ")).join(" | "),
  warnings: (one) => one.warnings.join(" | ")
};

/** How the list was ranked and chosen, the same in every row. */
export interface Chosen {
  asOf: string;
  /** What the risk is from: a model's name, or "rules". */
  rankedBy: string;
  /** The query of the page. */
  filter: string;
}

/** The customers that are shown, in their order: plain numbers, pseudonyms, reasons in words, and how they were chosen. */
export const watchCsv = (shown: readonly Watched[], {asOf, rankedBy, filter}: Chosen): string =>
  csv(
    [...Object.keys(columns), "ranked_by", "as_of", "filter"],
    shown.map((one) => [...Object.values(columns).map((value) => value(one)), rankedBy, asOf, filter])
  );
