import {emptyTableSql} from "../../../../warehouse/ddl.ts";
import {intAsOf} from "../../../../models/intermediate/int_as_of.ts";
import {intCustomerKeys} from "../../../../models/intermediate/int_customer_keys.ts";
import {martAbc} from "../../../../models/marts/mart_abc.ts";
import {martChurnRisk} from "../../../../models/marts/mart_churn_risk.ts";
import {martCustomer360} from "../../../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../../../models/marts/mart_customer_timeline.ts";
import {Warehouse} from "../../../../warehouse/warehouse.ts";

/** A warehouse in memory with the relations that the customers page reads, empty but for as_of 2026-06-24. */
export async function emptyBase(memory?: string): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:", memory ? {memory} : {});
  for (const relation of [intAsOf, intCustomerKeys, martAbc, martChurnRisk, martCustomer360, martCustomerTimeline]) {
    await warehouse.run(emptyTableSql(relation));
  }
  await warehouse.run(
    `insert into int_as_of by name select '2026-06-24 12:00:00'::timestamp as as_of_at, '2026-06-24'::date as as_of_on,
     '2026-06-01'::date as as_of_month, false as is_month_complete, '2026-05-01'::date as last_complete_month, 91 as horizon_days`
  );
  return warehouse;
}

/** Fills an empty base with `customers` invented customers whose orders follow from their number; one in twenty never ordered. */
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
    create temp table facts as
    select customer_id, n, first_on, gap, count(event_on) filter (kind = 'order') as orders,
      coalesce(sum(amount), 0) as net_revenue, min(event_on) filter (kind = 'order') as first_order_on,
      max(event_on) filter (kind = 'order') as last_order_on, count(*) filter (kind = 'ticket') as tickets,
      max(score) as last_nps_score, date '2026-06-24' - last_order_on as silent
    from people left join mart_customer_timeline using (customer_id) group by all`);
  await warehouse.run(`
    insert into mart_customer_360 by name
    select customer_id, 'Ann Person ' || n as customer_name, 'ann' || n || '@example.org' as email, ['GB', 'FR', 'CN'][1 + (n % 3)::int] as country,
      ['search', 'social', 'trade fair', null][1 + (n % 4)::int] as acquisition_channel, n % 2 = 0 as accepts_marketing,
      first_on as first_seen_on, first_order_on, last_order_on, date_trunc('month', first_order_on)::date as cohort_month, orders,
      0 as cancelled_orders, 0 as orders_90d, 0 as orders_365d, net_revenue, 0 as net_revenue_30d, 0 as net_revenue_90d,
      0 as net_revenue_365d, net_revenue / nullif(orders, 0) as average_order_value, if(orders > 1, gap, null) as median_gap_days,
      silent as days_since_last_order, silent / gap as silence_ratio, tickets, 0 as tickets_90d, 0 as open_tickets, last_nps_score,
      if(silent < 365, 1 + n % 5, null) as recency_score, if(silent < 365, 1 + n % 4, null) as frequency_score,
      if(silent < 365, 3, null) as monetary_score, if(silent < 365, ['champions', 'at_risk', 'lost'][1 + (n % 3)::int], null) as segment,
      ['A+', 'A', 'A-', 'B', 'C'][1 + (n % 5)::int] as abc_class, if(orders > 0, (hash(n) % 90) / 100, null) as risk_share,
      if(orders > 0, if(risk_share >= 0.7, 'high', if(risk_share >= 0.4, 'medium', 'low')), null) as risk_band,
      if(orders > 0, round(net_revenue / 4, 2), null) as expected_revenue, round(expected_revenue * risk_share, 2) as value_at_risk
    from facts`);
  await warehouse.run(`
    insert into mart_churn_risk by name
    select customer_id, days_since_last_order as recency_days, coalesce(median_gap_days, 45) as usual_gap_days,
      median_gap_days is not null as has_own_rhythm, coalesce(silence_ratio, 0) as silence_ratio, 1 as silence_band, orders,
      1 as orders_band, risk_share, greatest(0, risk_share - 0.08) as risk_low, least(1, risk_share + 0.06) as risk_high, risk_band,
      true as is_band_seen, 91 as horizon_days, 0 as net_revenue_365d, expected_revenue, value_at_risk, 0 as orders_90d,
      1 as orders_previous_90d, 0 as tickets_90d, last_nps_score
    from mart_customer_360 where orders > 0`);
  await warehouse.run(`
    insert into mart_abc by name
    select customer_id, net_revenue, row_number() over (order by net_revenue desc, customer_id) as revenue_rank, 0.5 as share_before, abc_class
    from mart_customer_360 where orders > 0`);
  await warehouse.run(`
    insert into int_customer_keys by name
    select 'email' as key_kind, 'ann' || n || '@example.org' as source_key, customer_id from people
    union all by name select 'customer_key' as key_kind, n::varchar as source_key, customer_id from people`);
}
