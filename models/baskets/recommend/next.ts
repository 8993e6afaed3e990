import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeCandidates, widthOf} from "./candidates.ts";
import {lastTeacher, makeHabit, makeHistory, makeOwn, makePopular} from "./history.ts";
import {listed} from "./judge.ts";
import {backShare, itemShare} from "./learn.ts";
import {orderOf} from "./methods.ts";
import type {InUse} from "./use.ts";

/** Customers of a slice: what memory holds at once. */
const slice = 20_000;
/** New items that everybody is given, also where ten others come first. */
const newListed = 3;

/**
 * Makes next_item, what to offer each customer now: temporary, one row per customer and item, in the order of `place` within the customer. Slice by slice, so
 * that memory does not grow with the customers.
 */
export async function makeNext(warehouse: Warehouse, {method, learnt, now}: InUse): Promise<void> {
  await makeHistory(warehouse);
  await makePopular(warehouse, now);
  await makeOwn(warehouse, {day: now, from: 0, to: await lastTeacher(warehouse)});
  await makeHabit(warehouse);
  await warehouse.run(`create or replace temp table near_item as
    select item_number::integer as item, neighbour_number::integer as near, similarity, place from int_item_neighbour`);
  await warehouse.run(`create or replace temp table next_item (
    customer integer, item integer, place bigint, new_place bigint, buy_share double, days integer, because integer)`);
  const cuts = await warehouse.rows<{last: number}>(`
    select max(customer) as last from (select customer, (row_number() over (order by customer) - 1) // ${slice} as part
      from (select distinct customer from item_day)) group by part order by last`);
  const width = await widthOf(warehouse);
  const scores = learnt
    ? `round(${backShare(learnt)}, 9) as back_share, ${itemShare(learnt)} as item_share`
    : "null as back_share, null as item_share";
  let from = 0;
  for (const {last} of cuts) {
    await makeOwn(warehouse, {day: now, from, to: last});
    await makeCandidates(warehouse, now, width);
    await warehouse.run(`insert into next_item
      with scored as (select customer, item, days, recency, weight, nearness, popularity, because, ${scores} from candidate),
      placed as (
        select customer, item, days, because, round(back_share * item_share, 6) as buy_share,
          row_number() over (partition by customer order by ${orderOf(method.all, "item_share")}, item) as any_place,
          case when days is null then row_number() over (partition by customer, days is null order by ${orderOf(method.new, "item_share")}, item) end as new_place
        from scored),
      kept as (select * from placed where any_place <= ${listed} or new_place <= ${newListed})
      select customer, item, row_number() over (partition by customer order by any_place), new_place, buy_share, days, because from kept`);
    from = last;
  }
}
