import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body, type PipelineData} from "../../../dashboards/pages/pipeline/body.ts";
import type {
  BeliefRow,
  DealRow,
  ForecastRow,
  GroupRow,
  ReasonRow,
  StageRow,
  Summary,
  TargetRow
} from "../../../dashboards/pages/pipeline/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/pipeline", "en", company), pageContext("/pipeline", "zh", company)];
export const withOwners = pageContext("/pipeline", "en", {...company, personal: ["owner"]});

const month = (before: number) => new Date(Date.UTC(2026, 5 - before, 1));
const day = (before: number) => new Date(Date.UTC(2026, 5 - before, 24));

export const summary: Summary = {
  opportunities: 900,
  open: 120,
  won: 400,
  lost: 380,
  won_value: 800_000,
  open_worth: 240_000,
  amount_state: "known",
  open_without_amount: 0,
  won_without_amount: 0,
  open_undated: 0,
  closed_undated: 0,
  closed_before_created: 0,
  open_without_owner: 0,
  has_history: true,
  without_history: 0,
  undelivered: 0,
  backward_moves: 0,
  reopened: 0,
  unordered_stages: 0,
  won_365d: 180,
  lost_365d: 200,
  won_value_365d: 360_000,
  win_share: 180 / 380,
  win_low: 0.424,
  win_high: 0.524,
  previous_won: 220,
  previous_lost: 180,
  previous_win_share: 0.55,
  previous_win_low: 0.501,
  previous_win_high: 0.598,
  all_win_share: 400 / 780,
  mean_won_value: 2000,
  median_cycle_days: 44,
  p90_cycle_days: 90,
  previous_median_cycle_days: 41,
  velocity: 77_512,
  slipped: 14,
  slipped_worth: 31_000,
  stale_days: 60,
  stale: 9,
  stale_worth: 12_000,
  slow: 11,
  tested_forecasts: 15,
  mean_error: 9000,
  naive_mean_error: 14_000,
  with_interval: 12,
  within_interval: 11
};

export const forecast = (months_before: number, change: Partial<ForecastRow> = {}): ForecastRow => ({
  as_of_month: month(months_before),
  believed_on: day(months_before),
  months_before,
  last_month: month(months_before - 2),
  open_opportunities: 110,
  open_value: 220_000,
  expected_open_won: 41.2,
  expected_open_value: 82_000,
  expected_value: 95_000,
  low: 70_000,
  high: 120_000,
  tested_forecasts: 18,
  naive_value: 90_000,
  came_open_won: 40,
  came_value: months_before > 2 ? 93_000 : null,
  is_over: months_before > 2,
  ...change
});

export const belief = (months_ahead: number, change: Partial<BeliefRow> = {}): BeliefRow => ({
  as_of_month: month(0),
  believed_on: day(0),
  closes_month: month(-months_ahead),
  months_before: 0,
  months_ahead,
  open_opportunities: 120,
  open_value: 240_000,
  expected_open_won: 12,
  expected_open_value: 24_000,
  expected_new_value: 6000,
  expected_value: 30_000,
  low: 18_000,
  high: 42_000,
  tested_forecasts: 18,
  naive_value: 29_000,
  came_open_won: 0,
  came_open_value: null,
  came_value: null,
  is_over: false,
  ...change
});

export const stage = (name: string, place: number | null, change: Partial<StageRow> = {}): StageRow => ({
  pipeline: "Trade",
  stage: name,
  place,
  order_from: "history",
  open: 30,
  open_amount: 60_000,
  entered: 500,
  advanced: 300,
  lost_here: 170,
  still_here: 30,
  conversion_share: 300 / 470,
  conversion_low: 0.594,
  conversion_high: 0.68,
  won: 200,
  lost: 200,
  win_share: 0.5,
  win_low: 0.451,
  win_high: 0.549,
  stated_percent: 20,
  stays: 470,
  median_days: 9.14,
  p90_days: 30.2,
  came_back: 3,
  ...change
});

export const group = (dimension: GroupRow["dimension"], value: string, change: Partial<GroupRow> = {}): GroupRow => ({
  dimension,
  value,
  owner: null,
  open: 40,
  open_worth: 80_000,
  expected_value: 30_000,
  attention: 5,
  won: 60,
  lost: 60,
  customers: 110,
  win_share: 0.5,
  win_low: 0.412,
  win_high: 0.588,
  won_value: 120_000,
  mean_won_value: 2000,
  median_cycle_days: 44,
  velocity: 27_000,
  is_common: true,
  ...change
});

