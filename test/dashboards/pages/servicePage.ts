import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body, type ServiceData} from "../../../dashboards/pages/service/body.ts";
import type {
  BacklogGroupRow,
  CauseRow,
  EffectMonthRow,
  EffectRow,
  GroupRow,
  OpenRow,
  PhaseRow,
  SlaRow,
  Summary
} from "../../../dashboards/pages/service/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/service", "en", company), pageContext("/service", "zh", company)];

const day = (before: number) => new Date(Date.UTC(2026, 5, 24 - before));

export const summary: Summary = {
  tickets: 2400,
  open_tickets: 86,
  old_open_tickets: 31,
  old_days: 5,
  discarded_tickets: 0,
  unassigned_tickets: 12,
  running_breached: 14,
  due_within_day: 6,
  opened_30d: 180,
  opened_previous_30d: 160,
  solved_30d: 171,
  first_reply_kept_share: 0.84,
  first_reply_kept_low: 0.81,
  first_reply_kept_high: 0.87,
  first_reply_kept_n: 512,
  resolution_kept_share: 0.71,
  resolution_kept_low: 0.67,
  resolution_kept_high: 0.75,
  resolution_kept_n: 470,
  previous_first_reply_kept_share: 0.9,
  previous_first_reply_kept_low: 0.875,
  previous_first_reply_kept_high: 0.92,
  previous_first_reply_kept_n: 600,
  previous_resolution_kept_share: 0.72,
  previous_resolution_kept_low: 0.68,
  previous_resolution_kept_high: 0.76,
  previous_resolution_kept_n: 500,
  median_first_reply_work_minutes: 95,
  p90_first_reply_work_minutes: 540,
  median_resolution_work_minutes: 760,
  p90_resolution_work_minutes: 3100,
  reopened_share: 0.071,
  reopened_low: 0.05,
  reopened_high: 0.099,
  one_touch_share: 0.41,
  first_contact_share: 0.63,
  tickets_per_100_orders: 11.3,
  has_log: true,
  has_targets: true,
  unlisted_tickets: 0,
  undated_tickets: 0,
  previous_median_first_reply_work_minutes: 90,
  previous_median_resolution_work_minutes: 700,
  reopened_n: 450,
  previous_reopened_share: 0.07,
  solved_n: 450,
  orders_90d: 5000,
  tickets_90d: 565
};

const backlog = Array.from({length: 120}, (_, i) => ({
  backlog_on: day(119 - i),
  opened_tickets: 6,
  solved_tickets: 5,
  open_tickets: 60 + Math.round(20 * Math.sin(i / 15)) + (i === 119 ? 6 : 0),
  old_days: 5,
  old_open_tickets: 25,
  is_as_of: i === 119
}));

const ages: BacklogGroupRow[] = backlog.flatMap(({backlog_on, open_tickets}) =>
  ["0-1", "15+", "2-5", "6-14"].map((value, i) => ({
    backlog_on,
    dimension: "age" as const,
    value,
    open_tickets: Math.round(open_tickets * [0.2, 0.2, 0.4, 0.2][i]!),
    is_as_of: false
  }))
);

export const sla = (
  opened_month: string,
  target: SlaRow["target"],
  priority: SlaRow["priority"],
  tickets: number,
  kept: number,
  change: Partial<SlaRow> = {}
): SlaRow => ({
  opened_month: new Date(opened_month),
  target,
  priority,
  tickets,
  kept,
  broken: tickets - kept,
  kept_share: kept / tickets,
  kept_low: 0,
  kept_high: 1,
  running: 0,
  is_partial: false,
  ...change
});

export const group = (dimension: GroupRow["dimension"], value: string, tickets: number): GroupRow => ({
  dimension,
  value,
  tickets,
  median_first_reply_work_minutes: 95,
  p90_first_reply_work_minutes: 540,
  median_resolution_work_minutes: 760,
  p90_resolution_work_minutes: 3100,
  first_reply_kept_share: 0.84,
  resolution_kept_share: 0.71,
  reopened_share: 0.07,
  one_touch_share: 0.4,
  first_contact_share: 0.6,
  escalated_share: 0.1,
  satisfied_share: null,
  satisfied_n: 0,
  orders: null,
  customers: tickets,
  first_reply_kept_n: tickets,
  resolution_kept_n: tickets,
  tickets_per_100_orders: null,
  is_common: true
});

export const cause = (
  category: string,
  subcategory: string,
  tickets: number,
  change: Partial<CauseRow> = {}
): CauseRow => ({
  category,
  subcategory,
  tickets,
  share: tickets / 1000,
  cumulative_share: tickets / 1000,
  tickets_previous: tickets,
  change: 0.01,
  change_low: -0.01,
  change_high: 0.03,
  is_common: true,
  is_clear: false,
  reopened_share: 0.05,
  customers: Math.ceil(tickets * 0.9),
  ...change
});

