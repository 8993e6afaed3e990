import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";

/**
 * Orders, customers and net revenue of known customers, one row per calendar month with an order.
 *
 * The running month is marked partial. What unidentified orders add is in mart_ledger.
 */
export const martMonth = model({
  name: "mart_month",
  title: {
    en: "Orders, customers and net revenue, one row per month.",
    zh: "订单、客户与净收入，每月一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["order_month"],
  columns: z.strictObject({
    order_month: c.month("The calendar month.", "自然月。"),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    active_customers: c.count("Customers with an order.", "有订单的客户数。"),
    new_customers: c.count("Of them with their first.", "其中首次下单的客户数。"),
    returning_customers: c.count("Of them with an earlier month.", "其中以往月份下过单的客户数。"),
    net_revenue: c.money("Net revenue of known customers.", "已识别客户净收入。"),
    new_net_revenue: c.money("Of it from new customers.", "其中新客收入。"),
    average_order_value: c.money("Net revenue per order.", "客单价。"),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("months", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy("order_month")
          .select(({ref}) => [
            "order_month",
            s.countRows().as("orders"),
            s.countRows().filterWhere("is_first_of_month", "=", true).as("active_customers"),
            s.countRows().filterWhere("is_first", "=", true).as("new_customers"),
            s.sum(ref("net_revenue")).as("net_revenue"),
            s
              .sum(s.when(s.compare(ref("cohort_month"), "=", ref("order_month")), ref("net_revenue"), s.amount("0")))
              .as("new_net_revenue")
          ])
      )
      .selectFrom("months")
      .crossJoin("int_as_of")
      .select(({ref}) => [
        "order_month",
        "orders",
        "active_customers",
        "new_customers",
        s.subtract(ref("active_customers"), ref("new_customers")).as("returning_customers"),
        "net_revenue",
        "new_net_revenue",
        s
          .round(s.ratio(ref("net_revenue"), ref("orders")), 4)
          .$notNull()
          .as("average_order_value"),
        s.compare(ref("order_month"), ">", ref("last_complete_month")).as("is_partial")
      ])
});