export const dealRow = (place: number, change: Partial<DealRow> = {}): DealRow => ({
  place,
  opportunity_id: `D-${1000 + place}`,
  customer_id: `C-00AA${10 + place}`,
  pipeline: "Trade",
  stage: "Bid",
  owner: null,
  owner_key: "S-77AA11",
  team: place % 2 ? "North" : "South",
  lead_source: "Fair",
  product_name: "Cups",
  amount: 5000 - place,
  worth: 5000 - place,
  win_percent: 40,
  chance: 0.4321,
  expected_value: 2000,
  created_on: day(2),
  age_days: 61,
  entered_on: day(1),
  stage_days: 31,
  last_change_on: day(1),
  quiet_days: 31,
  expected_close_on: new Date("2026-06-10"),
  slipped_days: place < 4 ? 14 : null,
  is_slipped: place < 4,
  is_stale: place === 4,
  is_slow: place === 5,
  ...change
});

export const reason = (loss_reason: string, lost: number, change: Partial<ReasonRow> = {}): ReasonRow => ({
  loss_reason,
  lost,
  share: lost / 200,
  share_low: 0.1,
  share_high: 0.6,
  lost_value: lost * 1000,
  median_cycle_days: 30,
  lost_before: lost,
  share_before: lost / 200,
  is_common: true,
  ...change
});

export const target = (period: string, change: Partial<TargetRow> = {}): TargetRow => ({
  period,
  team: "all",
  from_month: month(2),
  last_month: month(0),
  state: "running",
  target_value: 100_000,
  won: 30,
  won_value: 62_000,
  reached_ratio: 0.62,
  expected_value: 12_000,
  foretold_ratio: 0.74,
  passed_share: 0.93,
  ...change
});

export const data: PipelineData = {
  summary,
  forecasts: Array.from({length: 18}, (_, i) => forecast(i, i > 3 && i % 5 === 0 ? {came_value: 97_000} : {})),
  belief: [0, 1, 2, 3, 4, 5].map((ahead) => belief(ahead)),
  months: Array.from({length: 24}, (_, i) => ({
    closed_month: month(23 - i),
    opened: 30,
    won: 15,
    lost: 16,
    open_at_end: 120,
    win_share: 15 / 31,
    win_low: 0.3,
    win_high: 0.65,
    won_value: i === 23 ? 8000 : 30_000,
    lost_value: 30_000,
    median_cycle_days: 44,
    is_partial: i === 23
  })),
  stages: [stage("Aim", 1), stage("Bid", 2, {stated_percent: 50}), stage("Sign", 3, {won: 4, lost: 3, stays: 7})],
  moves: [
    {pipeline: "Trade", from_stage: "Bid", to_stage: "Aim", moves: 3, opportunities: 3, is_backward: true},
    {pipeline: "Trade", from_stage: "Aim", to_stage: "Bid", moves: 300, opportunities: 297, is_backward: false}
  ],
  past: Array.from({length: 18}, (_, i) =>
    ["Aim", "Bid", "Sign"].map((name, j) => ({
      as_of_month: month(17 - i),
      believed_on: day(17 - i),
      pipeline: "Trade",
      stage: name,
      place: j + 1,
      open_opportunities: 30,
      open_value: 60_000
    }))
  ).flat(),
  groups: [
    group("all", "all", {open: 120, won: 180, lost: 200, customers: 350, win_share: 180 / 380}),
    group("team", "North"),
    group("team", "South", {won: 90, win_share: 0.6, win_low: 0.52, win_high: 0.67}),
    group("source", "Fair"),
    group("source", "Web"),
    group("source", "Fax", {won: 3, lost: 4, customers: 7}),
    group("source", "Walk in", {won: 2, lost: 4, customers: 6}),
    group("owner", "S-77AA11", {owner: "Ann Field"}),
    group("owner", "S-88BB22", {owner: "Bo Hill"})
  ],
  deals: Array.from({length: 30}, (_, i) => dealRow(i + 1)),
  reasons: [reason("Price", 120), reason("No reply", 60), reason("Moved away", 12), reason("Rude", 8)],
  targets: [target("2026-Q2")]
};

export const render = (change: Partial<PipelineData> = {}, c = en) =>
  body("Will we make the number?", {...data, ...change}, c);
