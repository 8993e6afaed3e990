import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";

/**
 * Monthly retention by acquisition cohort, one row per cohort and elapsed month.
 *
 * A customer joins the cohort of the month of their first order and is active in each month with one. Months in which nobody of the
 * cohort ordered are absent; the running month is marked partial. Unbounded retention counts an order in month k or any later month.
 */
export const martCohortRetention = model({
  name: "mart_cohort_retention",
  title: {
    en: "Monthly retention by acquisition cohort, one row per cohort and elapsed month.",
    zh: "按首单月份的逐月留存，每个同期群每个月龄一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["cohort_month", "months_since_first"],
  columns: z.strictObject({
    cohort_month: c.month("First day of the cohort's month.", "同期群月份首日。"),
    months_since_first: c.count(
      "Whole calendar months since the first; 0 is the first.",
      "距首单月的整月数，0 为首月。"
    ),
    order_month: c.month("The calendar month observed.", "所观察的自然月。"),
    cohort_customers: c.count("Customers in the cohort.", "同期群客户数。"),
    active_customers: c.count("Of them with an order in this month.", "本月有订单的客户数。"),
    retention_share: c.share("Active customers ÷ cohort customers.", "留存率：活跃客户÷同期群客户。"),
    returning_later_customers: c.count("Of them with an order in this month or later.", "本月或之后有订单的客户数。"),
    returning_later_share: c.share("Unbounded retention.", "无界留存率。"),
    orders: c.count("Orders of the cohort in this month.", "同期群本月订单数。"),
    net_revenue: c.money("Net revenue of the cohort in this month.", "同期群本月净收入。"),
    cumulative_net_revenue: c.money("Net revenue of the cohort up to this month.", "同期群累计净收入。"),
    revenue_per_customer: c.money("Cumulative net revenue ÷ cohort customers.", "人均累计净收入。"),
    revenue_retention_ratio: c
      .number("Net revenue ÷ that of month 0; null where that is zero.", "收入留存：本月÷首月净收入；首月为零则空。")
      .nullable(),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("activity", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy(["cohort_month", "order_month"])
          .select(({ref}) => [
            ref("cohort_month").$notNull().as("cohort_month"),
            "order_month",
            s.monthsBetween(ref("cohort_month"), ref("order_month")).as("months_since_first"),
            s.countRows().filterWhere("is_first", "=", true).as("joining_customers"),
            s.countRows().filterWhere("is_first_of_month", "=", true).as("active_customers"),
            s.countRows().filterWhere("next_order_on", "is", null).as("last_seen_customers"),
            s.countRows().as("orders"),
            s.sum(ref("net_revenue")).as("net_revenue")
          ])
      )
      .with("cumulated", (db) =>
        db.selectFrom("activity").select(({ref}) => {
          const cohort = [ref("cohort_month")];
          return [
            "cohort_month",
            "order_month",
            "months_since_first",
            "active_customers",
            "orders",
            "net_revenue",
            s.toBigint(s.overall(s.sum(ref("joining_customers")), ...cohort)).as("cohort_customers"),
            s
              .toBigint(
                s.running(s.sum(ref("last_seen_customers")), {
                  partitionBy: cohort,
                  orderBy: [s.descending(ref("order_month"))]
                })
              )
              .as("returning_later_customers"),
            s
              .running(s.sum(ref("net_revenue")), {partitionBy: cohort, orderBy: [ref("order_month")]})
              .as("cumulative_net_revenue"),
            s
              .overall(
                s.sum(s.onlyWhen(s.compare(ref("months_since_first"), "=", s.num(0)), ref("net_revenue"))),
                ...cohort
              )
              .as("first_net_revenue")
          ];
        })
      )
      .selectFrom("cumulated")
      .crossJoin("int_as_of")
      .select(({ref}) => [
        "cohort_month",
        "months_since_first",
        "order_month",
        "cohort_customers",
        "active_customers",
        s.ratio(ref("active_customers"), ref("cohort_customers")).$notNull().as("retention_share"),
        "returning_later_customers",
        s.ratio(ref("returning_later_customers"), ref("cohort_customers")).$notNull().as("returning_later_share"),
        "orders",
        "net_revenue",
        "cumulative_net_revenue",
        s
          .round(s.ratio(ref("cumulative_net_revenue"), ref("cohort_customers")), 4)
          .$notNull()
          .as("revenue_per_customer"),
        s.ratio(ref("net_revenue"), ref("first_net_revenue")).as("revenue_retention_ratio"),
        s.compare(ref("order_month"), ">", ref("last_complete_month")).as("is_partial")
      ])
});
