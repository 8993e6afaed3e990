import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {weightParts, type Crowd} from "./history.ts";

/** How wide the net is cast for a customer. */
export interface Width {
  /** Items of the customer's past that bring their neighbours, latest first. */
  speaking: number;
  /** Neighbours that each brings. */
  brought: number;
  /** Popular items that everybody is offered. */
  popular: number;
}

/** The more customers there are, the fewer candidates each has: time and memory stay within bounds. Tests use the width that recommends. */
export const widthOf = ({customers}: Crowd): Width =>
  customers > 100_000 ? {speaking: 8, brought: 10, popular: 20} : {speaking: 15, brought: 20, popular: 50};

/**
 * Makes candidate from own_item, near_item and popular_item, what might be bought next after a day: temporary, one row per customer and item, with what
 * was known on that day. Items that nobody bought in the 90 days before are left out: they are no longer sold.
 *
 * days, recency, age (days since the first purchase) and gap (mean days between purchases) are null for an item never bought; nearness is the sum of similarity × weight over the customer's
 * items, near_share that divided by the weight; because is the item that brought most of it.
 */
export async function makeCandidates(
  warehouse: Warehouse,
  day: string,
  {speaking, brought, popular}: Width
): Promise<void> {
  await warehouse.run(`create or replace temp table brought as
    select customer, near as item, sum(round(similarity * weight)::bigint)::bigint as nearness,
      max({part: round(similarity * weight)::bigint, item: own.item}).item as because
    from own_item own join near_item using (item) where own.place <= ${speaking} and near_item.place <= ${brought} group by customer, near`);
  await warehouse.run(`create or replace temp table candidate as
    with total as (select customer, sum(weight) as weight from own_item where place <= ${speaking} group by customer),
    any_item as (
      select customer, item, days, weight, date '${day}' - last_on as recency, date '${day}' - first_on as age,
        case when days > 1 then (last_on - first_on) / (days - 1) end as gap, null as nearness, null as because from own_item
      union all by name select customer, item, nearness, because from brought
      union all by name select customer, item from total cross join (select item from popular_item where place <= ${popular})),
    known as (
      select customer, item, max(days) as days, max(weight) as weight, max(recency) as recency, max(age) as age, max(gap) as gap,
        coalesce(max(nearness), 0) as nearness, max(because) as because
      from any_item group by customer, item)
    select known.* exclude (weight, nearness), coalesce(known.weight, 0) / ${weightParts} as weight, nearness / ${weightParts} as nearness,
      nearness / total.weight::double as near_share, share_30, share_90, popular_item.place as popularity,
      coalesce(repeat_share, 0) as repeat_share, buyer.days as buyer_days, date '${day}' - buyer.last_on as buyer_recency, buyer.items as buyer_items
    from known join popular_item using (item) join total using (customer) join buyer using (customer) left join item_habit using (item)`);
  await warehouse.run("drop table brought");
}
