import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOrderLines} from "../staging/stg_order_lines.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {goodsLines} from "./goodsLines.ts";
import {intBasket} from "./int_basket.ts";
import {intItem} from "./int_item.ts";

/** What is in each basket, one row per basket and item. Lines of one item are one; what was given back on the spot does not count. */
export const intBasketItem = model({
  name: "int_basket_item",
  title: {en: "What is in each basket, one row per basket and item.", zh: "购物篮内的商品，每个购物篮每个商品一行。"},
  from: [intBasket, intItem, stgOrderLines, stgOrders],
  grain: ["basket_number", "item_number"],
  columns: z.strictObject({
    basket_number: c.count("The basket.", "购物篮序号。"),
    item_number: c.count("The item.", "商品序号。"),
    customer_number: c.count("The customer; null where nobody is known.", "客户序号；未知为空。").nullable(),
    ordered_on: c.day("Business day of the order.", "下单日期。"),
    units: c.money("Units of the item.", "件数。"),
    line_revenue: c.money("Quantity × unit price − line discounts.", "行收入：数量×单价−行折扣。")
  }),
  query: (db) =>
    db
      .with("goods", goodsLines)
      .selectFrom("goods")
      .innerJoin("int_item as item", "item.item_id", "goods.item_id")
      .innerJoin("int_basket as basket", "basket.order_id", "goods.order_id")
      .groupBy(["basket_number", "item_number"])
      .select(({ref}) => [
        "basket_number",
        "item_number",
        s.min(ref("customer_number")).$castTo<number | null>().as("customer_number"),
        s.min(ref("ordered_on")).as("ordered_on"),
        s.sum(ref("quantity")).as("units"),
        s.sum(ref("line_revenue")).as("line_revenue")
      ])
});
