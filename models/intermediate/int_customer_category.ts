import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {descending, ordered, rowNumber, sum} from "../sql.ts";
import {stgOrderLines} from "../staging/stg_order_lines.ts";
import {stgProducts} from "../staging/stg_products.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/** What a customer buys, one row per customer and product category; cancelled orders and uncategorised lines are left out. */
export const intCustomerCategory = model({
  name: "int_customer_category",
  title: {en: "What a customer buys, one row per customer and category.", zh: "客户购买的类别，每位客户每类一行。"},
  from: [intCustomerOrders, stgOrderLines, stgProducts],
  grain: ["customer_id", "category"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    category: c.text("Group of products.", "商品类别。"),
    line_revenue: c.money("Revenue of the lines after line discounts.", "行收入（扣行折扣）。"),
    category_rank: c.count("Place by revenue, then by name.", "按收入的名次。")
  }),
  query: (db) =>
    db
      .with("bought", (db) =>
        db
          .selectFrom("stg_order_lines")
          .innerJoin("stg_products", "stg_products.product_id", "stg_order_lines.product_id")
          .innerJoin("int_customer_orders", "int_customer_orders.order_id", "stg_order_lines.order_id")
          .where("category", "is not", null)
          .where("is_cancelled", "=", false)
          .groupBy(["customer_id", "category"])
          .select(({ref}) => [
            "customer_id",
            ref("category").$notNull().as("category"),
            sum(ref("line_revenue")).as("line_revenue")
          ])
      )
      .selectFrom("bought")
      .select(({ref}) => [
        "customer_id",
        "category",
        "line_revenue",
        ordered(rowNumber(), {
          partitionBy: [ref("customer_id")],
          orderBy: [descending(ref("line_revenue")), ref("category")]
        }).as("category_rank")
      ])
});
