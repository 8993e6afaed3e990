import {pageContext} from "../../../dashboards/build/pageContext.ts";
import type {ChangeRow} from "../../../dashboards/pages/cohorts/change.ts";
import {newcombe, wilson} from "../../../dashboards/pages/cohorts/intervals.ts";
import type {AsOfRow, AverageRow, CohortRow} from "../../../dashboards/pages/cohorts/triangleData.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/cohorts", "en", company), pageContext("/cohorts", "zh", company)];

/** Markup as the words that a reader sees. */
export const words = (markup: unknown): string =>
  String(markup)
    .replace(/<span class="sr-only">.*?<\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\u00a0|&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .trim();

export const asOf: AsOfRow = {
  as_of_at: new Date("2026-06-24T20:00:00Z"),
  as_of_on: new Date("2026-06-24"),
  as_of_month: new Date("2026-06-01"),
  is_month_complete: false,
  last_complete_month: new Date("2026-05-01"),
  history_from_on: new Date("2025-12-03"),
  horizon_days: 91
};

/** A month of a cohort: how many ordered then, and then or later; £20 an order, 1 order a customer, £5 of it margin. */
export const month = (
  cohort: string,
  customers: number,
  months_since_first: number,
  active: number,
  later = active,
  change: Partial<CohortRow> = {}
): CohortRow => {
  const order = new Date(cohort);
  order.setUTCMonth(order.getUTCMonth() + months_since_first);
  const first = new Date(cohort);
  const age = (2026 - first.getUTCFullYear()) * 12 + 5 - first.getUTCMonth();
  return {
    period: "month",
    dimension: "all",
    group_name: "all",
    cohort_on: first,
    periods_since_first: months_since_first,
    period_on: order,
    cohort_customers: customers,
    completed_periods: age,
    reached_periods: age + 1,
    active_customers: active,
    retention_share: active / customers,
    retention_low: 0,
    retention_high: 1,
    returning_later_customers: later,
    returning_later_share: later / customers,
    orders: active,
    net_revenue: active * 20,
    cumulative_net_revenue: 0,
    revenue_per_customer: 0,
    revenue_retention_ratio: active / customers,
    costed_net_revenue: active * 20,
    margin: active * 5,
    cumulative_margin: 0,
    margin_per_customer: 0,
    is_partial: order.getTime() > Date.UTC(2026, 4, 1),
    ...change
  };
};

/**
 * Three cohorts before 24 June 2026: December has all its months, February misses one in which nobody ordered, April has a month of
 * fewer than ten customers.
 */
export const rows: CohortRow[] = [
  month("2025-12-01", 100, 0, 100, 100),
  month("2025-12-01", 100, 1, 40, 60),
  month("2025-12-01", 100, 2, 30, 50),
  month("2025-12-01", 100, 3, 25, 45),
  month("2025-12-01", 100, 4, 20, 40),
  month("2025-12-01", 100, 5, 20, 30),
  month("2025-12-01", 100, 6, 11, 11),
  month("2026-02-01", 200, 0, 200, 200),
  month("2026-02-01", 200, 1, 30, 80),
  month("2026-02-01", 200, 3, 40, 70),
  month("2026-02-01", 200, 4, 12, 12),
  month("2026-04-01", 60, 0, 60, 60),
  month("2026-04-01", 60, 1, 7, 12),
  month("2026-04-01", 60, 2, 8, 8)
];

export const average = (age: number, eligible: number, active: number, later: number): AverageRow => ({
  period: "month",
  dimension: "all",
  group_name: "all",
  periods_since_first: age,
  cohorts: 1,
  eligible_customers: eligible,
  active_customers: active,
  retention_share: active / eligible,
  retention_low: 0,
  retention_high: 1,
  returning_later_customers: later,
  returning_later_share: later / eligible,
  orders: active,
  net_revenue: active * 20,
  revenue_retention_ratio: active / eligible,
  revenue_per_customer: 0,
  cost_known_ratio: 1,
  margin_per_customer: 0
});
export const averages = [
  average(1, 360, 77, 152),
  average(2, 300, 30, 120),
  average(3, 300, 65, 115),
  average(4, 100, 20, 40),
  average(5, 100, 20, 30)
];

/** Newer against earlier customers of a group in month 3. */
export function changeRow(
  group_name: string,
  [recentActive, recent]: [number, number],
  [earlierActive, earlier]: [number, number],
  dimension: ChangeRow["dimension"] = group_name === "all" ? "all" : "acquisition_channel"
): ChangeRow {
  const now = recent ? wilson(recentActive, recent) : null;
  const before = earlier ? wilson(earlierActive, earlier) : null;
  const gap = now && before ? newcombe(now, before) : null;
  return {
    dimension,
    group_name,
    months_since_first: 3,
    recent_from_month: recent ? new Date("2025-12-01") : null,
    recent_to_month: recent ? new Date("2026-02-01") : null,
    recent_customers: recent,
    recent_active: recentActive,
    recent_share: now?.value ?? null,
    recent_low: now?.low ?? null,
    recent_high: now?.high ?? null,
    earlier_from_month: earlier ? new Date("2024-12-01") : null,
    earlier_to_month: earlier ? new Date("2025-11-01") : null,
    earlier_customers: earlier,
    earlier_active: earlierActive,
    earlier_share: before?.value ?? null,
    earlier_low: before?.low ?? null,
    earlier_high: before?.high ?? null,
    change_share: gap?.value ?? null,
    change_low: gap?.low ?? null,
    change_high: gap?.high ?? null,
    whole_customers: recent + earlier,
    whole_active: recentActive + earlierActive,
    whole_share: (recentActive + earlierActive) / Math.max(1, recent + earlier)
  };
}
