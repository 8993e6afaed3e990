import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerValue} from "../intermediate/int_customer_value.ts";
import {intRfmDay} from "../intermediate/int_rfm_day.ts";
import {intRfmMonth} from "../intermediate/int_rfm_month.ts";
import {abcClasses} from "./abcClass.ts";
import {martAbc} from "./mart_abc.ts";
import {martRfm} from "./mart_rfm.ts";

/** How many customers the list holds. */
const longest = 20;

/**
 * The most valuable customers who went quiet, one row per place.
 *
 * Of class A+, A or A-, and with a recency score of 1 or 2 or without an order in the scored window. They stand by descending net revenue
 * so far, then customer_id; `quiet_customers` and `quiet_revenue`, the same on each row, are of all such customers.
 */
export const martQuietCustomer = model({
  name: "mart_quiet_customer",
  title: {
    en: "The most valuable customers who went quiet, one row per place.",
    zh: "沉寂的高价值客户，每个名次一行。"
  },
  from: [intAsOf, intCustomerValue, intRfmDay, intRfmMonth, martAbc, martRfm],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place by net revenue, from 1.", "按净收入的名次，从 1 开始。"),
    quiet_customers: c.count("All such customers.", "此类客户总数。"),
    quiet_revenue: c.money("Net revenue of all such customers so far.", "此类客户的累计净收入。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    abc_class: c.oneOf(abcClasses, "Class by cumulative revenue.", "按累计收入的 ABC 等级。"),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    days_since_last_order: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。"),
    median_gap_days: c.days("Own median gap between purchase days.", "自身购买间隔中位数。").nullable(),
    segment: c.text("Segment; null without an order in the window.", "分群；窗口内无订单则空。").nullable(),
    past_segment: c.text("Segment twelve month ends ago.", "十二个月前（月末）的分群。").nullable()
  }),
  query: (db) =>
    db
      .with("past", (db) =>
        db
          .selectFrom("int_rfm_month")
          .innerJoin("int_rfm_day", "int_rfm_day.month_on", "int_rfm_month.month_on")
          .where("months_before", "=", 12)
          .select(({ref}) => [ref("customer_id").as("past_customer"), ref("segment").as("past_segment")])
      )
      .with("quiet", (db) =>
        db
          .selectFrom("mart_abc as abc")
          .innerJoin("int_customer_value as bought", "bought.customer_id", "abc.customer_id")
          .leftJoin("mart_rfm as rfm", "rfm.customer_id", "abc.customer_id")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(s.left(ref("abc_class"), 1), "=", s.text("A")))
          .where(({ref}) => s.compare(s.coalesce(ref("recency_score"), s.num(0)), "<=", s.num(2)))
          .select(({ref}) => {
            const sequence = {orderBy: [s.descending(ref("abc.net_revenue")), ref("abc.customer_id")]};
            return [
              s.ordered(s.rowNumber(), sequence).as("place"),
              s.overall(s.countRows()).as("quiet_customers"),
              s.overall(s.sum(ref("abc.net_revenue"))).as("quiet_revenue"),
              "abc.customer_id",
              "abc_class",
              "abc.net_revenue",
              "orders",
              s.daysBetween(ref("last_order_on"), ref("as_of_on")).as("days_since_last_order"),
              "median_gap_days",
              "segment"
            ];
          })
      )
      .selectFrom("quiet")
      .leftJoin("past", "past_customer", "customer_id")
      .where("place", "<=", longest)
      .select([
        "place",
        "quiet_customers",
        "quiet_revenue",
        "customer_id",
        "abc_class",
        "net_revenue",
        "orders",
        "days_since_last_order",
        "median_gap_days",
        "segment",
        "past_segment"
      ])
});
