import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body} from "../../../dashboards/pages/campaigns/body.ts";
import type {
  ArmRow,
  CampaignRow,
  CampaignsData,
  FaultRow,
  SegmentRow,
  Summary,
  TenthRow
} from "../../../dashboards/pages/campaigns/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/campaigns", "en", company), pageContext("/campaigns", "zh", company)];

const untold = {
  share_difference: null,
  share_low: null,
  share_high: null,
  share_p: null,
  is_share_clear: false,
  revenue_difference: null,
  revenue_low: null,
  revenue_high: null,
  revenue_p: null,
  adjusted_difference: null,
  adjusted_low: null,
  adjusted_high: null,
  adjusted_p: null,
  is_revenue_clear: false
};

/** A campaign without a control group. */
export const response: CampaignRow = {
  campaign_id: "r1",
  campaign: "Gifts 2025",
  campaign_channel: "email",
  objective: null,
  started_on: new Date("2025-11-20"),
  window_ends_on: new Date("2025-12-20"),
  window_days: 30,
  state: "response",
  is_partial: false,
  running: 0,
  recipients: 1101,
  treated: 1098,
  control: 0,
  both_arms: 0,
  opened: 358,
  clicked: 56,
  unsubscribed: 43,
  bounced: 5,
  overlapping_treated: 0,
  overlapping_control: 0,
  ordered: 194,
  response_share: 0.177,
  response_low: 0.155,
  response_high: 0.2,
  control_ordered: 0,
  control_ordered_share: null,
  control_low: null,
  control_high: null,
  net_revenue: 10812.19,
  revenue_per_customer: 9.85,
  control_revenue_per_customer: null,
  planned_share: null,
  ratio_p: null,
  balance_p: null,
  ...untold,
  detectable_before: null,
  detectable_after: null,
  detectable_revenue: null,
  needed_per_arm: null,
  cost: null,
  incremental_revenue: null,
  incremental_low: null,
  incremental_high: null,
  revenue_per_cost: null,
  revenue_per_cost_low: null,
  revenue_per_cost_high: null
};

/** A campaign with a clear effect and a known cost. */
export const effect: CampaignRow = {
  ...response,
  campaign_id: "e1",
  campaign: "Win back",
  started_on: new Date("2026-04-16"),
  state: "effect",
  treated: 1000,
  control: 430,
  ordered: 200,
  response_share: 0.2,
  response_low: 0.176,
  response_high: 0.226,
  control_ordered: 60,
  control_ordered_share: 0.1395,
  control_low: 0.11,
  control_high: 0.175,
  control_revenue_per_customer: 6.2,
  planned_share: 0.3,
  ratio_p: 0.95,
  balance_p: 0.61,
  share_difference: 0.0605,
  share_low: 0.0195,
  share_high: 0.1015,
  share_p: 0.006,
  is_share_clear: true,
  revenue_difference: 3.1,
  revenue_low: -0.4,
  revenue_high: 6.6,
  revenue_p: 0.08,
  adjusted_difference: 2.5,
  adjusted_low: 0.5,
  adjusted_high: 4.5,
  adjusted_p: 0.02,
  is_revenue_clear: true,
  detectable_before: 0.066,
  detectable_after: 0.064,
  detectable_revenue: 2.9,
  needed_per_arm: 630,
  cost: 400,
  incremental_revenue: 2500,
  incremental_low: 500,
  incremental_high: 4500,
  revenue_per_cost: 6.25,
  revenue_per_cost_low: 1.25,
  revenue_per_cost_high: 11.25
};

export const segment = (group_name: string, change: Partial<SegmentRow> = {}): SegmentRow => ({
  campaign_id: "e1",
  dimension: "recency",
  group_name,
  is_listed: true,
  treated: 300,
  control: 120,
  ordered: 60,
  control_ordered: 20,
  is_measured: true,
  ...untold,
  share_difference: 0.03,
  share_low: -0.02,
  share_high: 0.08,
  share_p: 0.3,
  share_p_adjusted: 0.6,
  is_clear: false,
  interaction_p: 0.2,
  interaction_p_adjusted: 0.4,
  ...change
});

export const tenth = (first: number, change: Partial<TenthRow> = {}): TenthRow => ({
  campaign_id: "e1",
  tenth: first,
  last_tenth: first + 1,
  is_listed: true,
  treated: 200,
  control: 86,
  ordered: 40,
  control_ordered: 12,
  revenue_before: 400 / first,
  ...untold,
  share_difference: 0.05,
  share_low: -0.03,
  share_high: 0.13,
  share_p: 0.2,
  gained_orderers: 10 * first,
  interaction_p: 0.7,
  ...change
});

export const arm = (version: string, change: Partial<ArmRow> = {}): ArmRow => ({
  campaign_id: "e1",
  arm: "treated",
  version,
  customers: 500,
  opened: 200,
  clicked: 40,
  ordered: 100,
  ordered_share: 0.2,
  ordered_low: 0.17,
  ordered_high: 0.24,
  revenue_per_customer: 9,
  compared_with: "control",
  ...untold,
  share_difference: 0.06,
  share_low: 0.01,
  share_high: 0.11,
  share_p: 0.01,
  share_p_adjusted: 0.02,
  adjusted_p_adjusted: 0.3,
  is_clear: true,
  ...change
});

export const fault = (change: Partial<FaultRow> = {}): FaultRow => ({
  campaign_id: "e1",
  campaign: "Win back",
  started_on: new Date("2026-04-16"),
  fault: "both_arms",
  unit: "customers",
  found: 25,
  of_all: 1455,
  is_left_out: true,
  ...change
});

export const summary: Summary = {
  campaigns: 2,
  campaigns_365d: 2,
  measured: 1,
  clear: 1,
  responses: 1,
  mismatched: 0,
  too_few: 0,
  unlisted: 0,
  without_cost: 1,
  cost: 400,
  touches: 2560,
  reached_customers_365d: 1743,
  held_back_customers_365d: 430,
  unsubscribed_365d: 78
};

export const data: CampaignsData = {
  summary,
  campaigns: [response, effect],
  arms: [],
  segments: [segment("never"), segment("days_0_90"), segment("days_91_365")],
  tenths: [1, 3, 5, 7, 9].map((first) => tenth(first)),
  faults: [fault()]
};

export const render = (change: Partial<CampaignsData> = {}, c = en) => body("Did it work?", {...data, ...change}, c);
