import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../../models/marts/mart_customer_timeline.ts";
import {publishedPersonal, publishedSql} from "../../publishedColumns.ts";
import {contactBits, type Consent} from "./contact.ts";

/** Elapsed months with an order, as text "0 3 11"; cancelled orders are of another kind. */
const months = `
  select customer_id, string_agg(distinct date_diff('month', first_order_on, event_on)::varchar, ' ') as months
  from ${publishedSql(martCustomerTimeline)} join ${publishedSql(martCustomer360)} using (customer_id)
  where kind = 'order' and first_order_on is not null
  group by customer_id`;

/** Whether marketing mail is agreed to, as SQL: the consent in force, else what the customer's record says. */
export const mayEmail = (from = ""): string => `coalesce(${from}may_email, ${from}accepts_marketing)`;

const consents: Record<keyof Consent, string> = {mayEmail: mayEmail(), mayCall: "may_call", mayText: "may_text"};

/** The sum of what was agreed and refused on each channel. */
const contact = Object.entries(contactBits)
  .map(([channel, {agreed, refused}]) => {
    const column = consents[channel as keyof Consent];
    return `case when ${column} then ${agreed} when not ${column} then ${refused} else 0 end`;
  })
  .join(" + ");

/** Most valuable first. */
export const listOrder = "net_revenue desc, customer_id";

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
    stage,
    acquisition_channel as channel,
    country,
    party,
    net_revenue::double as "netRevenue",
    orders,
    days_since_last_order as "silentDays",
    round(risk_share, 4) as risk,
    value_at_risk::double as "valueAtRisk",
    clv::double as clv,
    value_tenth as tenth,
    year(cohort_month) * 12 + month(cohort_month) - 1 as cohort,
    open_tickets as "openTickets",
    ${contact} as contact,
    recency_score as recency,
    frequency_score as frequency,
    ${publishedPersonal(martCustomer360, personal)
      .map((column) => `${column},`)
      .join(" ")}
    months
  from ${publishedSql(martCustomer360, personal)} left join (${months}) using (customer_id)
  order by ${listOrder}`;
