import {pageContext} from "../../../dashboards/build/pageContext.ts";
import type {
  BacktestRow,
  CalibrationRow,
  DriverRow,
  LiftRow,
  Method,
  MethodRow,
  StateRow,
  SummaryRow,
  Warning,
  WarningRow,
  WatchRow
} from "../../../dashboards/pages/churn/rows.ts";

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
  expected_revenue: 200,
  value_at_risk: 100,
  reasons: '[["silence", 0.8]]',
  warnings: 0,
  warned_of: "",
  net_revenue_365d: 800,
  last_order_on: new Date("2026-04-03"),
  recency_days: 82,
  usual_gap_days: 26,
  has_own_rhythm: true,
  silence_ratio: 3.15,
  alive_share: 0.8,
  orders: 6,
  orders_90d: 1,
  orders_previous_90d: 1,
  purchase_days: 6,
  purchase_days_180d: 2,
  season_purchase_days: 0,
  tenure_days: 400,
  net_revenue_90d: 31,
  net_revenue_previous_90d: 64,
  last_orders_value: 31,
  earlier_orders_value: 64,
  median_gap_days: 26,
  last_gap_days: 60,
  tickets_90d: 0,
  complaints: 0,
  tickets_365d: 0,
  unsolved_tickets: 0,
  resolution_hours: null,
  last_nps_score: null,
  previous_nps_score: null,
  last_nps_days: null,
  last_rating: null,
  touches_90d: 0,
  opened_90d: 0,
  points_balance: null,
  refunds_365d: 0,
  silent_leavers_so_far: 0.9 * place,
  silent_value_so_far: 3 * place,
  ...change
});

export const summary = (change: Partial<SummaryRow> = {}): SummaryRow[] =>
  (["low", "medium", "high", "all"] as const).map((risk_band, i) => ({
    risk_band,
    customers: [10, 20, 30, 60][i]!,
    buyers: [9, 15, 16, 40][i]!,
    warned: [2, 6, 20, 28][i]!,
    expected_leavers: [1, 7.5, 12.1, 20.6][i]!,
    expected_revenue: [50, 100, 250, 400][i]!,
    value_at_risk: [10, 60, 180, 250][i]!,
    value_low: [5, 50, 165, 220][i]!,
    value_high: [15, 70, 195, 280][i]!,
    horizon_days: 91,
    closed_snapshots: 5,
    first_snapshot_on: new Date("2025-10-31"),
    last_snapshot_on: new Date("2026-02-28"),
    ...change
  }));

/** A model ranks: the tree ensemble, tested on four month ends. */
export const state = (change: Partial<StateRow> = {}): StateRow => ({
  uses: "model",
  method: "trees",
  reason: "best",
  horizon_days: 91,
  customers: 60,
  one_time_share: 0.42,
  closed_snapshots: 8,
  tested_snapshots: 4,
  tested_customers: 1000,
  churn_share: 0.44,
  auc: 0.743,
  recency_auc: 0.684,
  alive_auc: 0.702,
  brier: 0.203,
  recency_brier: 0.225,
  base_brier: 0.246,
  skill: 0.17,
  first_tested_on: new Date("2025-11-30"),
  last_tested_on: new Date("2026-02-28"),
  trained_rows: 2300,
  trained_churned: 1012,
  trained_from_on: new Date("2025-06-30"),
  trained_to_on: new Date("2026-02-28"),
  complaint_days: 60,
  useful_warnings: 2,
  medium_from: 0.4,
  high_from: 0.7,
  ...change
});

/** [auc, pr_auc, brier, log_loss, precision_at_calls, lift_top_tenth]. */
const measured: Record<Method, (number | null)[]> = {
  trees: [0.743, 0.69, 0.203, 0.591, 0.81, 1.84],
  logistic: [0.738, 0.684, 0.205, 0.597, 0.79, 1.8],
  alive: [0.702, 0.66, 0.221, 0.633, 0.82, 1.79],
  recency: [0.684, 0.62, 0.225, 0.641, 0.74, 1.66],
  base: [0.5, 0.44, 0.246, 0.686, 0.44, 1]
};

/** What a method scored, everywhere the same unless told. */
export const scores = (method: Method) => {
  const [auc, pr_auc, brier, log_loss, precision_at_calls, lift_top_tenth] = measured[method] as number[];
  return {
    auc: auc!,
    pr_auc: pr_auc!,
    brier: brier!,
    log_loss: log_loss!,
    precision_at_calls: precision_at_calls!,
    lift_top_tenth: lift_top_tenth!
  };
};

