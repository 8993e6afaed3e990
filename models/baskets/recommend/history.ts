import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** Customers of whom neighbours are learnt, at most, and of whom methods are tested. Customers stand by pseudonym, so the first are drawn at random. */
const [mostTeachers, mostTested] = [40_000, 20_000];
/** Items of a customer's past that speak for others, latest first, and that may be bought again. */
const [mostSpeaking, mostOwn] = [40, 200];
/** Days in which what was bought weighs half. */
const halfLife = 90;

/** Weights are whole parts: a sum of them is the same in every order of the rows. */
export const weightParts = 1e9;

/** Customers above one and up to another, by number. */
export interface Range {
  from: number;
  to: number;
}

/**
 * Makes item_day, what these customers bought on which day, for makeOwn, what came of lists, and prices paid: temporary, one row per customer, item and
 * day, by customer, so that whoever reads some customers reads no others.
 */
export const makeHistory = (warehouse: Warehouse, {from, to}: Range): Promise<void> =>
  warehouse.run(`create or replace temp table item_day as
    select distinct customer_number::integer as customer, item_number::integer as item, ordered_on as on_day
    from int_basket_item where customer_number > ${from} and customer_number <= ${to} order by customer`);

/** Customers who ever bought an item, and the last numbers of those of whom is learnt and who are tested. */
export interface Crowd {
  customers: number;
  lastTeacher: number;
  lastTested: number;
}

/** Makes shopper, who ever bought an item: temporary, one row per customer, with the lines bought and the place by number; and says how many they are. */
export async function makeCrowd(warehouse: Warehouse): Promise<Crowd> {
  await warehouse.run(`create or replace temp table shopper as
    select customer, lines, row_number() over (order by customer) as place from (
      select customer_number::integer as customer, count(*) as lines from int_basket_item where customer_number is not null group by all)`);
  return warehouse.row<Crowd>(`select count(*)::integer as customers,
    coalesce(max(customer) filter (place <= ${mostTeachers}), 0)::integer as "lastTeacher",
    coalesce(max(customer) filter (place <= ${mostTested}), 0)::integer as "lastTested" from shopper`);
}

/**
 * Makes own_item, what customers had bought before a day: temporary, one row per customer and item, with purchase days, the first and the last, a weight
 * that halves every 90 days in whole parts, and its place by the last purchase; and buyer, one row per customer. Of customers above `from` up to `to`.
 */
export async function makeOwn(warehouse: Warehouse, {day, from, to}: Range & {day: string}): Promise<void> {
  await warehouse.run(`create or replace temp table own_item as
    select *, row_number() over (partition by customer order by last_on desc, weight desc, item) as place
    from (
      select customer, item, count(*)::integer as days, min(on_day) as first_on, max(on_day) as last_on,
        sum(round(pow(0.5, (date '${day}' - on_day) / ${halfLife}.0) * ${weightParts})::bigint)::bigint as weight
      from item_day where on_day < date '${day}' and customer > ${from} and customer <= ${to} group by customer, item
    ) qualify place <= ${mostOwn}`);
  await warehouse.run(`create or replace temp table buyer as
    select customer, count(distinct on_day)::integer as days, max(on_day) as last_on, count(distinct item)::integer as items
    from item_day where on_day < date '${day}' and customer > ${from} and customer <= ${to} group by customer`);
}

/**
 * Makes popular_item, what all customers had bought before a day: temporary, one row per item bought in the last 90 days, with the customers of the last 30
 * and 90 days as shares of those who bought anything, and its place by the former.
 */
export async function makePopular(warehouse: Warehouse, day: string): Promise<void> {
  await warehouse.run(`create or replace temp table popular_item as
    with recent as (
      select customer_number::integer as customer, item_number::integer as item, max(ordered_on) >= date '${day}' - 30 as is_latest
      from int_basket_item
      where customer_number is not null and ordered_on < date '${day}' and ordered_on >= date '${day}' - 90 group by customer, item),
    buyers as (
      select count(*) as all_90, count(*) filter (is_latest) as all_30
      from (select customer, bool_or(is_latest) as is_latest from recent group by customer))
    select item, count(*)::double / any_value(all_90) as share_90, count(*) filter (is_latest)::double / greatest(any_value(all_30), 1) as share_30,
      row_number() over (order by count(*) filter (is_latest) desc, count(*) desc, item) as place
    from recent cross join buyers group by item`);
}

/** Least customers of two items that are neighbours, and how many doubts each pair starts with. */
const [leastTogether, doubt] = [3, 10];
/** Neighbours of an item, at most. */
export const mostNear = 30;

/**
 * Makes near_item from own_item: temporary, one row per item and neighbour, items that the same customers bought: their similarity is the cosine
 * n ÷ √(nᵢ nⱼ), drawn towards zero where few bought both by n ÷ (n + 10). Source: Sarwar et al. (2001), item-based collaborative filtering.
 */
export async function makeNear(warehouse: Warehouse): Promise<void> {
  await warehouse.run(
    `create or replace temp table speaking as select customer, item from own_item where place <= ${mostSpeaking}`
  );
  await warehouse.run(`create or replace temp table near_item as
    with holders as (select item, count(*) as n from speaking group by item),
    pair as (
      select a.item as one, b.item as other, count(*) as n from speaking a join speaking b on a.customer = b.customer and a.item < b.item
      group by all having count(*) >= ${leastTogether}),
    both_ways as (select one as item, other as near, n from pair union all select other, one, n from pair),
    judged as (
      select item, near, both_ways.n as customers, both_ways.n / sqrt(a.n::double * b.n) * both_ways.n / (both_ways.n + ${doubt}.0) as similarity
      from both_ways join holders a using (item) join holders b on b.item = near)
    select *, row_number() over (partition by item order by similarity desc, near) as place from judged qualify place <= ${mostNear}`);
  await warehouse.run("drop table speaking");
}

/** Makes item_habit from own_item: temporary, one row per item, with the share of its customers who bought it on more than one day. */
export const makeHabit = (warehouse: Warehouse): Promise<void> =>
  warehouse.run(`create or replace temp table item_habit as
    select item, count(*) filter (days > 1)::double / count(*) as repeat_share from own_item group by item`);
