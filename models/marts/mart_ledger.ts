import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {stgOrders} from "../staging/stg_orders.ts";

/**
 * All orders accounted for, one row per calendar month.
 *
 * orders = cancelled + counted; counted = known + unidentified; net revenue likewise. An order is unidentified where no source
 * names its customer by key, e-mail or telephone number.
 */
export const martLedger = model({
  name: "mart_ledger",
  title: {
    en: "All orders accounted for, one row per month.",
    zh: "全部订单的核对账，每月一行。"
  },
  from: [intAsOf, intCustomerOrders, stgOrders],
  grain: ["order_month"],
  columns: z.strictObject({
    order_month: c.month("The calendar month.", "自然月。"),
    orders: c.count("All orders.", "全部订单数。"),
    cancelled_orders: c.count("Of them cancelled: no revenue.", "其中取消：不计收入。"),
    counted_orders: c.count("Of them not cancelled.", "其中未取消。"),
    known_orders: c.count("Of the counted, those of known customers.", "已识别客户的订单数。"),
    unidentified_orders: c.count("Of the counted, the others.", "未识别客户的订单数。"),
    net_revenue: c.money("Net revenue of the counted orders.", "净收入合计。"),
    known_net_revenue: c.money("Of it of known customers.", "其中已识别客户。"),
    unidentified_net_revenue: c.money("Of it of the others.", "其中未识别客户。"),
    refunded: c.money("Paid back on the counted orders.", "退款额。"),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("all_orders", (db) =>
        db
          .selectFrom("stg_orders")
          .groupBy("order_month")
          .select(({ref}) => [
            "order_month",
            s.countRows().as("orders"),
            s.countRows().filterWhere("is_cancelled", "=", true).as("cancelled_orders"),
            s.countRows().filterWhere("is_cancelled", "=", false).as("counted_orders"),
            s.sum(ref("net_revenue")).as("net_revenue"),
            s.sum(s.when(ref("is_cancelled"), s.amount("0"), ref("refunded"))).as("refunded")
          ])
      )
      .with("of_known", (db) =>
        db
          .selectFrom("int_customer_orders")
          .groupBy("order_month")
          .select(({ref}) => [
            ref("order_month").as("known_month"),
            s.countRows().filterWhere("is_cancelled", "=", false).as("known_orders"),
            s.sum(ref("net_revenue")).as("known_net_revenue")
          ])
      )
      .selectFrom("all_orders")
      .leftJoin("of_known", "known_month", "order_month")
      .crossJoin("int_as_of")
      .select(({ref}) => {
        const knownOrders = s.coalesce(ref("known_orders"), s.num(0));
        const knownRevenue = s.coalesce(ref("known_net_revenue"), s.amount("0"));
        return [
          "order_month",
          "orders",
          "cancelled_orders",
          "counted_orders",
          knownOrders.as("known_orders"),
          s.subtract(ref("counted_orders"), knownOrders).as("unidentified_orders"),
          "net_revenue",
          knownRevenue.as("known_net_revenue"),
          s.subtract(ref("net_revenue"), knownRevenue).as("unidentified_net_revenue"),
          "refunded",
          s.compare(ref("order_month"), ">", ref("last_complete_month")).as("is_partial")
        ];
      })
});
