import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {bandRates} from "./bandRates.ts";
import {expectedRevenue} from "./churnValue.ts";
import {martChurnFeatures} from "./mart_churn_features.ts";
import {martChurnRate} from "./mart_churn_rate.ts";

export const riskBands = ["low", "medium", "high"] as const;

/**
 * Who is likely not to return within the horizon and what that would cost, one row per customer with an order.
 *
 * The risk is the churn_share of the customer's band in mart_churn_rate, else the share over all bands (is_band_seen false).
 * Expected revenue is the own net revenue of the last 365 days × horizon ÷ 365, not below zero; value at risk is risk × that.
 * Bands: low under 40 %, medium under 70 %, high from there. Reasons are columns: the silence, the trend, tickets and NPS.
 */
export const martChurnRisk = model({
  name: "mart_churn_risk",
  title: {
    en: "Who is likely not to return and what that would cost, one row per customer with an order.",
    zh: "谁可能流失、代价几何，每位有订单的客户一行。"
  },
  from: [intAsOf, martChurnFeatures, martChurnRate],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    recency_days: c.wholeDays("Days without an order.", "未下单天数。"),
    usual_gap_days: c.days("Usual days between orders.", "常规下单间隔。"),
    has_own_rhythm: c.flag("The usual gap is the customer's own.", "常规间隔是否来自客户自身。"),
    silence_ratio: c.number("Days without an order ÷ usual gap.", "沉默倍数。"),
    silence_band: c.integer("Silence band, 1–8.", "沉默档位。"),
    orders: c.count("Orders so far.", "累计订单数。"),
    orders_band: c.integer("Orders band, 1–3.", "订单档位。"),
    risk_share: c.share("Risk of no order within the horizon.", "视野期内不再下单的风险。"),
    risk_low: c.share("Lower end of its interval.", "区间下限。"),
    risk_high: c.share("Upper end of its interval.", "区间上限。"),
    risk_band: c.oneOf(riskBands, "low, medium or high.", "低、中、高。"),
    is_band_seen: c.flag("The band has a past of its own.", "该档位有历史数据。"),
    horizon_days: c.wholeDays("Length of the horizon.", "视野期天数。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。"),
    value_at_risk: c.money("Risk × expected revenue.", "风险价值。"),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_previous_90d: c.count("Orders in the 90 days before those.", "此前 90 天订单数。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    last_nps_score: c.integer("Last NPS answer.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable()
  }),
  query: (db) =>
    db
      .with("rates", bandRates)
      .with("rated", (db) =>
        db
          .selectFrom("mart_churn_features")
          .innerJoin("int_as_of", "as_of_on", "snapshot_on")
          .innerJoin("rates", (on) =>
            on.onRef("rated_silence", "=", "silence_band").onRef("rated_orders", "=", "orders_band")
          )
          .select(({ref}) => [
            "customer_id",
            "recency_days",
            "usual_gap_days",
            s.isKnown(ref("median_gap_days")).as("has_own_rhythm"),
            "silence_ratio",
            "silence_band",
            "orders",
            "orders_band",
            ref("band_share").as("risk_share"),
            ref("band_low").as("risk_low"),
            ref("band_high").as("risk_high"),
            "is_band_seen",
            "horizon_days",
            "net_revenue_365d",
            expectedRevenue(ref("net_revenue_365d"), ref("horizon_days")).as("expected_revenue"),
            "orders_90d",
            "orders_previous_90d",
            "tickets_90d",
            "last_nps_score",
            "previous_nps_score"
          ])
      )
      .selectFrom("rated")
      .select(({ref}) => {
        const isUnder = (share: number) => s.compare(ref("risk_share"), "<", s.num(share));
        return [
          "customer_id",
          "recency_days",
          "usual_gap_days",
          "has_own_rhythm",
          "silence_ratio",
          "silence_band",
          "orders",
          "orders_band",
          "risk_share",
          "risk_low",
          "risk_high",
          s.when(isUnder(0.4), s.text("low"), s.when(isUnder(0.7), s.text("medium"), s.text("high"))).as("risk_band"),
          "is_band_seen",
          "horizon_days",
          "net_revenue_365d",
          s.round(ref("expected_revenue"), 2).as("expected_revenue"),
          s.round(s.multiply(ref("risk_share"), ref("expected_revenue")), 2).as("value_at_risk"),
          "orders_90d",
          "orders_previous_90d",
          "tickets_90d",
          "last_nps_score",
          "previous_nps_score"
        ];
      })
});
