import {describe, expect, it} from "vitest";
import {forgetHistory} from "../../../models/baskets/recommend/compare.ts";
import {eachNext} from "../../../models/baskets/recommend/next.ts";
import {methodsInUse} from "../../../models/baskets/recommend/use.ts";
import {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import {martNextItem} from "../../../models/marts/mart_next_item.ts";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";
import {deliver, isoDay, randomShop, type Bought} from "./shop.ts";

const all = [martBasketSummary, martNextItem, martItemPair, martReplenishmentDue];
/** Customers × items on days before one, once a day. */
const past = (bought: readonly Bought[], before: number, from = 0) =>
  bought
    .filter(({day}) => day < before && day >= from)
    .flatMap(({customer, day, items}) => items.map((item) => ({customer, day, item})));

const distinct = (values: readonly (string | number)[]) => new Set(values).size;

/** Hits of lists of ten by popularity and by plain repeat, by going through everybody. */
function byHand(
  bought: readonly Bought[],
  {at, horizon, method, isNew}: {at: number; horizon: number; method: "popularity" | "repeat"; isNew: boolean}
) {
  const before = past(bought, at);
  const customersOf = (item: string, days: number) =>
    distinct(before.filter((one) => one.item === item && one.day >= at - days).map(({customer}) => customer));
  const sold = [...new Set(before.filter(({day}) => day >= at - 90).map(({item}) => item))];
  const popular = sold.toSorted(
    (a, b) => customersOf(b, 30) - customersOf(a, 30) || customersOf(b, 90) - customersOf(a, 90) || (a < b ? -1 : 1)
  );
  let [customers, hits, items] = [0, 0, 0];
  for (const customer of new Set(before.map((one) => one.customer))) {
    const next = new Set(
      past(bought, at + horizon, at)
        .filter((one) => one.customer === customer)
        .map(({item}) => item)
    );
    if (!next.size) continue;
    customers++;
    const daysOf = (item: string) =>
      before.filter((one) => one.customer === customer && one.item === item).map(({day}) => day);
    const offered = popular.filter((item) => !isNew || daysOf(item).length === 0);
    const list =
      method === "popularity"
        ? offered
        : offered.toSorted(
            (a, b) => daysOf(b).length - daysOf(a).length || Math.max(-1, ...daysOf(b)) - Math.max(-1, ...daysOf(a))
          );
    const found = list.slice(0, 10).filter((item) => next.has(item)).length;
    hits += Number(found > 0);
    items += found;
  }
  return {customers, hits, items_bought: items};
}

describe("a shop at random", () => {
  it("hits are those counted by going through every customer's list by hand", async () => {
    const bought = randomShop(11);
    const last = Math.max(...bought.map(({day}) => day));
    const warehouse = await ModelledWarehouse.of(deliver(bought), {}, all);
    const rows = await warehouse.rows("select * from int_recommendation_test where method in ('popularity', 'repeat')");
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const at = last + 1 - (row.stage === "choose" ? 2 : 1) * row.horizon_days;
      expect(row.from_on).toBe(isoDay(at));
      const {method, horizon_days: horizon, scope} = row;
      expect(row).toMatchObject(byHand(bought, {at, horizon, method, isNew: scope === "new"}));
    }
  }, 60_000);

  it("what to offer is the same in many parts and slices as in one, and no temporary table is left", async () => {
    const bought = randomShop(12);
    const {warehouse} = await ModelledWarehouse.of(deliver(bought), {}, all);
    const left = () => warehouse.rows("select table_name from duckdb_tables() where temporary");
    expect(await left()).toEqual([]);
    const [use, slices] = [await methodsInUse(warehouse), [0, 0]];
    for (const [way, sizes] of [undefined, {partLines: 50, sliceCustomers: 3}].entries()) {
      await warehouse.run(
        `create table offered_${way} (customer integer, item integer, place bigint, new_place bigint, buy_share double)`
      );
      const write = async () => {
        slices[way]!++;
        await warehouse.run(
          `insert into offered_${way} select customer, item, place, new_place, buy_share from next_item`
        );
      };
      await eachNext(warehouse, use, write, sizes);
    }
    expect(slices[0]).toBe(1);
    expect(slices[1]).toBeGreaterThan(distinct(bought.map(({customer}) => customer)) / 3);
    const rows = (way: number) => warehouse.rows(`select * from offered_${way} order by customer, place`);
    expect(await rows(1)).toEqual(await rows(0));
    expect((await rows(0)).length).toBeGreaterThan(100);
    await forgetHistory(warehouse);
    expect(await left()).toEqual([]);
  });
});
