import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/** What a customer has bought; cancelled orders count only where they are named. */
export const valueColumns = {
  orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
  cancelled_orders: c.count("Cancelled orders.", "取消的订单数。"),
  orders_30d: c.count("Orders in the last 30 days.", "近 30 天订单数。"),
  orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
  orders_365d: c.count("Orders in the last 365 days.", "近 365 天订单数。"),
  net_revenue: c.money("Net revenue so far.", "累计净收入。"),
  net_revenue_30d: c.money("Net revenue of the last 30 days.", "近 30 天净收入。"),
  net_revenue_90d: c.money("Net revenue of the last 90 days.", "近 90 天净收入。"),
  net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
  units: c.money("Units bought so far, returned ones off.", "累计购买件数（扣除退货）。"),
  refunded: c.money("Paid back so far on the counted orders.", "累计退款额（不含取消的订单）。")
};

/** What a customer has bought up to as_of, one row per customer with an order; windows end at as_of and count its day. */
export const intCustomerValue = model({
  name: "int_customer_value",
  title: {
    en: "What a customer has bought, one row per customer with an order.",
    zh: "客户购买汇总，每位有订单的客户一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    first_any_order_on: c.day("Day of the first order, cancelled or not.", "首个订单日期（含取消）。"),
    first_order_on: c.day("Day of the first order.", "首单日期。").nullable(),
    last_order_on: c.day("Day of the last order.", "最近下单日期。").nullable(),
    ...valueColumns,
    median_gap_days: c.days("Median days between purchase days.", "购买日间隔中位数。").nullable(),
    order_country: c.text("Country of the last order.", "最近订单的国家。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_orders")
      .crossJoin("int_as_of")
      .groupBy("customer_id")
      .select(({ref}) => {
        const age = s.daysBetween(ref("ordered_on"), ref("as_of_on"));
        const counts = s.not(ref("is_cancelled"));
        const ordersIn = (days: number) =>
          s.count(s.onlyWhen(s.both(counts, s.compare(age, "<", s.num(days))), ref("order_id")));
        const revenueIn = (days: number) =>
          s.sum(s.when(s.compare(age, "<", s.num(days)), ref("net_revenue"), s.amount("0")));
        return [
          "customer_id",
          s.min(ref("ordered_on")).as("first_any_order_on"),
          s.min(ref("first_order_on")).$castTo<Date | null>().as("first_order_on"),
          s
            .max(s.onlyWhen(counts, ref("ordered_on")))
            .$castTo<Date | null>()
            .as("last_order_on"),
          s.count(s.onlyWhen(counts, ref("order_id"))).as("orders"),
          s.count(s.onlyWhen(ref("is_cancelled"), ref("order_id"))).as("cancelled_orders"),
          ordersIn(30).as("orders_30d"),
          ordersIn(90).as("orders_90d"),
          ordersIn(365).as("orders_365d"),
          s.sum(ref("net_revenue")).as("net_revenue"),
          revenueIn(30).as("net_revenue_30d"),
          revenueIn(90).as("net_revenue_90d"),
          revenueIn(365).as("net_revenue_365d"),
          s.sum(s.when(counts, ref("units"), s.amount("0"))).as("units"),
          s.sum(s.when(counts, ref("refunded"), s.amount("0"))).as("refunded"),
          s.median(s.onlyWhen(ref("is_first_of_day"), ref("days_since_previous"))).as("median_gap_days"),
          s
            .max(s.onlyWhen(s.both(counts, s.isNull(ref("next_order_on"))), ref("country")))
            .$castTo<string | null>()
            .as("order_country")
        ];
      })
});
