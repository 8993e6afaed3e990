import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";

/**
 * Orders of known customers in their sequence, one row per order.
 *
 * Cancelled orders keep their row but have no number and no gap. A customer's orders stand by time, then by order_id. Orders of one
 * day have a gap of 0: a gap above 0 lies between two consecutive purchase days.
 */
export const intCustomerOrders = model({
  name: "int_customer_orders",
  title: {
    en: "Orders of known customers in their sequence, one row per order.",
    zh: "已识别客户的订单序列，每单一行。"
  },
  from: [stgOrders, intCustomerKeys],
  grain: ["order_id"],
  shard: "customer_id",
  columns: z.strictObject({
    order_id: c.id("The source's own key of the order.", "订单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ordered_at: c.instant("When the order was placed.", "下单时间。"),
    ordered_on: c.day("Business day of it.", "下单日期。"),
    order_month: c.month("Month of it.", "下单月份。"),
    is_cancelled: c.flag("Counts in no revenue and no sequence.", "已取消。"),
    units: c.money("Units over all lines.", "商品件数。"),
    net_revenue: c.money("Net revenue; zero where cancelled.", "净收入；取消为零。"),
    refunded: c.money("Paid back.", "退款额。"),
    order_number: c.count("Place among the customer's orders.", "客户的第几单。").nullable(),
    days_since_previous: c.wholeDays("Days since the order before.", "距上一单天数。").nullable(),
    next_order_on: c.day("Day of the next order.", "下一单日期。").nullable(),
    is_first: c.flag("The customer's first order.", "是否首单。"),
    is_first_of_day: c.flag("Opens a purchase day.", "是否当日首单。"),
    is_first_of_month: c.flag("Opens a month in which the customer orders.", "是否当月首单。"),
    first_order_on: c.day("Day of the customer's first order.", "客户首单日期。").nullable(),
    cohort_month: c.month("Month of the customer's first order.", "客户首单月份。").nullable(),
    sales_channel: c.text("Where the order was placed.", "下单渠道。").nullable(),
    country: c.text("Country of delivery.", "收货国家。").nullable()
  }),
  query: (db) =>
    db
      .with("sequenced", (db) =>
        db.selectFrom(knownRows(db, stgOrders).as("known")).select(({ref}) => {
          const counts = s.not(ref("is_cancelled"));
          const countedOn = s.onlyWhen(counts, ref("ordered_on"));
          const sequence = {
            partitionBy: [ref("customer_id")],
            orderBy: [ref("is_cancelled"), ref("ordered_at"), ref("order_id")]
          };
          return [
            "order_id",
            "customer_id",
            "ordered_at",
            "ordered_on",
            "order_month",
            "is_cancelled",
            "units",
            "net_revenue",
            "refunded",
            "sales_channel",
            "country",
            s.onlyWhen(counts, s.ordered(s.rowNumber(), sequence)).as("order_number"),
            s.onlyWhen(counts, s.ordered(s.lag(ref("ordered_on")), sequence)).as("previous_on"),
            s.ordered(s.lead(countedOn), sequence).as("next_order_on"),
            s.running(s.min(countedOn), sequence).$castTo<Date | null>().as("first_order_on")
          ];
        })
      )
      .selectFrom("sequenced")
      .select(({ref}) => {
        const gap = s.daysBetween(ref("previous_on"), ref("ordered_on")).$castTo<number | null>();
        return [
          "order_id",
          "customer_id",
          "ordered_at",
          "ordered_on",
          "order_month",
          "is_cancelled",
          "units",
          "net_revenue",
          "refunded",
          "order_number",
          gap.as("days_since_previous"),
          "next_order_on",
          s.compare(s.coalesce(ref("order_number"), s.num(0)), "=", s.num(1)).as("is_first"),
          s
            .both(s.isKnown(ref("order_number")), s.compare(s.coalesce(gap, s.num(1)), ">", s.num(0)))
            .as("is_first_of_day"),
          s
            .both(
              s.isKnown(ref("order_number")),
              s.compare(
                s.coalesce(s.monthsBetween(ref("previous_on"), ref("ordered_on")).$castTo<number | null>(), s.num(1)),
                ">",
                s.num(0)
              )
            )
            .as("is_first_of_month"),
          "first_order_on",
          s.month(ref("first_order_on")).as("cohort_month"),
          "sales_channel",
          "country"
        ];
      })
});
