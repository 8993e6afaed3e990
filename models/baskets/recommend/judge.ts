import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {orderOf, type Method, type Scope} from "./methods.ts";
import {itemShare, type Learnt} from "./learn.ts";

/** How many items a list holds. */
export const listed = 10;

/** What came of a method's lists of ten. */
export interface Judged {
  /** Customers who had bought before and bought again within the horizon. */
  customers: number;
  /** Of them, whose list held an item that they then bought. */
  hits: number;
  /** Items of lists that were bought. */
  items: number;
  /** Different items on lists, and different items on offer. */
  recommended: number;
  offered: number;
}

/** Makes outcome: the candidates of a past day with whether they were bought within the horizon after it and whether the customer came back at all. */
export async function makeOutcome(warehouse: Warehouse, day: string, horizon: number): Promise<void> {
  await warehouse.run(`create or replace temp table future as
    select distinct customer, item from item_day where on_day >= date '${day}' and on_day < date '${day}' + ${horizon}
      and customer in (select customer from own_item)`);
  await warehouse.run(`create or replace temp table outcome as
    select candidate.*, future.item is not null as is_bought, customer in (select customer from future) as is_back
    from candidate left join future using (customer, item)`);
}

/**
 * Judges a method's lists on outcome; notes in verdict whose lists held a hit, one row per customer, method and scope.
 *
 * Everybody who bought counts, also who bought nothing that could have been on a list.
 */
export async function judge(
  warehouse: Warehouse,
  {method, scope, learnt}: {method: Method; scope: Scope; learnt: Learnt | undefined}
): Promise<Judged> {
  await warehouse.run(`create or replace temp table shown as
    select customer, item, is_bought from outcome where is_back ${scope === "new" ? "and days is null" : ""}
    qualify row_number() over (partition by customer order by ${orderOf(method, learnt ? itemShare(learnt) : "null")}, item) <= ${listed}`);
  await warehouse.run(`insert into verdict
    select '${method}', '${scope}', customer, coalesce(bool_or(is_bought), false) from (select distinct customer from future) left join shown using (customer)
    group by customer`);
  return warehouse.row<Judged>(`select
      (select count(distinct customer) from future)::integer as customers,
      (select count(*) from verdict where method = '${method}' and scope = '${scope}' and is_hit)::integer as hits,
      (select count(*) from shown where is_bought)::integer as items,
      (select count(distinct item) from shown)::integer as recommended,
      (select count(*) from popular_item)::integer as offered`);
}

/** How many more customers one method reached than another on the same customers: those whom only the one hit, those whom only the other. */
export async function only(
  warehouse: Warehouse,
  scope: Scope,
  [one, other]: readonly [Method, Method]
): Promise<[one: number, other: number]> {
  const {a, b} = await warehouse.row<{a: number; b: number}>(`
    select count(*) filter (one.is_hit and not other.is_hit)::integer as a, count(*) filter (other.is_hit and not one.is_hit)::integer as b
    from verdict one join verdict other using (scope, customer)
    where one.method = '${one}' and other.method = '${other}' and scope = '${scope}'`);
  return [a, b];
}
