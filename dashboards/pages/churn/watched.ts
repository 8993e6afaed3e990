import type {Locale} from "../../format/locale.ts";
import {reasonsOf, warningsOf, type WatchedReason} from "./reasons/reasonsOf.ts";
import type {Warning, WatchRow} from "./rows.ts";

/** A risk with its interval, the word for it, and what is at stake. Shares in [0, 1], money in whole units. */
export interface WatchedRisk {
  share: number;
  /** Null where nothing tells how sure it is. */
  low: number | null;
  high: number | null;
  band: "low" | "medium" | "high";
  expected: number;
  value: number;
}

/** A customer of the list, as the page and its browser code hold it. */
export interface Watched {
  place: number;
  id: string;
  segment: string | null;
  abc: string;
  /** Null also where the operator does not publish it. */
  owner: string | null;
  mail: boolean | null;
  risk: WatchedRisk;
  revenue: number;
  silent: number;
  usual: number;
  own: boolean;
  ratio: number;
  orders: number;
  lately: number;
  before: number;
  tickets: number;
  nps: number | null;
  npsBefore: number | null;
  /** In the words of the page's language. */
  reasons: WatchedReason[];
  /** In the order of the rules. */
  warnings: Warning[];
  /** Sums over as many of the longest silent: risks, value at risk. */
  silentest: [leavers: number, value: number] | null;
}

const to = (decimals: number) => (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
const [share, money, number] = [to(4), to(2), to(2)];
const known = (value: number | null) => (value === null ? null : share(value));

/** A row of the mart that has a risk, with its reasons in words, rounded to what a reader or a spreadsheet can use. */
export const watched =
  (complaintDays: number, locale: Locale) =>
  (row: WatchRow): Watched => ({
    place: row.place,
    id: row.customer_id,
    segment: row.segment,
    abc: row.abc_class,
    owner: row.owner ?? null,
    mail: row.accepts_marketing,
    risk: riskOf(row),
    revenue: money(row.net_revenue_365d),
    silent: row.recency_days,
    usual: number(row.usual_gap_days),
    own: row.has_own_rhythm,
    ratio: number(row.silence_ratio),
    orders: row.orders,
    lately: row.orders_90d,
    before: row.orders_previous_90d,
    tickets: row.tickets_90d,
    nps: row.last_nps_score,
    npsBefore: row.previous_nps_score,
    reasons: reasonsOf(row, complaintDays, locale),
    warnings: warningsOf(row),
    silentest:
      row.silent_leavers_so_far === null
        ? null
        : [number(row.silent_leavers_so_far), money(row.silent_value_so_far ?? 0)]
  });

const riskOf = (row: WatchRow): WatchedRisk => ({
  share: share(row.risk_share!),
  low: known(row.risk_low),
  high: known(row.risk_high),
  band: row.risk_band!,
  expected: money(row.expected_revenue),
  value: money(row.value_at_risk ?? 0)
});
