import {pageContext} from "../../../dashboards/build/pageContext.ts";
import type {BacktestRow, SummaryRow, WatchRow} from "../../../dashboards/pages/churn/rows.ts";

export const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 2,
  personal: []
};
export const [en, zh] = [pageContext("/churn", "en", company), pageContext("/churn", "zh", company)];

/** A customer of the list: silent for 82 days in a rhythm of 26, half likely to leave, with £100 at risk of £200. */
export const row = (place: number, change: Partial<WatchRow> = {}): WatchRow => ({
  place,
  customer_id: `C-${String(place).padStart(12, "0")}`,
  segment: "champions",
  abc_class: "A+",
  owner: null,
  accepts_marketing: null,
  risk_share: 0.5,
  risk_low: 0.4,
  risk_high: 0.6,
  risk_band: "medium",
  is_band_seen: true,
  expected_revenue: 200,
  value_at_risk: 100,
  net_revenue_365d: 800,
  last_order_on: new Date("2026-04-03"),
  recency_days: 82,
  usual_gap_days: 26,
  has_own_rhythm: true,
  silence_ratio: 3.15,
  orders: 6,
  orders_90d: 1,
  orders_previous_90d: 1,
  tickets_90d: 0,
  last_nps_score: null,
  previous_nps_score: null,
  silent_leavers_so_far: 0.9 * place,
  silent_value_so_far: 3 * place,
  ...change
});

export const noRisk = {
  risk_share: null,
  risk_low: null,
  risk_high: null,
  risk_band: null,
  is_band_seen: null,
  expected_revenue: null,
  value_at_risk: null,
  silent_leavers_so_far: null,
  silent_value_so_far: null
};

export const summary = (change: Partial<SummaryRow> = {}): SummaryRow[] =>
  (["low", "medium", "high", "all"] as const).map((risk_band, i) => ({
    risk_band,
    customers: [10, 20, 30, 60][i]!,
    buyers: [9, 15, 16, 40][i]!,
    expected_leavers: [1, 7.5, 12.1, 20.6][i]!,
    expected_revenue: [50, 100, 250, 400][i]!,
    value_at_risk: [10, 60, 180, 250][i]!,
    horizon_days: 91,
    closed_snapshots: 5,
    first_snapshot_on: new Date("2025-10-31"),
    last_snapshot_on: new Date("2026-02-28"),
    ...change
  }));

/** A tested month end: the AUC of the rates, of silence alone, the two Brier scores. */
export const tested = (
  month: number,
  auc: number | null,
  recency: number | null,
  brier = 0.2,
  base = 0.25
): BacktestRow => ({
  snapshot_on: new Date(Date.UTC(2025, month, 0)),
  customers: 100 * month,
  churned: 60,
  churn_share: 0.6,
  trained_snapshots: 500,
  rates_auc: auc,
  recency_auc: recency,
  rates_brier: brier,
  base_brier: base,
  is_better_auc: auc === null || recency === null ? null : auc > recency,
  is_better_brier: brier < base
});

/** The text of a page, its tags and styles taken out. */
export const words = (markup: unknown) =>
  String(markup)
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
