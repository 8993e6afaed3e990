import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../../models/marts/mart_customer_timeline.ts";
import {publishedPersonal, publishedSql} from "../../publishedColumns.ts";

/** Elapsed months with an order, as text "0 3 11"; cancelled orders are of another kind. */
const months = `
  select customer_id, string_agg(distinct date_diff('month', first_order_on, event_on)::varchar, ' ') as months
  from ${publishedSql(martCustomerTimeline)} join ${publishedSql(martCustomer360)} using (customer_id)
  where kind = 'order' and first_order_on is not null
  group by customer_id`;

/**
 * Rows of the list, most valuable first, with null for what is not known; `months` are elapsed months with an order.
 *
 * Reads published columns alone; those personal ones that the operator publishes stand under their own names.
 */
export const listSql = (personal: readonly string[]): string => `
  select
    customer_id as key,
    segment,
    abc_class as abc,
    risk_band as band,
    acquisition_channel as channel,
    country,
    net_revenue::double as "netRevenue",
    orders,
    days_since_last_order as "silentDays",
    round(risk_share, 4) as risk,
    value_at_risk::double as "valueAtRisk",
    year(cohort_month) * 12 + month(cohort_month) - 1 as cohort,
    recency_score as recency,
    frequency_score as frequency,
    ${publishedPersonal(martCustomer360, personal)
      .map((column) => `${column},`)
      .join(" ")}
    months
  from ${publishedSql(martCustomer360, personal)} left join (${months}) using (customer_id)
  order by net_revenue desc, customer_id`;
