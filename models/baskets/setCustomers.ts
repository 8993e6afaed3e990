import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Rows of sets and baskets that are looked through at once: memory follows this number, not the baskets. */
const usualRows = 10_000_000;

/**
 * Counts whoever bought a set at once, from the baskets of its rarest item: fills the temporary table `set_customers` (set_id, customers) from `item_set` and
 * the baskets that are not in `restocking`. A set that no known customer bought is absent.
 *
 * Slice by slice of customers, each of whom is in one slice.
 */
export async function countSetCustomers(warehouse: Warehouse, rowsAtOnce = usualRows): Promise<void> {
  await warehouse.run(`create or replace temp table placed as
    with part as (select set_id, len(items) as size, unnest(items) as item from item_set)
    select part.*, single.baskets, row_number() over (partition by part.set_id order by single.baskets, item) as place
    from part join item_set single on single.items = [item]`);
  await warehouse.run(`create or replace temp table bought as
    select customer_number::integer as customer, basket_number::integer as basket, item_number::integer as item
    from int_basket_item where customer_number is not null and basket_number not in (select basket from restocking) order by customer`);
  const {rows, last} = await warehouse.row<{rows: number; last: number}>(`
    select (select coalesce(sum(baskets), 0)::double from placed where place = 1) as rows, (select coalesce(max(customer), 0) from bought) as last`);
  const slices = Math.max(1, Math.ceil(rows / rowsAtOnce));
  await warehouse.run("create or replace temp table found (set_id integer, customers bigint)");
  for (let k = 0; k < slices; k++) {
    const bound = (i: number) => Math.floor((i * (last + 1)) / slices);
    await warehouse.run(`insert into found
      with own as (select * from bought where customer >= ${bound(k)} and customer < ${bound(k + 1)}),
      holder as (select set_id, size, customer, basket from placed join own using (item) where place = 1),
      other as (select placed.set_id, own.basket from placed join own using (item) where place > 1),
      held as (
        select holder.set_id, any_value(customer) as customer, holder.basket
        from holder left join other on other.set_id = holder.set_id and other.basket = holder.basket
        group by holder.set_id, holder.basket having count(other.basket) = any_value(size) - 1)
      select set_id, count(distinct customer) from held group by set_id`);
  }
  await warehouse.run(
    "create or replace temp table set_customers as select set_id, sum(customers)::bigint as customers from found group by set_id"
  );
  for (const table of ["placed", "bought", "found"]) await warehouse.run(`drop table ${table}`);
}
