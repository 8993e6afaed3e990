import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intPurchaseSpan, purchaseSpans} from "./int_purchase_span.ts";

/**
 * What a purchase model knows of a customer, one row per span and customer who had bought by its end.
 *
 * A purchase is a customer-day: orders of one day are one. repeat_days is x, last_age_days t_x, age_days T of the papers, in days. Spend
 * per repeat purchase day leaves out the first day, as Fader & Hardie (2013) do. Orders after the span count as held out, never as known.
 */
export const intPurchaseHistory = model({
  name: "int_purchase_history",
  title: {
    en: "What a purchase model knows of a customer, one row per span and customer.",
    zh: "购买模型所知的客户历史，每个区间与客户一行。"
  },
  from: [intPurchaseSpan, intCustomerOrders],
  grain: ["span", "customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    first_on: c.day("Day of the first purchase.", "首次购买日。"),
    repeat_days: c.count("Purchase days after the first (x).", "首次之后的购买天数（x）。"),
    last_age_days: c.wholeDays("From the first to the last purchase (t_x).", "首次至最近购买的天数（t_x）。"),
    age_days: c.wholeDays("From the first purchase to the end of the span (T).", "首次购买至区间末的天数（T）。"),
    repeat_spend: c
      .money(
        "Mean net revenue per repeat purchase day; null where none, or not above zero.",
        "每个重复购买日的平均净收入。"
      )
      .nullable(),
    first_spend: c.money("Net revenue of the first purchase day.", "首个购买日的净收入。"),
    heldout_days: c
      .count("Purchase days in the horizon after the span; calibration only.", "留出期内的购买天数。")
      .nullable(),
    heldout_revenue: c.money("Net revenue in it.", "留出期内的净收入。").nullable()
  }),
  query: (db) =>
    db
      .with("known", (db) =>
        db
          .selectFrom("int_customer_orders")
          .crossJoin("int_purchase_span")
          .where("is_cancelled", "=", false)
          .whereRef("first_order_on", "<=", "to_on")
          .groupBy(["span", "customer_id", "to_on"])
          .select(({ref}) => {
            const isKnown = s.compare(ref("ordered_on"), "<=", ref("to_on"));
            const isFirst = s.compare(ref("ordered_on"), "=", ref("first_order_on"));
            const isAhead = s.both(
              s.not(isKnown),
              s.compare(ref("ordered_on"), "<=", s.addDays(ref("to_on"), ref("horizon_days")))
            );
            const revenueWhere = (condition: s.Value<boolean>) =>
              s.sum(s.when(condition, ref("net_revenue"), s.amount("0")));
            const daysWhere = (condition: s.Value<boolean>) =>
              s.count(s.onlyWhen(s.both(condition, ref("is_first_of_day")), s.num(1)));
            return [
              "span",
              "customer_id",
              "to_on",
              s.min(ref("ordered_on")).as("first_on"),
              s
                .max(s.when(isKnown, ref("ordered_on"), ref("first_order_on")))
                .$notNull()
                .as("last_on"),
              daysWhere(isKnown).as("purchase_days"),
              revenueWhere(s.both(isKnown, s.not(isFirst))).as("repeat_revenue"),
              revenueWhere(isFirst).as("first_spend"),
              daysWhere(isAhead).as("days_ahead"),
              revenueWhere(isAhead).as("revenue_ahead")
            ];
          })
      )
      .selectFrom("known")
      .select(({ref}) => {
        const repeats = s.subtract(ref("purchase_days"), s.num(1));
        const isHeldOut = s.compare(ref("span"), "=", s.text("calibration"));
        const spend = s.round(s.ratio(ref("repeat_revenue"), repeats), 4);
        return [
          "span",
          "customer_id",
          "first_on",
          repeats.as("repeat_days"),
          s.daysBetween(ref("first_on"), ref("last_on")).as("last_age_days"),
          s.daysBetween(ref("first_on"), ref("to_on")).as("age_days"),
          s.toMoney(s.onlyWhen(s.compare(spend, ">", s.num(0)), spend)).as("repeat_spend"),
          "first_spend",
          s.onlyWhen(isHeldOut, ref("days_ahead")).as("heldout_days"),
          s.onlyWhen(isHeldOut, ref("revenue_ahead")).as("heldout_revenue")
        ];
      })
});