/** Gains over recency and over one share for everybody, ± 0.008; exactly nothing for the baseline itself. */
const gains = ({auc, brier}: {auc: number; brier: number}) => {
  const [recency, base] = [scores("recency"), scores("base")];
  const [aucGain, brierGain, baseGain] = [auc - recency.auc, recency.brier - brier, base.brier - brier];
  return {
    auc_gain: aucGain,
    auc_gain_low: aucGain - 0.008,
    auc_gain_high: aucGain + 0.008,
    brier_gain: brierGain,
    brier_gain_low: brierGain - 0.008,
    brier_gain_high: brierGain + 0.008,
    base_gain: baseGain,
    base_gain_low: baseGain - 0.008,
    base_gain_high: baseGain + 0.008
  };
};

/** A method over all tested month ends, with intervals of ± 0.01, ± 0.05 for the calls. */
export const method = (name: Method, change: Partial<MethodRow> = {}): MethodRow => {
  const its = scores(name);
  return {
    method: name,
    snapshots: 4,
    customers: 1000,
    churned: 440,
    calls: 40,
    is_used: name === "trees",
    ...its,
    auc_low: its.auc - 0.01,
    auc_high: its.auc + 0.01,
    pr_auc_low: its.pr_auc - 0.01,
    pr_auc_high: its.pr_auc + 0.01,
    brier_low: its.brier - 0.01,
    brier_high: its.brier + 0.01,
    log_loss_low: its.log_loss - 0.01,
    log_loss_high: its.log_loss + 0.01,
    precision_low: its.precision_at_calls - 0.05,
    precision_high: its.precision_at_calls + 0.05,
    brier_skill: 1 - its.brier / scores("base").brier,
    ...gains(its),
    is_skilled: name !== "base",
    ...change
  };
};

/** A tested month end of a method. */
export const tested = (month: number, name: Method, change: Partial<BacktestRow> = {}): BacktestRow => ({
  snapshot_on: new Date(Date.UTC(2025, month, 0)),
  method: name,
  customers: 250,
  churned: 110,
  churn_share: 0.44,
  calls: 10,
  trained_rows: 2000,
  auc_error: 0.01,
  brier_error: 0.01,
  log_loss_error: 0.01,
  ...scores(name),
  ...change
});

/** Foretold and observed churn of a tenth of risk. */
export const tenth = (risk_tenth: number, foretold: number, observed: number, customers = 100): CalibrationRow => ({
  method: "trees",
  risk_tenth,
  customers,
  churned: observed * customers,
  foretold_share: foretold,
  observed_share: observed,
  observed_low: observed - 0.05,
  observed_high: observed + 0.05
});

/** The n-th tenth of the list. */
export const lift = (n: number, change: Partial<LiftRow> = {}): LiftRow => ({
  method: "trees",
  tenth: n,
  customers: 100,
  churned: 88 - 8 * n,
  churn_share: (88 - 8 * n) / 100,
  lift: (88 - 8 * n) / 44,
  found_share: (84 * n - 4 * n * n) / 440,
  ...change
});

/** Contribution of a bin: a third of the customers each. */
export const driver = (
  feature: string,
  bin: number,
  [bin_from, bin_to]: readonly [number | null, number | null],
  log_odds: number,
  change: Partial<DriverRow> = {}
): DriverRow => ({
  feature,
  bin,
  bin_from,
  bin_to,
  customers: 300,
  churned: 132,
  churn_share: 0.44,
  log_odds,
  importance: 0.5,
  place: 1,
  ...change
});

const thresholds: Record<Warning, [threshold: number, days: number | null]> = {
  silence: [2, null],
  slowing: [2, null],
  value_fall: [0.5, null],
  complaints: [2, 60],
  low_score: [6, null]
};

/** A rule that warned rightly of 60 of 100. */
export const rule = (warning: Warning, change: Partial<WarningRow> = {}): WarningRow => ({
  warning,
  threshold: thresholds[warning][0],
  within_days: thresholds[warning][1],
  warned_now: 12,
  warned: 100,
  churned: 60,
  churn_share: 0.6,
  low: 0.502,
  high: 0.691,
  unwarned: 900,
  unwarned_churned: 378,
  snapshots: 8,
  is_useful: true,
  unwarned_share: 0.42,
  unwarned_low: 0.388,
  unwarned_high: 0.453,
  lift: 1.43,
  ...change
});

/** The text of a page, its tags and styles taken out. */
export const words = (markup: unknown) =>
  String(markup)
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
