import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Settings} from "../settings.ts";
import {findItemSets} from "./itemSets.ts";
import {countSetCustomers} from "./setCustomers.ts";

/** A basket of more different items is a restocking: it says little of what goes together, and its pairs grow with the square. */
export const mostOfBasket = 100;
/** Baskets that a set needs at the least, and the least share of baskets, where the configuration names none. */
const [leastBaskets, leastShare] = [10, 0.0005];
/** Sets of one size that are kept: where the configuration names a support, and where it does not. */
const [mostSets, usualSets] = [5_000, 2_000];

/** What was searched: baskets that count, and from how many on a set is frequent. */
export interface Searched {
  baskets: number;
  least: number;
}

/**
 * Finds the frequent sets of items: fills the temporary tables item_set and set_customers (set_id, customers: known ones who bought the set at once).
 *
 * Without a configured support a set is frequent from ten baskets and 0.05 % on, or from more where over 2,000 sets of one size are.
 */
export async function frequentSets(
  warehouse: Warehouse,
  {leastSupport, mostItems}: Settings["baskets"]
): Promise<Searched> {
  await warehouse.run(`create or replace temp table restocking as
    select basket_number as basket from int_basket_item group by basket_number having count(*) > ${mostOfBasket}`);
  await warehouse.run(`create or replace temp table basket_item as
    select basket_number::integer as basket, item_number::integer as item from int_basket_item
    where basket_number not in (select basket from restocking)`);
  const {baskets} = await warehouse.row<{baskets: number}>(
    "select count(distinct basket)::integer as baskets from basket_item"
  );
  const least = await findItemSets(warehouse, {
    leastBaskets:
      leastSupport === null
        ? Math.max(leastBaskets, Math.ceil(leastShare * baskets))
        : Math.max(1, Math.ceil(leastSupport * baskets - 1e-9)),
    mostItems,
    mostSets: leastSupport === null ? usualSets : mostSets
  });
  await warehouse.run("drop table basket_item");
  await countSetCustomers(warehouse);
  await warehouse.run("drop table restocking");
  return {baskets, least};
}