const phase = (category: string, parts: readonly number[], tickets = 200): PhaseRow[] =>
  (["first_reply", "with_us", "with_customer", "on_hold", "reopened"] as const).map((name, i) => ({
    category,
    phase: name,
    tickets,
    minutes: parts[i]!,
    work_minutes: parts[i]! / 4,
    share: parts[i]! / parts.reduce((a, b) => a + b, 0),
    work_share: null
  }));

export const open = (place: number, change: Partial<OpenRow> = {}): OpenRow => ({
  place,
  ticket_id: `T-${1000 + place}`,
  priority: "high",
  opened_on: day(3),
  age_days: 3,
  team: "Orders",
  agent_key: "A-77AA11",
  category: "delivery",
  customer_id: `C-00AA${10 + place}`,
  ticket_state: "open",
  target: "resolution",
  due_at: new Date("2026-06-24T10:00:00Z"),
  remaining_minutes: place * 50 - 200,
  is_breached: place < 4,
  is_paused: place === 6,
  net_revenue_365d: 400 - place,
  risk_share: 0.31,
  ...change
});

export const effect = (measure: EffectRow["measure"], change: Partial<EffectRow> = {}): EffectRow => ({
  measure,
  state: "measured",
  exposed_before: 2.1,
  exposed_after: 1.4,
  matched_before: 2.1,
  matched_after: 1.8,
  difference: -0.4,
  low: -0.7,
  high: -0.1,
  is_clear: true,
  pairs: 240,
  unmatched: 18,
  window_days: 180,
  placebo_pairs: 200,
  placebo_difference: 0.02,
  placebo_low: -0.2,
  placebo_high: 0.24,
  exposed_ticket_share: 1,
  matched_ticket_share: 0.25,
  ...change
});

const effectMonths: EffectMonthRow[] = [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6].flatMap((months_from_event) =>
  [true, false].map((is_exposed) => ({
    months_from_event,
    is_exposed,
    customers: 240,
    orders_per_customer: 0.35 - (is_exposed && months_from_event > 0 ? 0.12 : 0),
    low: 0.2,
    high: 0.45
  }))
);

export const data: ServiceData = {
  summary,
  backlog,
  ages,
  promises: ["2026-03-01", "2026-04-01", "2026-05-01"].flatMap((month) => [
    sla(month, "first_reply", "all", 200, 170),
    sla(month, "first_reply", "urgent", 20, 10),
    sla(month, "first_reply", "high", 60, 52),
    sla(month, "first_reply", "low", 2, 1),
    sla(month, "resolution", "all", 200, 150, {running: 10}),
    sla(month, "resolution", "urgent", 20, 9)
  ]),
  groups: [
    group("all", "all", 2000),
    group("channel", "email", 1200),
    group("channel", "chat", 791),
    group("channel", "fax", 9),
    group("channel", "visit", 40),
    group("team", "Orders", 1500),
    group("team", "Wine", 500)
  ],
  hours: Array.from({length: 168}, (_, i) => ({
    weekday: Math.floor(i / 24) + 1,
    hour: i % 24,
    tickets: i % 24 > 7 && i % 24 < 20 ? 20 + (i % 7) : 2,
    within_hours_share: i < 120 && i % 24 > 8 && i % 24 < 18 ? 1 : 0,
    median_first_reply_minutes: 240,
    is_working: i < 120 && i % 24 > 8 && i % 24 < 18
  })),
  phases: [
    ...phase("all", [900_000, 500_000, 1_200_000, 50_000, 80_000], 2000),
    ...phase("delivery", [9000, 7000, 12_000, 0, 800])
  ],
  causes: [
    cause("delivery", "all", 520, {is_clear: true, change: 0.06, change_low: 0.03, change_high: 0.09}),
    cause("delivery", "late parcel", 300),
    cause("delivery", "broken glass", 200),
    cause("delivery", "wet box", 12, {customers: 11}),
    cause("delivery", "wrong door", 8, {customers: 8}),
    cause("billing", "all", 280, {cumulative_share: 0.8}),
    cause("taste", "all", 200, {cumulative_share: 1})
  ],
  open: Array.from({length: 30}, (_, i) => open(i + 1)),
  effects: [effect("purchase_days"), effect("net_revenue", {difference: -21.5, low: -60, high: 17, is_clear: false})],
  effectMonths
};

export const render = (change: Partial<ServiceData> = {}, c = en) =>
  body("Are we answering in time?", {...data, ...change}, c);
