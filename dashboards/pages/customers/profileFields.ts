import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {publishedColumns} from "../../publishedColumns.ts";
import {mayEmail} from "./listSql.ts";
import type {Profile} from "./profileShape.ts";

/** Fields that stand in a profile only where their column is published. */
const whereAllowed = {customerName: "customer_name", email: "email", phone: "phone", owner: "owner"} as const;

const day = (column: string) => `strftime(${column}, '%Y-%m-%d')`;

/** The fields of a profile as SQL over mart_customer_360 c, mart_churn_risk r, mart_abc a and the lists of identitySql. */
const fields: Record<Exclude<keyof Profile, "events" | keyof typeof whereAllowed>, string> = {
  key: "c.customer_id",
  party: "c.party",
  records: "c.records",
  keys: "c.source_keys",
  emails: "c.emails",
  stage: "c.stage",
  segment: "c.segment",
  abc: "c.abc_class",
  revenueRank: "a.revenue_rank",
  country: "c.country",
  channel: "c.acquisition_channel",
  mayEmail: mayEmail("c."),
  mayCall: "c.may_call",
  mayText: "c.may_text",
  firstSeenOn: day("c.first_seen_on"),
  firstOrderOn: day("c.first_order_on"),
  lastOrderOn: day("c.last_order_on"),
  orders: "c.orders",
  orders30d: "c.orders_30d",
  orders90d: "c.orders_90d",
  orders365d: "c.orders_365d",
  cancelledOrders: "c.cancelled_orders",
  units: "c.units::double",
  netRevenue: "c.net_revenue::double",
  netRevenue30d: "c.net_revenue_30d::double",
  netRevenue90d: "c.net_revenue_90d::double",
  netRevenue365d: "c.net_revenue_365d::double",
  refunded: "c.refunded::double",
  averageOrderValue: "c.average_order_value::double",
  medianGapDays: "c.median_gap_days",
  silentDays: "c.days_since_last_order",
  category: "c.preferred_category",
  salesChannel: "c.preferred_channel",
  tickets: "c.tickets",
  tickets30d: "c.tickets_30d",
  tickets90d: "c.tickets_90d",
  tickets365d: "c.tickets_365d",
  openTickets: "c.open_tickets",
  reopenedTickets: "c.reopened_tickets",
  medianResolutionHours: "round(c.median_resolution_hours, 2)",
  answers: "c.answers",
  answers365d: "c.answers_365d",
  lastNpsScore: "c.last_nps_score",
  lastNpsOn: day("c.last_nps_on"),
  lastCsatScore: "c.last_csat_score",
  lastCsatOn: day("c.last_csat_on"),
  lastRatingScore: "c.last_rating_score",
  lastRatingOn: day("c.last_rating_on"),
  lastContactOn: day("c.last_contact_on"),
  lastContactChannel: "c.last_contact_channel",
  nextContactOn: day("c.next_contact_on"),
  nextContactAbout: "c.next_contact_about",
  pointsBalance: "c.points_balance::double",
  loyaltyTier: "c.loyalty_tier",
  activeSubscriptions: "c.active_subscriptions",
  recurringRevenue: "c.recurring_revenue::double",
  openDeals: "c.open_opportunities",
  openDealAmount: "c.open_opportunity_amount::double",
  recency: "c.recency_score",
  frequency: "c.frequency_score",
  monetary: "c.monetary_score",
  risk: "round(c.risk_share, 4)",
  riskLow: "round(r.risk_low, 4)",
  riskHigh: "round(r.risk_high, 4)",
  band: "c.risk_band",
  isBandSeen: "r.is_band_seen",
  usualGapDays: "round(r.usual_gap_days, 1)",
  hasOwnRhythm: "r.has_own_rhythm",
  silenceRatio: "round(r.silence_ratio, 2)",
  horizonDays: "r.horizon_days",
  expectedRevenue: "c.expected_revenue::double",
  valueAtRisk: "c.value_at_risk::double",
  ordersPrevious90d: "r.orders_previous_90d",
  previousNpsScore: "r.previous_nps_score",
  sources: "coalesce(sources, '[]')::json",
  values: "coalesce(golden, '[]')::json",
  formerKeys: "coalesce(former, '[]')::json",
  organisations: "coalesce(organisations, '[]')::json",
  people: "coalesce(people, '[]')::json",
  peopleCount: "coalesce(people_count, 0)"
};

/** Names of the fields with their SQL, in the order in which profileSql packs them. */
export function selectedFields(personal: readonly string[]): [name: string, sql: string][] {
  const published = new Set(publishedColumns(martCustomer360, personal).map(({name}) => name));
  const allowed = Object.entries(whereAllowed).filter(([, column]) => published.has(column));
  return [...Object.entries(fields), ...allowed.map(([name, column]): [string, string] => [name, `c.${column}`])];
}
