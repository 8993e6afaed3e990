/** One table of the comparison: its name here and among the models, hand-written DuckDB SQL, and what must come out equal. */
export interface PlainTable {
  name: string;
  sql: string;
  /** Scalar SQL over `t`, the table of either side. */
  same: string;
}

/** The same tables as the models of these names, each as one statement over the ones before it, the first over `raw_order_lines`. */
export const plainTables: readonly PlainTable[] = [
  {
    name: "stg_order_lines",
    sql: `select order_id, product_id, quantity, cast(quantity * unit_price - coalesce(discount, 0) as decimal(18, 4)) as line_revenue from raw_order_lines`,
    same: "(count(*), sum(line_revenue), sum(quantity))"
  },
  {
    name: "stg_orders",
    sql: `select order_id, min(customer_key) as customer_key, min(ordered_at) as ordered_at, cast(min(ordered_at) as date) as ordered_on,
      cast(date_trunc('month', min(ordered_at)) as date) as order_month, count(*) as lines, sum(quantity) as units,
      cast(sum(quantity * unit_price) - coalesce(sum(discount), 0) as decimal(18, 4)) as net_revenue
      from raw_order_lines group by order_id`,
    same: "(count(*), sum(net_revenue), sum(lines), max(ordered_at))"
  },
  {
    name: "int_customer_keys",
    sql: `select customer_key as source_key, 'C-' || upper(left(md5('benchmark' || customer_key), 12)) as customer_id from (select distinct customer_key from stg_orders)`,
    same: "(count(*), count(distinct customer_id))"
  },
  {
    name: "int_customer_orders",
    sql: `select order_id, customer_id, ordered_at, ordered_on, order_month, units, net_revenue, row_number() over w as order_number,
      ordered_on - lag(ordered_on) over w as days_since_previous, lead(ordered_on) over w as next_order_on, row_number() over w = 1 as is_first,
      first_value(ordered_on) over w as first_order_on, cast(date_trunc('month', first_value(ordered_on) over w) as date) as cohort_month
      from stg_orders join int_customer_keys on source_key = customer_key
      window w as (partition by customer_id order by ordered_at, order_id)`,
    same: "(count(*), sum(order_number), sum(days_since_previous), sum(net_revenue))"
  },
  {
    name: "int_as_of",
    sql: `select max(ordered_at) as as_of_at, cast(max(ordered_at) as date) as as_of_on, cast(date_trunc('month', max(ordered_at)) as date) as as_of_month,
      cast(greatest(round(quantile_cont(days_since_previous, 0.9) filter (where days_since_previous > 0) / 7), 1) * 7 as integer) as horizon_days from int_customer_orders`,
    same: "(min(as_of_on), min(horizon_days))"
  },
  {
    name: "mart_abc",
    sql: `with c as (select customer_id, sum(net_revenue) as net_revenue from int_customer_orders group by 1), r as (
      select *, (sum(net_revenue) over (order by net_revenue desc, customer_id rows unbounded preceding) - net_revenue) / sum(net_revenue) over () as share_before from c)
      select *, case when share_before < 0.2 then 'A+' when share_before < 0.5 then 'A' when share_before < 0.8 then 'A-' when share_before < 0.95 then 'B' else 'C' end as abc_class from r`,
    same: "(count(*), sum(net_revenue), count(*) filter (where abc_class = 'A'))"
  },
  {
    name: "mart_rfm",
    sql: `with c as (select customer_id, (select as_of_on from int_as_of) - max(ordered_on) as recency_days, count(*) as frequency, sum(net_revenue) as monetary
      from int_customer_orders where (select as_of_on from int_as_of) - ordered_on < 365 group by 1),
      q as (select quantile_cont(recency_days, [0.2, 0.4, 0.6, 0.8]) as r, quantile_cont(frequency, [0.2, 0.4, 0.6, 0.8]) as f,
      quantile_cont(cast(monetary as double), [0.2, 0.4, 0.6, 0.8]) as m from c)
      select c.*, 5 - len(list_filter(r, lambda x: recency_days > x)) as recency_score, 1 + len(list_filter(f, lambda x: frequency > x)) as frequency_score,
      1 + len(list_filter(m, lambda x: monetary > x)) as monetary_score from c, q`,
    same: "(count(*), sum(recency_score), sum(frequency_score), sum(monetary_score))"
  },
  {
    name: "mart_cohort_retention",
    sql: `with p as (select customer_id, net_revenue, period, first_order_on, ordered_on,
      case when period = 'rolling' then date_trunc('month', first_order_on) else date_trunc(period, first_order_on) end as cohort_on,
      case when period = 'rolling' then (ordered_on - first_order_on) // 30 else date_diff(period, first_order_on, ordered_on) end as periods_since_first
      from int_customer_orders, unnest(['week', 'month', 'quarter', 'rolling']) as t(period)),
      a as (select period, 'all' as dimension, cohort_on, periods_since_first, count(distinct customer_id) as active_customers, count(*) as orders,
      sum(net_revenue) as net_revenue from p group by all)
      select *, max(active_customers) filter (where periods_since_first = 0) over (partition by period, cohort_on) as cohort_customers,
      sum(net_revenue) over (partition by period, cohort_on order by periods_since_first) as cumulative_net_revenue from a`,
    same: "(count(*), sum(active_customers), sum(net_revenue), sum(cohort_customers), sum(cumulative_net_revenue)) filter (where dimension = 'all')"
  },
  {
    name: "int_churn_features",
    sql: `with s as (select case when n = 0 then as_of_on else cast(as_of_month - to_months(cast(n - 1 as integer)) - interval 1 day as date) end as snapshot_on, as_of_on, horizon_days
      from int_as_of, (select unnest(range(25)) as n)),
      f as (select customer_id, snapshot_on, count(*) as orders, snapshot_on - max(ordered_on) as recency_days, snapshot_on - min(ordered_on) as tenure_days,
      sum(net_revenue) as net_revenue, count(*) filter (where ordered_on > snapshot_on - 90) as orders_90d,
      count(*) filter (where ordered_on > snapshot_on - 180 and ordered_on <= snapshot_on - 90) as orders_previous_90d,
      coalesce(sum(net_revenue) filter (where ordered_on > snapshot_on - 90), 0) as net_revenue_90d,
      coalesce(sum(net_revenue) filter (where ordered_on > snapshot_on - 365), 0) as net_revenue_365d,
      median(days_since_previous) filter (where days_since_previous > 0) as median_gap_days
      from s join int_customer_orders on ordered_on <= snapshot_on group by customer_id, snapshot_on),
      n as (select customer_id, ordered_on, next_order_on from int_customer_orders)
      select f.*, s.snapshot_on + s.horizon_days <= s.as_of_on as is_horizon_closed,
      case when s.snapshot_on + s.horizon_days <= s.as_of_on then coalesce(x.next_on, date '9999-12-31') > s.snapshot_on + s.horizon_days end as has_churned
      from f join s using (snapshot_on) left join (select customer_id, snapshot_on, min(next_order_on) as next_on from s join n on ordered_on <= snapshot_on and next_order_on > snapshot_on group by all) x using (customer_id, snapshot_on)`,
    same: "(count(*), sum(orders), sum(recency_days), sum(orders_90d), sum(net_revenue_365d), count(*) filter (where has_churned))"
  },
  {
    name: "mart_customer_360",
    sql: `with aged as (select *, (select as_of_on from int_as_of) - ordered_on as age from int_customer_orders),
      bought as (select customer_id, min(ordered_on) as first_order_on, max(ordered_on) as last_order_on, count(*) as orders, sum(net_revenue) as net_revenue,
      coalesce(sum(net_revenue) filter (where age < 30), 0) as net_revenue_30d, coalesce(sum(net_revenue) filter (where age < 90), 0) as net_revenue_90d,
      coalesce(sum(net_revenue) filter (where age < 365), 0) as net_revenue_365d, count(*) filter (where age < 90) as orders_90d,
      median(days_since_previous) filter (where days_since_previous > 0) as median_gap_days, min(age) as days_since_last_order from aged group by customer_id)
      select bought.*, recency_score, frequency_score, monetary_score, abc_class from bought left join mart_rfm using (customer_id) left join mart_abc using (customer_id)`,
    same: "(count(*), sum(orders), sum(net_revenue), sum(net_revenue_365d), sum(days_since_last_order))"
  }
];
