import type {Expression} from "kysely";
import type {AudienceRule} from "../../ingest/audienceConfig.ts";
import * as s from "../sql.ts";
import {takesProspects} from "./prospects.ts";
import {columnsIn} from "./rules.ts";

/** What was known of a customer at a past month end: churn features and RFM scores of that day, as `at` and `rfm`. */
type Ref = (name: any) => Expression<any>;

const at = (name: string) => (ref: Ref) => ref(`at.${name}`);
const scored = (name: string) => (ref: Ref) => ref(`rfm.${name}`);
const daysBack = (name: string) => (ref: Ref) =>
  s.addDays(ref("at.snapshot_on"), s.subtract(s.num(0), ref(`at.${name}`)));

/** Columns of mart_customer_360 that are known of past month ends as they were then, and where. */
const past: Record<string, (ref: Ref) => Expression<any>> = {
  first_order_on: daysBack("tenure_days"),
  last_order_on: daysBack("recency_days"),
  cohort_month: (ref) => s.month(daysBack("tenure_days")(ref)),
  days_since_last_order: at("recency_days"),
  orders: at("orders"),
  orders_90d: at("orders_90d"),
  net_revenue: at("net_revenue"),
  net_revenue_90d: at("net_revenue_90d"),
  net_revenue_365d: at("net_revenue_365d"),
  average_order_value: at("average_order_value"),
  median_gap_days: at("median_gap_days"),
  silence_ratio: (ref) => s.ratio(ref("at.recency_days"), ref("at.median_gap_days")),
  tickets_90d: at("tickets_90d"),
  tickets_365d: at("tickets_365d"),
  last_nps_score: at("last_nps_score"),
  touches_90d: at("touches_90d"),
  opened_90d: at("opened_90d"),
  segment: scored("segment"),
  recency_score: scored("recency_score"),
  frequency_score: scored("frequency_score"),
  monetary_score: scored("monetary_score")
};

const scores = ["segment", "recency_score", "frequency_score", "monetary_score"];

/** Columns that a rule asks for and of which nothing is known of the past, by commas; "" where its size in the past is known. */
export const withoutPast = (rule: AudienceRule): string =>
  columnsIn(rule)
    .filter((name) => !(name in past))
    .join(", ");

export const pasts = ["told", "unknown_columns", "without_order"] as const;

/** Whether the size of an audience in the past can be told, or what prevents it. */
export const pastOf = (rule: AudienceRule): (typeof pasts)[number] =>
  withoutPast(rule) !== "" ? "unknown_columns" : takesProspects(rule) ? "without_order" : "told";

/** Whether a rule asks for RFM scores. */
export const isScored = (rule: AudienceRule): boolean => columnsIn(rule).some((name) => scores.includes(name));

/** A column as it was. */
export const pastColumn = (name: string, ref: Ref): Expression<any> => past[name]!(ref);
