import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Where a customer stands in the own rhythm of an item, by days since the last purchase ÷ the median gap, and whether it falls due within the days ahead. */
export const rhythmStates = ["early", "soon", "due", "late", "broken"] as const;

/** Purchase days of one item that make a rhythm. */
export const leastDays = 3;
/** Times the usual gap up to which it is due, and up to which it is late; beyond, the rhythm is broken. */
export const [dueUntil, lateUntil] = [1.5, 2.5];
/** Days after a past snapshot within which a purchase confirms it, and how many such snapshots, one after the other. */
export const [windowDays, snapshots] = [30, 3];
/** An item that nobody has bought for so long is no longer sold. */
const soldWithin = 90;

/**
 * Makes rhythm, where every customer stood in the rhythm of each item bought on three days or more: temporary, one row per snapshot, customer and item. The
 * snapshots are as_of and three days before it, 30 days apart; of these is_bought says what came within 30 days.
 */
export async function makeRhythm(warehouse: Warehouse, aheadDays: number): Promise<void> {
  await warehouse.run(`create or replace temp table rhythmic as
    with often as (
      select customer_number, item_number from int_basket_item where customer_number is not null
      group by all having count(distinct ordered_on) >= ${leastDays})
    select customer_number, item_number, ordered_on as on_day, sum(line_revenue) as revenue,
      ordered_on - lag(ordered_on) over (partition by customer_number, item_number order by ordered_on) as gap
    from int_basket_item semi join often using (customer_number, item_number) group by customer_number, item_number, ordered_on`);
  await warehouse.run(`create or replace temp table rhythm as
    with snapshot as (
      select cast(as_of_on - (${windowDays} * part)::integer as date) as snapshot_on from int_as_of cross join range(${snapshots + 1}) as t (part)),
    sold as (
      select snapshot_on, item_number from snapshot join int_basket_item on ordered_on <= snapshot_on and ordered_on > snapshot_on - ${soldWithin} group by all),
    stood as (
      select snapshot_on, customer_number, item_number, count(*) as purchase_days, quantile_cont(gap, 0.5)::double as usual_gap_days, max(on_day) as last_bought_on,
        sum(revenue) as revenue
      from snapshot join rhythmic on on_day <= snapshot_on group by snapshot_on, customer_number, item_number having count(*) >= ${leastDays}),
    placed as (
      select *, last_bought_on + ceil(usual_gap_days)::integer as due_on, (snapshot_on - last_bought_on) / usual_gap_days as times
      from stood semi join sold using (snapshot_on, item_number))
    select placed.* exclude (times),
      case when times > ${lateUntil} then 'broken' when times > ${dueUntil} then 'late' when due_on <= snapshot_on then 'due'
        when due_on <= snapshot_on + ${aheadDays} then 'soon' else 'early' end as state,
      case when snapshot_on < (select as_of_on from int_as_of) then exists (
        select 1 from rhythmic next where next.customer_number = placed.customer_number and next.item_number = placed.item_number
          and next.on_day > placed.snapshot_on and next.on_day <= placed.snapshot_on + ${windowDays}) end as is_bought
    from placed`);
}
