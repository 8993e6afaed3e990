import type {Warehouse} from "../../warehouse/warehouse.ts";

/** From how many baskets on a set is frequent, and of how many items it may be. */
export interface SetLimits {
  leastBaskets: number;
  mostItems: number;
  /** Where more sets of one size are frequent, the least is raised until so many remain. */
  mostSets?: number;
}

/**
 * Finds the sets of items that enough baskets hold: fills the temporary table `item_set` (set_id, items: item numbers ascending, baskets) from
 * `basket_item` (basket, item: item numbers, each pair once). Sets of one item are among them.
 *
 * Level by level inside the engine: baskets that hold a frequent set are extended by a frequent item beyond its last, so that a set is
 * counted once and no table holds more than the frequent sets of the baskets. Returns from how many baskets on a set is frequent in the end.
 * Source: Agrawal & Srikant (1994), Apriori.
 */
export async function findItemSets(
  warehouse: Warehouse,
  {leastBaskets, mostItems, mostSets = Infinity}: SetLimits
): Promise<number> {
  let least = leastBaskets;
  await warehouse.run("create or replace temp table item_set (set_id integer, items integer[], baskets bigint)");
  await warehouse.run(`insert into item_set
    select cast(row_number() over (order by item) as integer), [item], n
    from (select item, count(*) as n from basket_item group by item having count(*) >= ${least})`);
  await warehouse.run(`create or replace temp table held as
    select basket, set_id, item as last from basket_item join item_set on items[1] = item`);
  await warehouse.run("create or replace temp table frequent_item as select basket, last as item from held");
  for (let size = 2; size <= mostItems; size++) {
    await warehouse.run(`create or replace temp table longer as
      select cast((select max(set_id) from item_set) + row_number() over (order by set_id, item) as integer) as longer_id, set_id, item, n
      from (select set_id, item, count(*) as n from held join frequent_item using (basket) where item > last
        group by all having count(*) >= ${least})`);
    const {found} = await warehouse.row<{found: number}>("select count(*)::integer as found from longer");
    if (!found) break;
    if (found > mostSets) {
      least = await raised(warehouse, mostSets);
      await warehouse.run(`delete from longer where n < ${least}`);
    }
    await warehouse.run(`create or replace temp table longer_set as
      select longer_id, list_append(items, item) as items, n from longer join item_set using (set_id)`);
    await warehouse.run("insert into item_set select * from longer_set order by longer_id");
    if (size === mostItems) break;
    await warehouse.run(`create or replace temp table held_longer as
      select basket, longer_id as set_id, f.item as last
      from held h join frequent_item f using (basket) join longer l on l.set_id = h.set_id and l.item = f.item`);
    await warehouse.run("drop table held");
    await warehouse.run("alter table held_longer rename to held");
  }
  for (const table of ["held", "frequent_item", "longer", "longer_set", "held_longer"])
    await warehouse.run(`drop table if exists ${table}`);
  await warehouse.run(`delete from item_set where baskets < ${least}`);
  return least;
}

/** The number of baskets that at most so many of the longer sets have. */
async function raised(warehouse: Warehouse, mostSets: number): Promise<number> {
  const {next} = await warehouse.row<{next: number}>(
    `select n as next from longer order by n desc limit 1 offset ${mostSets}`
  );
  return next + 1;
}
