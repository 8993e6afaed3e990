import type {BridgeRow, RetentionRow} from "../../../dashboards/pages/overview/twelveMonths.ts";
import type {RiskRow} from "../../../dashboards/pages/overview/risk.ts";
import type {ServiceRow} from "../../../dashboards/pages/overview/service.ts";
import type {NpsRow} from "../../../dashboards/pages/overview/waves.ts";
import type {GroupRow} from "../../../dashboards/pages/overview/weekPanel.ts";
import type {MonthRow} from "../../../dashboards/pages/overview/moneyKpis.ts";

const day = (iso: string) => new Date(iso);

const step = (step: BridgeRow["step"], position: number, customers: number, net_revenue: number): BridgeRow => ({
  step,
  position,
  is_total: step === "start" || step === "end",
  customers,
  net_revenue,
  start_ratio: net_revenue / 100_000,
  net_retention_ratio: 0.87,
  gross_retention_ratio: 0.42,
  from_on: day(step === "start" || step === "churned" ? "2024-06-25" : "2025-06-25"),
  to_on: day(step === "start" ? "2025-06-24" : "2026-06-24"),
  is_covered: true
});

/** £100,000 of 900 customers became £150,000 of 1,000. */
export const bridge: BridgeRow[] = [
  step("start", 1, 900, 100_000),
  step("new", 2, 400, 61_000),
  step("reactivated", 3, 50, 2_000),
  step("expansion", 4, 300, 45_000),
  step("contraction", 5, 250, -15_000),
  step("churned", 6, 350, -43_000),
  step("end", 7, 1_000, 150_000)
];

export const retention = (change: Partial<RetentionRow> = {}): RetentionRow => ({
  to_on: day("2026-06-24"),
  months_back: 0,
  starting_customers: 900,
  starting_net_revenue: 100_000,
  retained_net_revenue: 87_000,
  net_retention_ratio: 0.87,
  net_retention_low: 0.75,
  net_retention_high: 0.99,
  gross_retention_ratio: 0.6,
  change_net_revenue: 50_000,
  change_low: 40_000,
  change_high: 60_000,
  ...change
});

export const months: MonthRow[] = ["2026-04-01", "2026-05-01", "2026-06-01"].map((month, i) => ({
  order_month: day(month),
  orders: 500,
  active_customers: [380, 420, 360][i]!,
  new_customers: [104, 105, 92][i]!,
  returning_customers: [276, 315, 268][i]!,
  net_revenue: 20_000,
  new_net_revenue: 4_000,
  average_order_value: 40,
  is_partial: i === 2
}));

/** A snapshot: expected revenue, and the share of it at risk ± 2 points. */
export const risk = (on: string, expected_revenue: number, share: number, is_as_of = false): RiskRow => ({
  snapshot_on: day(on),
  customers: 100,
  expected_revenue,
  value_at_risk: expected_revenue * share,
  value_low: expected_revenue * (share - 0.02),
  value_high: expected_revenue * (share + 0.02),
  is_as_of
});

/** A wave whose score reaches so far to either side. */
export const wave = (survey: string, on: string, nps: number, margin: number, answers = 200): NpsRow => ({
  instrument: "nps",
  dimension: "survey",
  value: survey,
  from_on: day(on),
  first_on: day(on),
  last_on: day(on),
  answers,
  customers: answers,
  favourable: 0,
  neutral: 0,
  unfavourable: 0,
  score: nps,
  low: nps - margin,
  high: nps + margin,
  previous_score: null,
  change: null,
  change_low: null,
  change_high: null,
  is_clear: false,
  is_partial: false
});

/** Month i of service, from May 2025 on: hours of first reply, 80 hours to the solution, 15 tickets per 100 orders. */
export const service = (i: number, hours: number | null, is_partial = false): ServiceRow => ({
  service_month: new Date(Date.UTC(2025, 4 + i, 1)),
  opened_tickets: 80,
  solved_tickets: 80,
  replied_tickets: 80,
  median_first_reply_hours: hours,
  p90_first_reply_hours: 70,
  median_resolution_hours: 80,
  p90_resolution_hours: 200,
  reopened_share: 0.1,
  orders: 500,
  tickets_per_100_orders: 15 + (i % 2),
  is_partial
});

export const group = (
  segment: string,
  risk_band: GroupRow["risk_band"],
  customers: number,
  value: number
): GroupRow => ({
  segment,
  risk_band,
  customers,
  buyers: customers,
  expected_revenue: value * 1.5,
  value_at_risk: value,
  value_at_risk_low: value * 0.9,
  value_at_risk_high: value * 1.1
});
