import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeCandidates, widthOf} from "./candidates.ts";
import {makeCrowd, makeHabit, makeHistory, makeOwn, makePopular, type Range} from "./history.ts";
import {listed} from "./judge.ts";
import {backShare, itemShare} from "./learn.ts";
import {orderOf} from "./methods.ts";
import type {InUse} from "./use.ts";

/** How much memory holds at once. */
export interface Sizes {
  /** Lines of a part of the customers, whose history is read at once. */
  partLines: number;
  /** Customers of a slice of a part, whose candidates are weighed at once. */
  sliceCustomers: number;
}

const usual: Sizes = {partLines: 6_000_000, sliceCustomers: 20_000};
/** New items that everybody is given, also where ten others come first. */
const newListed = 3;

/**
 * Makes next_item, what to offer customers now, slice by slice of customers, so that memory does not grow with them, and calls `write` with each: temporary, one
 * row per customer and item, in the order of `place` within the customer. buyer holds the customers of the slice, item_day at least their purchases.
 */
export async function eachNext(
  warehouse: Warehouse,
  {method, learnt, now}: InUse,
  write: () => Promise<void>,
  {partLines, sliceCustomers} = usual
): Promise<void> {
  const crowd = await makeCrowd(warehouse);
  const teachers = {from: 0, to: crowd.lastTeacher};
  await makePopular(warehouse, now);
  await makeHistory(warehouse, teachers);
  await makeOwn(warehouse, {day: now, ...teachers});
  await makeHabit(warehouse);
  await warehouse.run(`create or replace temp table near_item as
    select item_number::integer as item, neighbour_number::integer as near, similarity, place from int_item_neighbour`);
  const width = widthOf(crowd);
  const scores = learnt
    ? `round(${backShare(learnt)}, 9) as back_share, ${itemShare(learnt)} as item_share`
    : "null as back_share, null as item_share";
  for (const part of await cuts(warehouse, `sum(lines) over (order by customer) // ${partLines}`)) {
    await makeHistory(warehouse, part);
    for (const slice of await cuts(warehouse, `(place - 1) // ${sliceCustomers}`, part)) {
      await makeOwn(warehouse, {day: now, ...slice});
      await makeCandidates(warehouse, now, width);
      await warehouse.run(`create or replace temp table next_item as
        with scored as (select customer, item, days, recency, weight, nearness, popularity, because, ${scores} from candidate),
        placed as (
          select customer, item, days, because, round(back_share * item_share, 6) as buy_share,
            row_number() over (partition by customer order by ${orderOf(method.all, "item_share")}, item) as any_place,
            case when days is null then row_number() over (partition by customer, days is null order by ${orderOf(method.new, "item_share")}, item) end as new_place
          from scored),
        kept as (select * from placed where any_place <= ${listed} or new_place <= ${newListed})
        select customer, item, row_number() over (partition by customer order by any_place) as place, new_place, buy_share, days, because from kept`);
      await write();
    }
  }
}

/** Ranges of customers that have one value of an expression over shopper, first to last; those of a range alone where one is given. */
async function cuts(warehouse: Warehouse, by: string, within: Range = {from: 0, to: Infinity}): Promise<Range[]> {
  const top = Number.isFinite(within.to) ? `and customer <= ${within.to}` : "";
  const rows = await warehouse.rows<{to: number}>(`
    select max(customer) as "to" from (select customer, ${by} as part from shopper where customer > ${within.from} ${top}) group by part order by 1`);
  return rows.map(({to}, i) => ({from: rows[i - 1]?.to ?? within.from, to}));
}
