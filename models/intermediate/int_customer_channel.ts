import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/** Where a customer buys, one row per customer and sales channel; cancelled orders and orders of no channel are left out. */
export const intCustomerChannel = model({
  name: "int_customer_channel",
  title: {
    en: "Where a customer buys, one row per customer and sales channel.",
    zh: "客户下单渠道，每位客户每个渠道一行。"
  },
  from: [intCustomerOrders],
  grain: ["customer_id", "sales_channel"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    sales_channel: c.text("Where the orders were placed.", "下单渠道。"),
    orders: c.count("Orders placed there.", "该渠道订单数。"),
    channel_rank: c.count(
      "Place by orders, then by the latest order, then by name.",
      "按订单数、最近订单、名称排列的名次。"
    )
  }),
  query: (db) =>
    db
      .with("bought", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("sales_channel", "is not", null)
          .where("is_cancelled", "=", false)
          .groupBy(["customer_id", "sales_channel"])
          .select(({ref}) => [
            "customer_id",
            ref("sales_channel").$notNull().as("sales_channel"),
            s.countRows().as("orders"),
            s.max(ref("ordered_at")).as("last_ordered_at")
          ])
      )
      .selectFrom("bought")
      .select(({ref}) => [
        "customer_id",
        "sales_channel",
        "orders",
        s
          .ordered(s.rowNumber(), {
            partitionBy: [ref("customer_id")],
            orderBy: [s.descending(ref("orders")), s.descending(ref("last_ordered_at")), ref("sales_channel")]
          })
          .as("channel_rank")
      ])
});
