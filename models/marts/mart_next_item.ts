import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martNextProduct} from "./mart_next_product.ts";

/** Rows that a page shows. */
const listed = 200;

/** To how many customers an item they never bought comes first, one row per item: what a campaign could offer, and to whom. */
export const martNextItem = model({
  name: "mart_next_item",
  title: {
    en: "To how many customers an item is the first new one to offer, one row per item.",
    zh: "首选新品推荐人数，每个商品一行。"
  },
  from: [martNextProduct],
  grain: ["item_id"],
  columns: z.strictObject({
    item_id: c.id("The product's key, else its name.", "商品编号；没有则为名称。", "public"),
    product_name: c.text("Name of the product.", "商品名称。").nullable(),
    category: c.text("Group of products.", "商品类别。").nullable(),
    unit_price: c.money("Price of a unit.", "单价。").nullable(),
    customers: c.count("Customers to whom it is the first new item to offer.", "以其为首选新品的客户数。"),
    cross_sell_customers: c.count("Of them, who never bought of its category.", "其中未买过该类别的客户数。"),
    up_sell_customers: c.count("Of them, who bought cheaper ones of its category.", "其中买过同类较低价商品的客户数。"),
    mean_buy_share: c.share("Their mean probability to buy it within the horizon.", "平均期内购买概率。").nullable(),
    expected_revenue: c.money("Σ of their expected revenue.", "预期收入合计。").nullable(),
    place: c.count("Place by customers, then by key.", "按客户数的名次。"),
    is_listed: c.flag("Among the first 200.", "前 200 名之一。")
  }),
  query: (db) =>
    db
      .with("offered", (db) =>
        db
          .selectFrom("mart_next_product")
          .where("new_rank", "=", 1)
          .groupBy("item_id")
          .select(({ref}) => [
            "item_id",
            s.min(ref("product_name")).$castTo<string | null>().as("product_name"),
            s.min(ref("category")).$castTo<string | null>().as("category"),
            s.min(ref("unit_price")).$castTo<number | null>().as("unit_price"),
            s.countRows().as("customers"),
            s.countRows().filterWhere("kind", "=", "cross_sell").as("cross_sell_customers"),
            s.countRows().filterWhere("kind", "=", "up_sell").as("up_sell_customers"),
            s
              .ratio(
                s.sum(s.toBigint(s.round(s.multiply(ref("buy_share"), s.num(1e6))))),
                s.multiply(s.num(1e6), s.countRows())
              )
              .as("mean_buy_share"),
            s.sum(ref("expected_revenue")).$castTo<number | null>().as("expected_revenue")
          ])
      )
      .with("placed", (db) =>
        db
          .selectFrom("offered")
          .selectAll()
          .select(({ref}) =>
            s.ordered(s.rowNumber(), {orderBy: [s.descending(ref("customers")), ref("item_id")]}).as("place")
          )
      )
      .selectFrom("placed")
      .selectAll()
      .select(({ref}) => s.compare(ref("place"), "<=", s.num(listed)).as("is_listed"))
});
