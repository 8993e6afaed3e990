import {emptyTableSql} from "../../../../warehouse/ddl.ts";
import {intAsOf} from "../../../../models/intermediate/int_as_of.ts";
import {intCohortCustomer} from "../../../../models/intermediate/int_cohort_customer.ts";
import {intCohortGroup} from "../../../../models/intermediate/int_cohort_group.ts";
import {intIdentityChange} from "../../../../models/intermediate/int_identity_change.ts";
import {intCustomerField} from "../../../../models/intermediate/int_customer_field.ts";
import {intCustomerMember} from "../../../../models/intermediate/int_customer_member.ts";
import {intIdentityMember} from "../../../../models/intermediate/int_identity_member.ts";
import {intIdentityRecord} from "../../../../models/intermediate/int_identity_record.ts";
import {martAbc} from "../../../../models/marts/mart_abc.ts";
import {martChurnRisk} from "../../../../models/marts/mart_churn_risk.ts";
import {martCustomer360} from "../../../../models/marts/mart_customer_360.ts";
import {martCustomerValue} from "../../../../models/marts/mart_customer_value.ts";
import {martCustomerTimeline} from "../../../../models/marts/mart_customer_timeline.ts";
import {martNextProduct} from "../../../../models/marts/mart_next_product.ts";
import {Warehouse} from "../../../../warehouse/warehouse.ts";

/** A warehouse in memory with the relations that the customers page reads, empty but for as_of 2026-06-24. */
export async function emptyBase(memory?: string): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:", memory ? {memory} : {});
  const relations = [
    intAsOf,
    intCohortCustomer,
    intCohortGroup,
    intIdentityChange,
    intCustomerField,
    intCustomerMember,
    intIdentityMember,
    intIdentityRecord,
    martAbc,
    martChurnRisk,
    martCustomer360,
    martCustomerTimeline,
    martCustomerValue,
    martNextProduct
  ];
  for (const relation of relations) {
    await warehouse.run(emptyTableSql(relation));
  }
  await warehouse.run(
    `insert into int_as_of by name select '2026-06-24 12:00:00'::timestamp as as_of_at, '2026-06-24'::date as as_of_on,
     '2026-06-01'::date as as_of_month, false as is_month_complete, '2026-05-01'::date as last_complete_month, 91 as horizon_days`
  );
  return warehouse;
}

/** The columns of a customer that say nothing, as SQL: what a test leaves out must not be null. */
export const blank = `0 as cancelled_orders, 0 as orders_30d, 0 as orders_90d, 0 as orders_365d, 0 as net_revenue_30d, 0 as net_revenue_90d,
  0 as net_revenue_365d, 0 as units, 0 as refunded, 0 as tickets_30d, 0 as tickets_90d, 0 as tickets_365d, 0 as open_tickets,
  0 as reopened_tickets, 0 as answers_365d, 0 as touches_90d, 0 as opened_90d, 0 as clicked_90d, 1 as records, 1 as emails, 1 as source_keys, 0 as active_subscriptions,
  0 as recurring_revenue, 0 as open_opportunities, 0 as open_opportunity_amount,
  'person' as party, 'prospect' as stage`;

/**
 * Fills an empty base with `customers` invented customers whose orders follow from their number; one in twenty never ordered, one in
 * forty is an organisation with two people, one in ten was merged from a key of old, and one in thirty from a key older than that.
 */
