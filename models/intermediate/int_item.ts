import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOrderLines} from "../staging/stg_order_lines.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {stgProducts} from "../staging/stg_products.ts";
import {goodsLines} from "./goodsLines.ts";

/**
 * What was ever sold, one row per item: a product by its key or, where order lines have none, by its name.
 *
 * Numbers stand in the order of the keys; they are for joins and change when items are added. The price is the product's list price, else
 * what a unit brought on average.
 */
export const intItem = model({
  name: "int_item",
  title: {en: "What was ever sold, one row per item.", zh: "曾售出的商品，每个商品一行。"},
  from: [stgOrderLines, stgOrders, stgProducts],
  grain: ["item_number"],
  columns: z.strictObject({
    item_number: c.count("Number of the item within this build.", "本次构建中的商品序号。"),
    item_id: c.id("The product's key, else its name.", "商品编号；没有则为名称。", "public"),
    product_name: c.text("Name of the product.", "商品名称。").nullable(),
    category: c.text("Group of products.", "商品类别。").nullable(),
    unit_price: c
      .money("List price of a unit, else the average of what was paid.", "标价；没有则为平均成交价。")
      .nullable(),
    lines: c.count("Order lines that bought it.", "购买明细行数。")
  }),
  query: (db) =>
    db
      .with("goods", goodsLines)
      .with("sold", (db) =>
        db
          .selectFrom("goods")
          .groupBy("item_id")
          .select(({ref}) => [
            "item_id",
            s.max(ref("product_name")).$castTo<string | null>().as("line_name"),
            s.ratio(s.sum(ref("line_revenue")), s.sum(ref("quantity"))).as("mean_price"),
            s.countRows().as("lines")
          ])
      )
      .selectFrom("sold")
      .leftJoin("stg_products as product", "product.product_id", "sold.item_id")
      .select(({ref}) => [
        s.ordered(s.rowNumber(), {orderBy: [ref("sold.item_id")]}).as("item_number"),
        "sold.item_id",
        s.firstOf(ref("product.product_name"), ref("line_name")).as("product_name"),
        ref("product.category").as("category"),
        s.firstOf(ref("product.list_price"), s.toMoney(s.round(ref("mean_price"), 4))).as("unit_price"),
        "lines"
      ])
});
