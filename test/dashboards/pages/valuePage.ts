import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body, type ValueData} from "../../../dashboards/pages/value/body.ts";
import type {CandidateRow, SummaryRow, TrackingRow} from "../../../dashboards/pages/value/rows.ts";

export const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/value", "en", company), pageContext("/value", "zh", company)];

/** 2,000 customers, half of whom bought once, worth £200,000 in a year. */
export const summary: SummaryRow = {
  state: "fitted",
  reason: "heldout",
  model: "mbg_nbd",
  spend_state: "fitted",
  spend_reason: null,
  spend_correlation: 0.05,
  horizon_days: 365,
  discount_rate: 0.1,
  customers: 2000,
  one_time_customers: 1000,
  history_days: 900,
  clv: 200_000,
  clv_low: 180_000,
  clv_high: 221_000,
  expected_days: 5000,
  expected_days_low: 4700,
  expected_days_high: 5310,
  coming_days_low: null,
  coming_days_high: null,
  coming_low: null,
  coming_high: null,
  alive_customers: 1234.5,
  top_tenth_share: 0.41
};

const candidate = (model: CandidateRow["model"], rank: number, deviance: number): CandidateRow => ({
  model,
  state: "fitted",
  customers: 1800,
  horizon_days: 273,
  actual_days: 3000,
  expected_days: 2700 + 100 * rank,
  deviance,
  mean_absolute_error: deviance,
  correlation: 0.7,
  is_chosen: model === "mbg_nbd",
  rank
});

/** MBG/NBD errs a fifth less than the own pace, which errs less than the mean of all. */
export const candidates = [
  candidate("base", 5, 2),
  candidate("bg_nbd", 2, 1.1),
  candidate("mbg_nbd", 1, 1),
  candidate("naive", 4, 1.25),
  candidate("pareto_nbd", 3, 1.2)
];

const week = (i: number): TrackingRow => ({
  week_on: new Date(Date.UTC(2024, 0, 1 + 7 * i)),
  actual_days: 40 + 10 * Math.round(Math.sin(i / 8)) + i / 2,
  bg_days: 38 + i / 2,
  mbg_days: 40 + i / 2,
  pareto_days: 41 + i / 2,
  cumulative_actual_days: 40 * i,
  cumulative_bg_days: 40 * i,
  cumulative_mbg_days: 40 * i,
  cumulative_pareto_days: 40 * i,
  is_held_out: i >= 90,
  is_partial: i === 128
});

export const data: ValueData = {
  summary,
  candidates,
  bins: (["bg_nbd", "mbg_nbd", "pareto_nbd", "naive"] as const).flatMap((model, m) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((repeat_days) => ({
      model,
      repeat_days,
      customers: repeat_days === 6 ? 4 : 400 - 50 * repeat_days,
      actual_days: 0.2 + 0.5 * repeat_days,
      expected_days: 0.25 + (0.45 + 0.05 * m) * repeat_days
    }))
  ),
  weeks: Array.from({length: 129}, (_, i) => week(i)),
  tenths: [41, 18, 12, 9, 7, 5, 4, 2, 1.5, 0.5].map((percent, i) => ({
    tenth: i + 1,
    customers: 200,
    clv: 2000 * percent,
    clv_low: 1800 * percent,
    clv_high: 2210 * percent,
    clv_share: percent / 100,
    expected_days: 50 * percent,
    heldout_customers: 180,
    heldout_expected_days: 30 * percent,
    heldout_actual_days: Math.round(29 * percent),
    heldout_expected_revenue: 1500 * percent,
    heldout_actual_revenue: 1400 * percent
  })),
  alive: [0, 1, 2, 3].flatMap((frequency_band) =>
    [1, 2, 3, 4, 5].map((recency_band) => ({
      frequency_band,
      frequency_label: ["1", "2–3", "4–7", "8+"][frequency_band]!,
      recency_band,
      recency_label: ["0–30", "31–90", "91–180", "181–365", "366+"][recency_band - 1]!,
      customers: frequency_band === 3 && recency_band === 5 ? 3 : 30 * recency_band,
      alive_share: Math.max(0.02, 0.99 - 0.05 * recency_band * (1 + frequency_band)),
      expected_days: 2
    }))
  ),
  parameters: [
    ...(["r", "alpha", "a", "b"] as const).map((parameter, i) => ({
      span: "whole" as const,
      model: "mbg_nbd" as const,
      parameter,
      value: [0.525, 6.183, 0.891, 1.614][i]!,
      standard_error: 0.05,
      low: [0.427, 6.085, 0.793, 1.516][i]!,
      high: [0.623, 6.281, 0.989, 1.712][i]!
    })),
    {span: "calibration", model: "mbg_nbd", parameter: "r", value: 9, standard_error: 9, low: 9, high: 9},
    {span: "whole", model: "gamma_gamma", parameter: "p", value: 6.25, standard_error: null, low: null, high: null}
  ],
  fits: (["bg_nbd", "mbg_nbd", "pareto_nbd", "gamma_gamma"] as const).map((model) => ({
    span: "whole",
    model,
    state: model === "pareto_nbd" ? "not_converged" : "fitted",
    reason: model === "mbg_nbd" ? "heldout" : model === "pareto_nbd" ? "not_converged" : null,
    parameters: "{}",
    covariance: "[]",
    heldout_deviance: null,
    correlation: null,
    log_likelihood: model === "pareto_nbd" ? null : -9582.4,
    customers: 2000,
    groups: 1500,
    iterations: 17,
    gradient_norm: 0.00004,
    is_chosen: model === "mbg_nbd" || model === "gamma_gamma"
  })),
  best: Array.from({length: 20}, (_, i) => ({
    place: i + 1,
    customer_id: `C-${String(i + 1).padStart(12, "0")}`,
    clv: 1000 - 20 * i,
    clv_low: 900 - 20 * i,
    clv_high: 1100 - 20 * i,
    expected_days: 20 - i / 2,
    expected_days_low: 18 - i / 2,
    expected_days_high: 22 - i / 2,
    alive_share: 0.98
  }))
};

export const render = (change: Partial<ValueData> = {}, c = en): string =>
  body("What will customers spend?", {...data, ...change}, c);

/** The text of a page, its tags and styles taken out. */
export const words = (markup: string): string =>
  markup
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
export const finding = (change: Partial<ValueData> = {}, c = en): string =>
  words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]!).trim();
