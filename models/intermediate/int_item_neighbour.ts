import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {forgetHistory} from "../baskets/recommend/compare.ts";
import {makeCrowd, makeHistory, makeNear, makeOwn} from "../baskets/recommend/history.ts";
import {recommendVersion} from "../baskets/recommend/version.ts";
import {windowsOf} from "../baskets/recommend/windows.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intBasketItem} from "./int_basket_item.ts";

/**
 * Items that the same customers buy, one row per item and neighbour, at most 30 an item.
 *
 * Of the 40 items that each customer bought last; of at most 40,000 customers, drawn by the order of their pseudonyms.
 */
export const intItemNeighbour = model({
  name: "int_item_neighbour",
  title: {
    en: "Items that the same customers buy, one row per item and neighbour.",
    zh: "相近商品，每个商品每个邻近商品一行。"
  },
  from: [intAsOf, intBasketItem],
  grain: ["item_number", "place"],
  columns: z.strictObject({
    item_number: c.count("The item.", "商品序号。"),
    place: c.count("Place of the neighbour, from 1.", "邻近名次，从 1 开始。"),
    neighbour_number: c.count("The neighbour.", "邻近商品序号。"),
    customers: c.count("Customers who bought both.", "两者都买过的客户数。"),
    similarity: c.share(
      "Cosine of who bought them, less where few bought both.",
      "购买者的余弦相似度，共同购买者少时收缩。"
    )
  }),
  procedure: {
    version: () => [1, recommendVersion],
    make: async ({warehouse, table}) => {
      const {now} = await windowsOf(warehouse);
      const {lastTeacher} = await makeCrowd(warehouse);
      await makeHistory(warehouse, {from: 0, to: lastTeacher});
      await makeOwn(warehouse, {day: now, from: 0, to: lastTeacher});
      await makeNear(warehouse);
      await warehouse.run(`create or replace table ${table} as
        select item::bigint as item_number, place, near::bigint as neighbour_number, customers, similarity from near_item`);
      await forgetHistory(warehouse);
    }
  }
});
