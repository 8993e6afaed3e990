import {describe, expect, it} from "vitest";
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
});