export async function fillBase(warehouse: Warehouse, customers: number): Promise<void> {
  await warehouse.run(`
    create temp table people as
    select
      n,
      'C-' || upper(left(md5('key' || n), 12)) as customer_id,
      case when n % 20 = 0 then 0 else 1 + (hash(n) % 12)::int + if(n % 50 = 1, 20, 0) end as orders,
      date '2023-01-05' + (hash(n + 7) % 900)::int as first_on,
      20 + (hash(n + 3) % 60)::int as gap
    from range(1, ${customers} + 1) as numbers(n)`);
  await warehouse.run(`
    insert into mart_customer_timeline by name
    select customer_id, event_on::timestamp + interval 10 hour as event_at, event_on, 'order' as kind, 'O-' || n || '-' || i as reference,
      round(10 + (hash(n * 31 + i) % 20000) / 100.0, 2) as amount, ['web', 'app', 'shop'][1 + (n % 3)::int] as detail
    from (select *, unnest(range(0, orders)) as i, first_on + (i * gap)::int as event_on from people)
    where event_on <= '2026-06-24'`);
  await warehouse.run(`
    insert into mart_customer_timeline by name
    select customer_id, on_day::timestamp as event_at, on_day as event_on, kind, 'T-' || n as reference, 'delivery' as detail
    from (select *, (first_on + 30)::date as on_day, unnest(['ticket', 'solved']) as kind from people where n % 3 = 0)`);
  await warehouse.run(`
    insert into mart_customer_timeline by name
    select customer_id, on_day::timestamp as event_at, on_day as event_on, 'feedback' as kind, 'R-' || n as reference,
      (hash(n) % 11)::int as score, 'nps' as detail
    from (select *, (first_on + 45)::date as on_day from people where n % 4 = 0)`);
  await warehouse.run(`
    insert into mart_customer_timeline by name
    select customer_id, event_on::timestamp as event_at, event_on, kind, kind || '-' || n || '-' || i as reference, amount, detail, points
    from (
      select people.*, kind, i, (date '2026-06-24' - (30 * i + days)::int)::date as event_on, amount, detail, points
      from people
      cross join range(0, 3) as rounds(i)
      cross join (values
        ('sent', 9, 2, null, 'Spring letter', null), ('refund', 4, 7, 12.5, 'broken', null), ('activity', 3, 11, null, 'call', null),
        ('points', 1, 5, null, 'earn', 120), ('subscribed', 20, 13, null, 'wine club', null), ('consent', 50, 2, null, 'email', null),
        ('lead', 70, 17, null, 'trade fair', null), ('opportunity', 60, 17, 900, 'lead', null), ('won', 10, 17, 900, 'lead', null)
      ) as more(kind, days, every, amount, detail, points)
      where n % every = 1
    )`);
  await warehouse.run(`
    insert into mart_customer_timeline by name
    select customer_id, event_at + interval 1 day as event_at, event_on + 1 as event_on, unnest(['opened', 'clicked']) as kind, reference, detail
    from mart_customer_timeline where kind = 'sent' and right(reference, 1) = '1'`);
  await warehouse.run(`
    create temp table facts as
    select customer_id, n, first_on, gap, count(event_on) filter (kind = 'order') as orders,
      coalesce(sum(amount) filter (kind = 'order'), 0) as net_revenue, min(event_on) filter (kind = 'order') as first_order_on,
      max(event_on) filter (kind = 'order') as last_order_on, count(*) filter (kind = 'ticket') as tickets,
      count(*) filter (kind = 'feedback') as answers, count(*) filter (kind = 'sent' and event_on > '2026-03-26') as touches_90d,
      max(score) as last_nps_score, date '2026-06-24' - last_order_on as silent
    from people left join mart_customer_timeline using (customer_id) group by all`);
  await warehouse.run(`
    insert into mart_customer_360 by name
    select customer_id, 'Ann Person ' || n as customer_name, 'ann' || n || '@example.org' as email, '+44 20 7946 ' || lpad(n::varchar, 6, '0') as phone,
      ['GB', 'FR', 'CN'][1 + (n % 3)::int] as country,
      ['search', 'social', 'trade fair', null][1 + (n % 4)::int] as acquisition_channel, n % 2 = 0 as accepts_marketing,
      [true, false, null][1 + (n % 3)::int] as may_email, [true, null, false, null][1 + (n % 4)::int] as may_call, if(n % 7 = 0, true, null) as may_text,
      ['prospect', 'new', 'active', 'loyal', 'slipping', 'dormant', 'lost', 'reactivated'][1 + (n % 8)::int] as stage,
      if(n % 40 = 0, 'organisation', 'person') as party, if(n % 40 in (1, 2) and n > 40, 'C-' || upper(left(md5('key' || (n - n % 40)), 12)), null) as organisation_id,
      first_on as first_seen_on, first_order_on, last_order_on, date_trunc('month', first_order_on)::date as cohort_month, orders,
      n % 3 as orders_30d, n % 4 as orders_90d, n % 5 as orders_365d, 10.5 as net_revenue_30d, 20.25 as net_revenue_90d, 30 as net_revenue_365d,
      net_revenue, orders * 2 as units, if(n % 7 = 1, 37.5, 0) as refunded, touches_90d, 0 as opened_90d, 0 as clicked_90d,
      1 + n % 3 as records, 1 as emails, 1 as source_keys, 0 as cancelled_orders, ['web', 'app', 'shop'][1 + (n % 3)::int] as preferred_channel,
      net_revenue / nullif(orders, 0) as average_order_value, if(orders > 1, gap, null) as median_gap_days,
      silent as days_since_last_order, silent / gap as silence_ratio, tickets, 0 as tickets_30d, 0 as tickets_90d, tickets as tickets_365d,
      n % 4 % 3 as open_tickets, 0 as reopened_tickets, if(tickets > 0, 26.25, null) as median_resolution_hours, answers, answers as answers_365d,
      last_nps_score, if(n % 5 = 0, 4, null) as last_csat_score, if(n % 5 = 0, date '2026-05-02', null) as last_csat_on,
      if(n % 2 = 0, date '2026-06-20', null) as last_contact_on, if(n % 2 = 0, 'ticket', null) as last_contact_channel,
      if(n % 11 = 1, date '2026-07-01', null) as next_contact_on, if(n % 11 = 1, 'call', null) as next_contact_about,
      if(n % 5 = 1, 360, null) as points_balance, if(n % 5 = 1, 'Gold', null) as loyalty_tier, n % 13 % 2 as active_subscriptions,
      if(n % 13 = 1, 25, 0) as recurring_revenue, n % 17 % 2 as open_opportunities, if(n % 17 = 1, 900, 0) as open_opportunity_amount,
      if(n % 9 = 0, 3, null) as last_rating_score, if(n % 9 = 0, date '2026-03-02', null) as last_rating_on,
      if(silent < 365, 1 + n % 5, null) as recency_score, if(silent < 365, 1 + n % 4, null) as frequency_score,
      if(silent < 365, 3, null) as monetary_score, if(silent < 365, ['champions', 'at_risk', 'lost'][1 + (n % 3)::int], null) as segment,
      ['A+', 'A', 'A-', 'B', 'C'][1 + (n % 5)::int] as abc_class, if(orders > 0, (hash(n) % 90) / 100, null) as risk_share,
      if(orders > 0, if(risk_share >= 0.7, 'high', if(risk_share >= 0.4, 'medium', 'low')), null) as risk_band,
      if(orders > 0, round(net_revenue / 4, 2), null) as expected_revenue, round(expected_revenue * risk_share, 2) as value_at_risk,
      if(orders > 0, (hash(n) % 80) / 100, null) as alive_share, if(orders > 0, n % 9 / 2, null) as expected_days,
      if(orders > 0, n % 9 / 2 * 31.25, null) as clv, if(orders > 0, ntile(10) over (order by orders > 0 desc, clv desc, customer_id), null) as value_tenth
    from facts`);
  await warehouse.run(`
    insert into mart_churn_risk by name
    select customer_id, days_since_last_order as recency_days, coalesce(median_gap_days, 45) as usual_gap_days,
      median_gap_days is not null as has_own_rhythm, coalesce(silence_ratio, 0) as silence_ratio, orders,
      orders as purchase_days, risk_share, greatest(0, risk_share - 0.08) as risk_low, least(1, risk_share + 0.06) as risk_high, risk_band,
      '[["silence",0.8]]' as reasons, 1 as warnings, 'silence' as warned_of, 91 as horizon_days, 0 as net_revenue_365d, expected_revenue, value_at_risk, 0 as orders_90d,
      1 as orders_previous_90d, 0 as tickets_90d, last_nps_score
    from mart_customer_360 where orders > 0`);
  await warehouse.run(`
    insert into mart_customer_value by name
    select customer_id, orders - 1 as repeat_days, 0 as last_age_days, 0 as age_days, alive_share, expected_days, expected_days * 0.9 as expected_days_low,
      expected_days * 1.1 as expected_days_high, 31.25 as expected_spend, clv, clv * 0.9 as clv_low, clv * 1.1 as clv_high, 'mbg_nbd' as model, 365 as horizon_days
    from mart_customer_360 where orders > 0`);
  await warehouse.run(`
    insert into mart_abc by name
    select customer_id, net_revenue, row_number() over (order by net_revenue desc, customer_id) as revenue_rank, 0.5 as share_before, abc_class
    from mart_customer_360 where orders > 0`);
  await fillIdentity(warehouse);
}

