import {intCustomerKeys} from "../../../models/intermediate/int_customer_keys.ts";
import {martAbc} from "../../../models/marts/mart_abc.ts";
import {martChurnRisk} from "../../../models/marts/mart_churn_risk.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../../models/marts/mart_customer_timeline.ts";
import {publishedColumns, publishedSql} from "../../publishedColumns.ts";
import {eventKinds, type Profile} from "./shape.ts";

/** Fields that stand in a profile only where their column is published. */
const whereAllowed = {customerName: "customer_name", email: "email", phone: "phone", owner: "owner"} as const;

const day = (column: string) => `strftime(${column}, '%Y-%m-%d')`;

/** The fields of a profile as SQL over mart_customer_360 c, mart_churn_risk r, mart_abc a, merged keys k. */
const fields: Record<Exclude<keyof Profile, "events" | keyof typeof whereAllowed>, string> = {
  key: "c.customer_id",
  segment: "c.segment",
  abc: "c.abc_class",
  revenueRank: "a.revenue_rank",
  country: "c.country",
  channel: "c.acquisition_channel",
  acceptsMarketing: "c.accepts_marketing",
  firstSeenOn: day("c.first_seen_on"),
  firstOrderOn: day("c.first_order_on"),
  lastOrderOn: day("c.last_order_on"),
  orders: "c.orders",
  cancelledOrders: "c.cancelled_orders",
  netRevenue: "c.net_revenue::double",
  averageOrderValue: "c.average_order_value::double",
  medianGapDays: "c.median_gap_days",
  silentDays: "c.days_since_last_order",
  category: "c.preferred_category",
  tickets: "c.tickets",
  openTickets: "c.open_tickets",
  lastNpsScore: "c.last_nps_score",
  lastNpsOn: day("c.last_nps_on"),
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
  orders90d: "c.orders_90d",
  ordersPrevious90d: "r.orders_previous_90d",
  tickets90d: "c.tickets_90d",
  previousNpsScore: "r.previous_nps_score",
  mergedKeys: "coalesce(k.keys, 0)",
  mergedEmails: "coalesce(k.emails, 0)"
};

function selected(personal: readonly string[]): [string, string][] {
  const published = new Set(publishedColumns(martCustomer360, personal).map(({name}) => name));
  const allowed = Object.entries(whereAllowed).filter(([, column]) => published.has(column));
  return [...Object.entries(fields), ...allowed.map(([name, column]): [string, string] => [name, `c.${column}`])];
}

/** Names of the fields in the order in which profileSql packs them; the events follow. */
export const profileFields = (personal: readonly string[]): string[] => [
  ...selected(personal).map(([name]) => name),
  "events"
];

const kindCode = `case kind ${eventKinds.map((kind, i) => `when '${kind}' then ${i}`).join(" ")} end`;

/**
 * One customer a row, by key: the fields and, newest first, the events, both as JSON arrays that DuckDB writes.
 *
 * Reads published columns alone: naming a personal one that is not published is an error of the engine.
 */
export const profileSql = (personal: readonly string[]): string => `
  with events as (
    select
      customer_id,
      string_agg(
        json_array(${kindCode}, date_diff('day', event_on, as_of_on), reference, amount::double, score, detail)::varchar, ','
        order by event_at desc, kind desc, reference desc
      ) as events
    from ${publishedSql(martCustomerTimeline)} cross join (select as_of_on from int_as_of)
    group by customer_id
  ),
  merged as (
    select
      customer_id,
      count(*) filter (where key_kind = 'customer_key') as keys,
      count(*) filter (where key_kind = 'email') as emails
    from ${publishedSql(intCustomerKeys)}
    group by customer_id
  )
  select
    c.customer_id as key,
    json_array(${selected(personal)
      .map(([, sql]) => sql)
      .join(", ")})::varchar as fields,
    coalesce(events, '') as events
  from ${publishedSql(martCustomer360, personal)} c
  left join ${publishedSql(martChurnRisk)} r using (customer_id)
  left join ${publishedSql(martAbc)} a using (customer_id)
  left join merged k using (customer_id)
  left join events using (customer_id)
  order by c.customer_id`;
