import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Fills the temporary table item_set from int_item_set; returns the baskets among which it was searched. */
export async function loadSets(warehouse: Warehouse): Promise<number> {
  await warehouse.run(`create or replace temp table item_set as
    select set_number::integer as set_id, string_split(items, ' ')::integer[] as items, baskets, customers from int_item_set`);
  const {baskets} = await warehouse.row<{baskets: number}>(
    "select coalesce(max(all_baskets), 0)::integer as baskets from int_item_set"
  );
  return baskets;
}
