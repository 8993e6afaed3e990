import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body, type LoopData} from "../../../dashboards/pages/voice/loop/body.ts";
import type {CaseRow, LoopMonthRow, LoopSummary} from "../../../dashboards/pages/voice/loop/rows.ts";
import {effect} from "./servicePage.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/voice/loop", "en", company), pageContext("/voice/loop", "zh", company)];

export const summary: LoopSummary = {
  cases: 320,
  due_cases: 290,
  followed: 200,
  settled_cases: 260,
  settled_followed: 180,
  followed_share: 0.69,
  followed_low: 0.63,
  followed_high: 0.74,
  within_promise: 160,
  within_promise_share: 0.55,
  within_promise_low: 0.49,
  within_promise_high: 0.61,
  median_days: 6,
  recovered: 40,
  recovered_followed: 20,
  repeated: 30,
  repeated_followed: 5,
  never_followed: 110,
  open_cases: 24,
  overdue_cases: 61,
  unidentified: 12,
  promise_days: 14,
  window_days: 365,
  has_activities: true
};

export const unhappy = (place: number, change: Partial<CaseRow> = {}): CaseRow => ({
  place,
  case_id: `case-${place}`,
  origin: "detractor",
  customer_id: `C-00AA${10 + place}`,
  happened_on: new Date("2026-05-20"),
  instrument: "nps",
  score: 3,
  state: "overdue",
  due_on: new Date("2026-06-03"),
  followed_on: null,
  follow_up_days: null,
  follow_up_by: null,
  next_on: null,
  next_instrument: null,
  next_score: null,
  segment: "champions",
  net_revenue_365d: 1000 - place,
  risk_share: 0.42,
  theme: "delivery",
  ...change
});

export const month = (case_month: string, cases: number, change: Partial<LoopMonthRow> = {}): LoopMonthRow => ({
  case_month: new Date(case_month),
  cases,
  due_cases: cases,
  followed: Math.round(cases * 0.7),
  settled_cases: cases,
  settled_followed: Math.round(cases * 0.7),
  followed_share: 0.7,
  followed_low: 0.5,
  followed_high: 0.85,
  within_promise: Math.round(cases * 0.5),
  within_promise_share: 0.5,
  within_promise_low: 0.35,
  within_promise_high: 0.65,
  median_days: 6,
  recovered: 4,
  recovered_followed: 2,
  repeated: 2,
  repeated_followed: 1,
  never_followed: Math.round(cases * 0.3),
  is_partial: false,
  ...change
});

export const data: LoopData = {
  summary,
  months: Array.from({length: 12}, (_, i) =>
    month(`2025-${String(i + 1).padStart(2, "0")}-01`, i === 3 ? 5 : 30, {is_partial: i === 11})
  ),
  effects: [effect("purchase_days", {difference: 0.3, low: 0.1, high: 0.5}), effect("net_revenue", {is_clear: false})],
  cases: [
    ...Array.from({length: 20}, (_, i) => unhappy(i + 1)),
    unhappy(21, {state: "open", due_on: new Date("2026-07-01")}),
    unhappy(22, {
      state: "recovered",
      origin: "complaint",
      instrument: null,
      score: null,
      followed_on: new Date("2026-05-22"),
      follow_up_days: 2,
      follow_up_by: "call",
      next_on: new Date("2026-06-10"),
      next_instrument: "csat",
      next_score: 5,
      segment: null,
      theme: null
    })
  ],
  labels: {delivery: "Delivery"}
};

export const render = (change: Partial<LoopData> = {}, c = en) =>
  body("Did we come back to them?", {...data, ...change}, c);