/** Whose records, values, people and keys of old the customers of `people` have. */
async function fillIdentity(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`
    insert into int_identity_member by name
    select 'customer:' || n || '-' || i as record_key, customer_id, if(n % 40 = 0, 'organisation', 'person') as party,
      if(i = 2, 'leads', 'customers') as origin, 1 + n % 3 as cluster_records,
      if(n % 3 = 0, 'alone', if(i = 2, 'score', 'rule')) as linked_by, if(n % 3 = 0, null, 0.9 + i / 100) as confidence
    from (select *, unnest(range(0, 1 + n % 3)) as i from people)`);
  await warehouse.run(`
    insert into int_identity_record by name
    select record_key, row_number() over (order by record_key) as record_number, party, origin, if(origin = 'leads', null, 'shop') as source
    from int_identity_member`);
  await warehouse.run(`
    insert into int_customer_field by name
    select customer_id, field, value, if(others = 0, 'only', 'recent') as rule, 'shop' as source, 'load-1' as load_id,
      'customer:' || n as record_key, timestamp '2026-02-03 10:00:00' as seen_at, others as alternatives
    from people cross join (values ('email', 1), ('country', 0), ('street', 2)) as fields(field, others)
    cross join lateral (select if(field = 'country', 'GB', if(field = 'email', 'ann' || n || '@example.org', n || ' Secret Street')) as value)`);
  await warehouse.run(`
    insert into int_customer_member by name
    select customer_id as person_id, organisation_id, n % 40 as records
    from mart_customer_360 join people using (customer_id) where organisation_id is not null`);
  await warehouse.run(`
    insert into int_identity_change by name
    select row_number() over (order by step, n) as change_id, step as run, 'merged' as change, former as customer_id, into_id, 1 as records,
      step = 2 as is_latest
    from (
      select n, 1 as step, ${formerKey("older")} as former, ${formerKey("old")} as into_id from people where n % 30 = 0
      union all
      select n, 2, ${formerKey("old")}, customer_id from people where n % 10 = 0
    )`);
}

/** The key that customer n had before, as SQL. */
const formerKey = (age: "old" | "older"): string => `'C-' || upper(left(md5('${age}' || n), 12))`;
