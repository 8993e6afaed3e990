import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/** Orders as baskets, one row per order that was not cancelled, with short numbers for what is joined millions of times. */
export const intBasket = model({
  name: "int_basket",
  title: {en: "Orders as baskets, one row per order that was not cancelled.", zh: "购物篮，每个未取消订单一行。"},
  from: [stgOrders, intCustomerOrders],
  grain: ["basket_number"],
  columns: z.strictObject({
    basket_number: c.count(
      "Number of the basket within this build, by order_id.",
      "本次构建中的购物篮序号（按订单号）。"
    ),
    order_id: c.id("The source's own key of the order.", "订单号。"),
    customer_id: c
      .id("The customer, as a pseudonym; null where nobody is known.", "客户（假名）；未知为空。")
      .nullable(),
    customer_number: c
      .count(
        "Number of the customer within this build: the rank of the pseudonym.",
        "本次构建中的客户序号（按假名排序）。"
      )
      .nullable(),
    ordered_on: c.day("Business day of the order.", "下单日期。")
  }),
  query: (db) =>
    db
      .selectFrom("stg_orders")
      .leftJoin("int_customer_orders as known", "known.order_id", "stg_orders.order_id")
      .where("stg_orders.is_cancelled", "=", false)
      .select(({ref}) => [
        s.ordered(s.rowNumber(), {orderBy: [ref("stg_orders.order_id")]}).as("basket_number"),
        "stg_orders.order_id",
        ref("known.customer_id").as("customer_id"),
        s
          .onlyWhen(
            s.isKnown(ref("known.customer_id")),
            s.ordered(s.rank(), {orderBy: [s.coalesce(ref("known.customer_id"), s.text("~"))]})
          )
          .as("customer_number"),
        "stg_orders.ordered_on"
      ])
});
