import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {rfmScores} from "../intermediate/rfmScores.ts";

/**
 * Recency, frequency and monetary scores with the segment they name, one row per customer with an order in the window.
 *
 * The window ends at as_of and is as long as the configuration says. Frequency is distinct orders; purchase_days merges orders of the
 * same day. A score is one more than the number of 20/40/60/80 % quantiles (Hyndman–Fan type 7) strictly below the value, counted
 * downwards for recency, so that equal values always share a score; a measure with four limits in the configuration is cut at those
 * instead. Source: Hughes, Strategic Database Marketing (1994), with quantile cuts in place of equal-sized fifths.
 */
export const martRfm = model({
  name: "mart_rfm",
  title: {
    en: "Recency, frequency and monetary scores, one row per customer with an order in the window.",
    zh: "近度、频度、金额得分，窗口内有订单的客户每人一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    recency_days: c.wholeDays("Days from the last order to as_of.", "最近订单距今天数。"),
    frequency: c.count("Distinct orders in the window.", "窗口内订单数。"),
    purchase_days: c.count("Distinct days with an order in the window.", "窗口内有订单的天数。"),
    monetary: c.money("Net revenue in the window.", "窗口内净收入。"),
    recency_score: c.score("5: most recent.", "近度得分，5 为最近。"),
    frequency_score: c.score("5: most frequent.", "频度得分，5 为最频繁。"),
    monetary_score: c.score("5: highest revenue.", "金额得分，5 为最高。"),
    segment: c.text("Segment named by the three scores.", "由三项得分决定的分群。")
  }),
  query: (db, settings) => rfmScores(db, settings)
});
