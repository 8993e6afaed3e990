import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {ordersBandOf, silenceBandOf} from "./churnBands.ts";
import * as s from "../sql.ts";
import {intCustomerFeedback} from "../intermediate/int_customer_feedback.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intCustomerTickets} from "../intermediate/int_customer_tickets.ts";
import {intSnapshot} from "../intermediate/int_snapshot.ts";

/**
 * What was known of each customer at past month ends, one row per customer and snapshot after a first order.
 *
 * Snapshots are as_of and the month ends before it. Every feature reads only events up to the end of the snapshot day; has_churned
 * alone looks ahead: no order within the horizon after it, null until the horizon has closed. Refunds carry no date of their own and
 * count from the day of their order. The usual gap is the own median gap, else the median gap of all customers so far, else 91
 * days. silence_band cuts days since the last order ÷ median gap of all customers at 0.5, 1, 1.5, 2, 3, 5 and 10: with the number of
 * orders beside it, it tells leavers apart better than the silence in the own rhythm, which few gaps make noisy. orders_band is 1, 2–3
 * or 4 and more orders.
 */
export const martChurnFeatures = model({
  name: "mart_churn_features",
  title: {
    en: "What was known of each customer at past month ends, one row per customer and snapshot.",
    zh: "历次月末快照的客户特征，每位客户每个快照一行。"
  },
  from: [intCustomerFeedback, intCustomerOrders, intCustomerTickets, intSnapshot],
  grain: ["customer_id", "snapshot_on"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The day as of which the row is true.", "快照日。"),
    recency_days: c.wholeDays("Days since the last order.", "距最近订单天数。"),
    tenure_days: c.wholeDays("Days since the first order.", "距首单天数。"),
    orders: c.count("Orders so far.", "累计订单数。"),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_previous_90d: c.count("Orders in the 90 days before those.", "此前 90 天订单数。"),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    net_revenue_90d: c.money("Net revenue of the last 90 days.", "近 90 天净收入。"),
    net_revenue_previous_90d: c.money("Net revenue of the 90 days before those.", "此前 90 天净收入。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    average_order_value: c.money("Net revenue per order so far.", "客单价。"),
    median_gap_days: c.days("Own median gap between purchase days.", "自身购买间隔中位数。").nullable(),
    usual_gap_days: c.days("Own median gap, else that of all customers.", "常规间隔：自身中位数，否则取全体中位数。"),
    silence_ratio: c.number("Days since the last order ÷ usual gap.", "沉默倍数：距最近订单天数÷常规间隔。"),
    silence_band: c.integer(
      "Band of days since the last order ÷ median gap of all customers, 1 (just bought) to 8.",
      "沉默档位：距最近订单天数÷全体间隔中位数，1（刚购买）至 8。"
    ),
    orders_band: c.integer(
      "1: one order, 2: two or three, 3: four or more.",
      "订单档位：1 为一单，2 为二三单，3 为四单及以上。"
    ),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    last_nps_score: c.integer("Last NPS answer so far.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable(),
    is_horizon_closed: c.flag("The horizon after the snapshot is over.", "视野期是否已结束。"),
    has_churned: c.flag("No order within the horizon; null while it runs.", "视野期内未再下单；未结束为空。").nullable()
  }),
  query: (db) =>
    db
      .with("states", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .select(({ref}) => {
            const sequence = {partitionBy: [ref("customer_id")], orderBy: [ref("order_number")]};
            return [
              "customer_id",
              "ordered_on",
              "next_order_on",
              "first_order_on",
              ref("order_number").$notNull().as("orders"),
              s.running(s.sum(ref("net_revenue")), sequence).as("net_revenue"),
              s
                .running(s.median(s.onlyWhen(ref("is_first_of_day"), ref("days_since_previous"))), sequence)
                .as("median_gap_days")
            ];
          })
      )
      .with("known", (db) =>
        db
          .selectFrom("states")
          .crossJoin("int_snapshot")
          .whereRef("ordered_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(s.coalesce(ref("next_order_on"), s.never), ">", ref("snapshot_on")))
          .select(({ref}) => {
            const baseGap = s.coalesce(s.toDouble(ref("base_gap_days")), s.toDouble(s.num(91)));
            const usualGap = s.coalesce(ref("median_gap_days"), baseGap);
            const recency = s.daysBetween(ref("ordered_on"), ref("snapshot_on"));
            const returns = s.compare(s.coalesce(ref("next_order_on"), s.never), "<=", ref("horizon_on"));
            return [
              "customer_id",
              "snapshot_on",
              recency.as("recency_days"),
              s.daysBetween(ref("first_order_on"), ref("snapshot_on")).as("tenure_days"),
              "orders",
              "net_revenue",
              "median_gap_days",
              usualGap.as("usual_gap_days"),
              s.ratio(recency, usualGap).$notNull().as("silence_ratio"),
              silenceBandOf(s.ratio(recency, baseGap).$notNull()).as("silence_band"),
              "is_horizon_closed",
              s.onlyWhen(ref("is_horizon_closed"), s.not(returns)).as("has_churned")
            ];
          })
      )
      .with("recent", (db) =>
        db
          .selectFrom("int_customer_orders")
          .crossJoin("int_snapshot")
          .where("is_cancelled", "=", false)
          .whereRef("ordered_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(ref("ordered_on"), ">", s.addDays(ref("snapshot_on"), s.num(-365))))
          .groupBy(["customer_id", "snapshot_on"])
          .select(({ref}) => {
            const within = (days: number) =>
              s.compare(ref("ordered_on"), ">", s.addDays(ref("snapshot_on"), s.num(-days)));
            const ordersIn = (days: number) => s.count(s.onlyWhen(within(days), ref("ordered_on")));
            const revenueIn = (days: number) => s.sum(s.when(within(days), ref("net_revenue"), s.amount("0")));
            return [
              "customer_id",
              "snapshot_on",
              ordersIn(90).as("orders_90d"),
              ordersIn(180).as("orders_180d"),
              revenueIn(90).as("net_revenue_90d"),
              revenueIn(180).as("net_revenue_180d"),
              s.sum(ref("net_revenue")).as("net_revenue_365d")
            ];
          })
      )
      .with("contacts", (db) =>
        db
          .selectFrom("int_customer_tickets")
          .crossJoin("int_snapshot")
          .whereRef("opened_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(ref("opened_on"), ">", s.addDays(ref("snapshot_on"), s.num(-90))))
          .groupBy(["customer_id", "snapshot_on"])
          .select(["customer_id", "snapshot_on", s.countRows().as("tickets_90d")])
      )
      .with("answers", (db) =>
        db
          .selectFrom("int_customer_feedback")
          .crossJoin("int_snapshot")
          .where("instrument", "=", "nps")
          .whereRef("answered_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(s.coalesce(ref("next_answered_on"), s.never), ">", ref("snapshot_on")))
          .select(["customer_id", "snapshot_on", "score", "previous_score"])
      )
      .selectFrom("known")
      .leftJoin("recent", (on) =>
        on.onRef("recent.customer_id", "=", "known.customer_id").onRef("recent.snapshot_on", "=", "known.snapshot_on")
      )
      .leftJoin("contacts", (on) =>
        on
          .onRef("contacts.customer_id", "=", "known.customer_id")
          .onRef("contacts.snapshot_on", "=", "known.snapshot_on")
      )
      .leftJoin("answers", (on) =>
        on.onRef("answers.customer_id", "=", "known.customer_id").onRef("answers.snapshot_on", "=", "known.snapshot_on")
      )
      .select(({ref}) => {
        const zero = s.num(0);
        const [orders90, orders180] = [s.coalesce(ref("orders_90d"), zero), s.coalesce(ref("orders_180d"), zero)];
        const [revenue90, revenue180] = [
          s.coalesce(ref("net_revenue_90d"), s.amount("0")),
          s.coalesce(ref("net_revenue_180d"), s.amount("0"))
        ];
        return [
          "known.customer_id",
          "known.snapshot_on",
          "recency_days",
          "tenure_days",
          "orders",
          orders90.as("orders_90d"),
          s.subtract(orders180, orders90).as("orders_previous_90d"),
          "net_revenue",
          revenue90.as("net_revenue_90d"),
          s.subtract(revenue180, revenue90).as("net_revenue_previous_90d"),
          s.coalesce(ref("net_revenue_365d"), s.amount("0")).as("net_revenue_365d"),
          s
            .round(s.ratio(ref("net_revenue"), ref("orders")), 4)
            .$notNull()
            .as("average_order_value"),
          "median_gap_days",
          "usual_gap_days",
          "silence_ratio",
          "silence_band",
          ordersBandOf(ref("orders")).as("orders_band"),
          s.coalesce(ref("tickets_90d"), zero).as("tickets_90d"),
          ref("score").as("last_nps_score"),
          ref("previous_score").as("previous_nps_score"),
          "is_horizon_closed",
          "has_churned"
        ];
      })
});
