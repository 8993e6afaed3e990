import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** Customers of whom neighbours are learnt, at most, and of whom methods are tested. Customers stand by pseudonym, so the first are drawn at random. */
const [mostTeachers, mostTested] = [40_000, 20_000];
/** Items of a customer's past that speak for others, latest first, and that may be bought again. */
const [mostSpeaking, mostOwn] = [40, 200];
/** Days in which what was bought weighs half. */
const halfLife = 90;

/** Weights are whole parts: a sum of them is the same in every order of the rows. */
export const weightParts = 1e9;

/**
 * Makes item_day, what each known customer bought on which day, for all that follows: temporary, one row per customer, item and day, by customer, so that
 * whoever reads some customers reads no others.
 */
export async function makeHistory(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`create or replace temp table item_day as
    select distinct customer_number::integer as customer, item_number::integer as item, ordered_on as on_day
    from int_basket_item where customer_number is not null order by customer`);
}

/** The number of the customer up to which so many have bought. */
async function upTo(warehouse: Warehouse, customers: number): Promise<number> {
  const {last} = await warehouse.row<{last: number | null}>(
    `select max(customer) as last from (select distinct customer from item_day order by customer limit ${customers})`
  );
  return last ?? 0;
}

export const lastTeacher = (warehouse: Warehouse) => upTo(warehouse, mostTeachers);
export const lastTested = (warehouse: Warehouse) => upTo(warehouse, mostTested);

/**
 * Makes own_item, what customers had bought before a day: temporary, one row per customer and item, with purchase days, the first and the last, a weight
 * that halves every 90 days in whole parts, and its place by the last purchase; and buyer, one row per customer. Of customers above `from` up to `to`.
 */
export async function makeOwn(
  warehouse: Warehouse,
  {day, from, to}: {day: string; from: number; to: number}
): Promise<void> {
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
      select customer, item, max(on_day) >= date '${day}' - 30 as is_latest
      from item_day where on_day < date '${day}' and on_day >= date '${day}' - 90 group by customer, item),
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
