import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {abcClasses} from "./mart_abc.ts";
import {martChurnFeatures} from "./mart_churn_features.ts";
import {martChurnRate} from "./mart_churn_rate.ts";
import {martChurnRisk, riskBands} from "./mart_churn_risk.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/** How many customers the list holds. */
const LONGEST = 300;

/**
 * Whom to call first and why, one row per place of the list.
 *
 * The 300 customers with the greatest value at risk above zero. While no horizon has closed there is no risk: then all risk columns
 * are null and the list holds those silent beyond their usual gap, longest first by silence ratio. The
 * silent sums run down the other ranking, days since the last order alone, to the same place.
 */
export const martChurnWatch = model({
  name: "mart_churn_watch",
  title: {en: "Whom to call first and why, one row per place of the list.", zh: "先联系谁、为什么，名单每个名次一行。"},
  from: [intAsOf, martChurnFeatures, martChurnRate, martChurnRisk, martCustomer360],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place on the list, from 1.", "名次，从 1 开始。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    segment: c.text("RFM segment.", "RFM 分群。").nullable(),
    abc_class: c.oneOf(abcClasses, "Class by cumulative revenue.", "按累计收入的 ABC 等级。"),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    accepts_marketing: c.flag("Agreed to marketing mail; null: unknown.", "是否同意营销邮件；空为未知。").nullable(),
    risk_share: c.share("Risk of no order within the horizon.", "视野期内不再下单的风险。").nullable(),
    risk_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    risk_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    risk_band: c.oneOf(riskBands, "low, medium or high.", "低、中、高。").nullable(),
    is_band_seen: c.flag("The band has a past of its own.", "该档位有历史数据。").nullable(),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。").nullable(),
    value_at_risk: c.money("Risk × expected revenue.", "风险价值。").nullable(),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    last_order_on: c.day("Day of the last order.", "最近下单日期。").nullable(),
    recency_days: c.wholeDays("Days without an order.", "未下单天数。"),
    usual_gap_days: c.days("Usual days between orders.", "常规下单间隔。"),
    has_own_rhythm: c.flag("The usual gap is the customer's own.", "常规间隔是否来自客户自身。"),
    silence_ratio: c.number("Days without an order ÷ usual gap.", "沉默倍数。"),
    orders: c.count("Orders so far.", "累计订单数。"),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_previous_90d: c.count("Orders in the 90 days before those.", "此前 90 天订单数。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    last_nps_score: c.integer("Last NPS answer.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable(),
    silent_leavers_so_far: c
      .number("Sum of the risks of as many longest silent.", "沉默最久的同样人数的风险之和。")
      .nullable(),
    silent_value_so_far: c
      .money("Value at risk of as many longest silent.", "沉默最久的同样人数的风险价值。")
      .nullable()
  }),
  query: (db) =>
    db
      .with("rates", (db) => db.selectFrom("mart_churn_rate").select(s.countRows().as("rates")))
      .with("risks", (db) =>
        db
          .selectFrom("mart_churn_risk")
          .crossJoin("rates")
          .where("rates", ">", 0)
          .select(["customer_id", "risk_share", "risk_low", "risk_high", "risk_band", "is_band_seen"])
          .select(["expected_revenue", "value_at_risk"])
      )
      .with("customers", (db) =>
        db
          .selectFrom("mart_churn_features as now")
          .innerJoin("int_as_of", "as_of_on", "now.snapshot_on")
          .innerJoin("mart_customer_360 as known", "known.customer_id", "now.customer_id")
          .leftJoin("risks", "risks.customer_id", "now.customer_id")
          .select(({ref}) => [
            "now.customer_id",
            "segment",
            "abc_class",
            "owner",
            "accepts_marketing",
            "risks.risk_share",
            "risk_low",
            "risk_high",
            "risks.risk_band",
            "is_band_seen",
            "risks.expected_revenue",
            "risks.value_at_risk",
            "now.net_revenue_365d",
            "last_order_on",
            "recency_days",
            "usual_gap_days",
            s.isKnown(ref("now.median_gap_days")).as("has_own_rhythm"),
            "now.silence_ratio",
            "now.orders",
            "now.orders_90d",
            "orders_previous_90d",
            "now.tickets_90d",
            "now.last_nps_score",
            "previous_nps_score"
          ])
      )
      .with("placed", (db) =>
        db
          .selectFrom("customers")
          .selectAll()
          .select(({ref}) => {
            const value = s.coalesce(ref("value_at_risk"), s.amount("0"));
            const silence = [ref("silence_ratio"), ref("recency_days")].map(s.descending);
            const [byValue, bySilence] = [
              [s.descending(value), ...silence, ref("customer_id")],
              [s.descending(ref("recency_days")), ref("customer_id")]
            ];
            return [
              s.ordered(s.rowNumber(), {orderBy: byValue}).as("place"),
              s.ordered(s.rowNumber(), {orderBy: bySilence}).as("silent_place"),
              s
                .running(s.sum(s.toMoney(s.round(ref("risk_share"), 4))), {orderBy: bySilence})
                .$castTo<number | null>()
                .as("silent_leavers"),
              s
                .running(s.sum(ref("value_at_risk")), {orderBy: bySilence})
                .$castTo<number | null>()
                .as("silent_value")
            ];
          })
      )
      .selectFrom("placed as listed")
      .innerJoin("placed as silent", "silent.silent_place", "listed.place")
      .where("listed.place", "<=", LONGEST)
      .where((eb) =>
        eb.or([
          eb("listed.value_at_risk", ">", 0),
          eb.and([eb("listed.risk_share", "is", null), eb("listed.silence_ratio", ">=", 1)])
        ])
      )
      .select([
        "listed.place",
        "listed.customer_id",
        "listed.segment",
        "listed.abc_class",
        "listed.owner",
        "listed.accepts_marketing",
        "listed.risk_share",
        "listed.risk_low",
        "listed.risk_high",
        "listed.risk_band",
        "listed.is_band_seen",
        "listed.expected_revenue",
        "listed.value_at_risk",
        "listed.net_revenue_365d",
        "listed.last_order_on",
        "listed.recency_days",
        "listed.usual_gap_days",
        "listed.has_own_rhythm",
        "listed.silence_ratio",
        "listed.orders",
        "listed.orders_90d",
        "listed.orders_previous_90d",
        "listed.tickets_90d",
        "listed.last_nps_score",
        "listed.previous_nps_score",
        "silent.silent_leavers as silent_leavers_so_far",
        "silent.silent_value as silent_value_so_far"
      ])
});
