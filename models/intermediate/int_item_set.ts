import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {frequentSets} from "../baskets/frequentSets.ts";
import {model} from "../model.ts";
import {intBasket} from "./int_basket.ts";
import {intBasketItem} from "./int_basket_item.ts";

/**
 * Items that are often in one basket, one row per frequent set; also sets of one item.
 *
 * Baskets of more than 100 different items do not count. Where the configuration names no support, a set is frequent from 10 baskets and 0.05 % of
 * them on, or from more where over 2,000 sets of one size are (5,000 where it does).
 */
export const intItemSet = model({
  name: "int_item_set",
  title: {
    en: "Items that are often in one basket, one row per frequent set.",
    zh: "频繁同篮的商品组合，每个组合一行。"
  },
  from: [intBasket, intBasketItem],
  grain: ["set_number"],
  columns: z.strictObject({
    set_number: c.count("Number of the set.", "组合序号。"),
    items: c.text("Its item numbers, ascending, with blanks between.", "商品序号，升序、空格分隔。"),
    size: c.count("How many items it has.", "商品数。"),
    baskets: c.count("Baskets that hold all of them.", "包含全部商品的购物篮数。"),
    customers: c.count("Known customers of these baskets.", "这些购物篮的已识别客户数。"),
    all_baskets: c.count("Baskets that count.", "计入的购物篮总数。"),
    least_baskets: c.count("Baskets from which on a set is frequent.", "构成频繁组合的最少购物篮数。")
  }),
  procedure: {
    version: ({baskets: {leastSupport, mostItems}}) => [1, leastSupport, mostItems],
    make: async ({warehouse, settings, table}) => {
      const {baskets, least} = await frequentSets(warehouse, settings.baskets);
      await warehouse.run(`create or replace table ${table} as
        select row_number() over (order by set_id) as set_number, array_to_string(items, ' ') as items, len(items) as size, baskets,
          coalesce(customers, 0) as customers, ${baskets}::bigint as all_baskets, ${least}::bigint as least_baskets
        from item_set left join set_customers using (set_id)`);
      await warehouse.run("drop table item_set; drop table set_customers");
    }
  }
});
