import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {cutsBelow, cutsOf, fifths, inWindow} from "./quantileScore.ts";
import {segmentOf} from "./segmentOf.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";

/**
 * Recency, frequency and monetary scores with the segment they name, one row per customer with an order in the window.
 *
 * The window ends at as_of and is as long as the configuration says. Frequency is distinct orders; purchase_days merges orders of the
 * same day. A score is one more than the number of 20/40/60/80 % quantiles (Hyndman–Fan type 7) strictly below the value, counted
 * downwards for recency, so that equal values always share a score. Source: Hughes, Strategic Database Marketing (1994), with
 * quantile cuts in place of equal-sized fifths.
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
    segment: c.text("Segment named by recency × frequency.", "由近度×频度决定的分群。")
  }),
  query: (db, settings) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .crossJoin("int_as_of")
          .where("is_cancelled", "=", false)
          .where(({ref}) => inWindow(s.daysBetween(ref("ordered_on"), ref("as_of_on")), settings.rfm.windowDays))
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            s.min(s.daysBetween(ref("ordered_on"), ref("as_of_on"))).as("recency_days"),
            s.countRows().as("frequency"),
            s.countRows().filterWhere("is_first_of_day", "=", true).as("purchase_days"),
            s.sum(ref("net_revenue")).as("monetary")
          ])
      )
      .with("cuts", (db) =>
        db
          .selectFrom("customers")
          .select(({ref}) => [
            ...cutsOf("recency", ref("recency_days")),
            ...cutsOf("frequency", ref("frequency")),
            ...cutsOf("monetary", ref("monetary"))
          ])
      )
      .with("scored", (db) =>
        db
          .selectFrom("customers")
          .crossJoin("cuts")
          .select(({ref}) => {
            const cuts = (measure: "recency" | "frequency" | "monetary") =>
              fifths.map((fifth) => ref(`${measure}_${fifth}`));
            return [
              "customer_id",
              "recency_days",
              "frequency",
              "purchase_days",
              "monetary",
              s.subtract(s.num(6), cutsBelow(ref("recency_days"), cuts("recency"))).as("recency_score"),
              cutsBelow(ref("frequency"), cuts("frequency")).as("frequency_score"),
              cutsBelow(ref("monetary"), cuts("monetary")).as("monetary_score")
            ];
          })
      )
      .selectFrom("scored")
      .select(({ref}) => [
        "customer_id",
        "recency_days",
        "frequency",
        "purchase_days",
        "monetary",
        "recency_score",
        "frequency_score",
        "monetary_score",
        segmentOf(settings, ref("recency_score"), ref("frequency_score")).as("segment")
      ])
});
