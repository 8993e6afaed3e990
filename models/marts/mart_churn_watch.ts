import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnFeatures} from "../intermediate/int_churn_features.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {abcClasses} from "./mart_abc.ts";
import {martChurnRisk, riskBands} from "./mart_churn_risk.ts";
import {martChurnState} from "./mart_churn_state.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/** How many customers the list holds. */
export const LONGEST = 300;

/**
 * Whom to call first and why, one row per place of the list.
 *
 * The 300 customers with the greatest value at risk above zero where a model is used; where rules are, those with the greatest number of
 * warnings × expected revenue; nobody where nothing tells who leaves (mart_churn_state). Equals stand by silence, then by key. The
 * silent sums run down the other ranking, days since the last order alone, to the same place.
 */
export const martChurnWatch = model({
  name: "mart_churn_watch",
  title: {en: "Whom to call first and why, one row per place of the list.", zh: "先联系谁、为什么，名单每个名次一行。"},
  from: [intAsOf, intChurnFeatures, martChurnRisk, martChurnState, martCustomer360],
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
    reasons: c
      .text(
        "What raises the risk most, as JSON pairs of feature group and log odds; null without a model.",
        "推高风险的主要因素，JSON（特征组与对数几率）；未用模型为空。"
      )
      .nullable(),
    warnings: c.count("Warnings that the rules give.", "触发的预警数。"),
    warned_of: c.text("Their names, by commas.", "预警名称，以逗号分隔。"),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。"),
    value_at_risk: c.money("Risk × expected revenue.", "风险价值。").nullable(),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    last_order_on: c.day("Day of the last order.", "最近下单日期。").nullable(),
    recency_days: c.wholeDays("Days without an order.", "未下单天数。"),
    tenure_days: c.wholeDays("Days since the first order.", "距首单天数。"),
    usual_gap_days: c.days("Usual days between orders.", "常规下单间隔。"),
    has_own_rhythm: c.flag("The usual gap is the customer's own.", "常规间隔是否来自客户自身。"),
    median_gap_days: c.days("Own median gap between purchase days.", "自身购买间隔中位数。").nullable(),
    last_gap_days: c.wholeDays("Days between the last two purchase days.", "最近两次购买的间隔天数。").nullable(),
    silence_ratio: c.number("Days without an order ÷ usual gap.", "沉默倍数。"),
    alive_share: c.share("Probability of still being a customer.", "仍为客户的概率。").nullable(),
    orders: c.count("Orders so far.", "累计订单数。"),
    purchase_days: c.count("Days with an order so far.", "累计购买天数。"),
    purchase_days_180d: c.count("Days with an order in the last 180.", "近 180 天购买天数。"),
    season_purchase_days: c
      .count(
        "Days with an order a year before the horizon; null: no customer yet.",
        "去年同期的购买天数；当时尚非客户为空。"
      )
      .nullable(),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_previous_90d: c.count("Orders in the 90 days before those.", "此前 90 天订单数。"),
    net_revenue_90d: c.money("Net revenue of the last 90 days.", "近 90 天净收入。"),
    net_revenue_previous_90d: c.money("Net revenue of the 90 days before those.", "此前 90 天净收入。"),
    last_orders_value: c.money("Mean net revenue of the last three purchase days.", "最近三次购买的平均净收入。"),
    earlier_orders_value: c
      .money("Mean net revenue of the purchase days before those.", "此前购买的平均净收入。")
      .nullable(),
    refunds_365d: c.money("Paid back for orders of the last 365 days.", "近 365 天订单的退款。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    complaints: c.count("Tickets opened in the days of the complaint rule.", "投诉规则天数内的工单数。"),
    tickets_365d: c.count("Tickets opened in the last 365 days.", "近 365 天工单数。"),
    unsolved_tickets: c.count("Of them unsolved.", "其中未解决。"),
    resolution_hours: c.hours("Mean hours to the solution of the solved ones.", "已解决工单的平均时长。").nullable(),
    last_nps_score: c.integer("Last NPS answer.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable(),
    last_nps_days: c.wholeDays("Days since the last NPS answer.", "距最近 NPS 作答天数。").nullable(),
    last_rating: c.integer("Last satisfaction answer or review.", "最近满意度或评价评分。").nullable(),
    touches_90d: c.count("Messages sent in the last 90 days.", "近 90 天触达次数。"),
    opened_90d: c.count("Of them opened.", "其中已打开。"),
    points_balance: c.number("Points held; null: no member.", "积分余额；空为非会员。").nullable(),
    silent_leavers_so_far: c
      .number("Sum of the risks of as many longest silent.", "沉默最久的同样人数的风险之和。")
      .nullable(),
    silent_value_so_far: c
      .money("Value at risk of as many longest silent.", "沉默最久的同样人数的风险价值。")
      .nullable()
  }),
  query: (db) =>
    db
      .with("ranked", (db) =>
        db
          .selectFrom("mart_churn_risk")
          .crossJoin("mart_churn_state")
          .where("uses", "<>", "nothing")
          .select(({ref}) => {
            const warned = s.multiply(ref("warnings"), s.toDouble(ref("expected_revenue")));
            const weight = s.when(
              s.compare(ref("uses"), "=", s.text("model")),
              s.toDouble(s.coalesce(ref("value_at_risk"), s.amount("0"))),
              warned
            );
            const byValue = [weight, ref("silence_ratio"), ref("recency_days")].map(s.descending);
            const bySilence = [s.descending(ref("recency_days")), ref("customer_id")];
            return [
              ref("customer_id").as("ranked_id"),
              weight.as("weight"),
              s.ordered(s.rowNumber(), {orderBy: [...byValue, ref("customer_id")]}).as("place"),
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
      .with("listed", (db) =>
        db.selectFrom("ranked").where("place", "<=", LONGEST).where("weight", ">", 0).select(["ranked_id", "place"])
      )
      .with("silent", (db) =>
        db
          .selectFrom("ranked")
          .where("silent_place", "<=", LONGEST)
          .select(["silent_place", "silent_leavers", "silent_value"])
      )
      .selectFrom("listed")
      .innerJoin("silent", "silent_place", "place")
      .innerJoin("mart_churn_risk as risk", "risk.customer_id", "ranked_id")
      .innerJoin("mart_customer_360 as known", "known.customer_id", "ranked_id")
      .crossJoin("int_as_of")
      .innerJoin("int_churn_features as now", (on) =>
        on.onRef("now.customer_id", "=", "ranked_id").onRef("now.snapshot_on", "=", "as_of_on")
      )
      .select([
        "place",
        "risk.customer_id",
        "known.segment",
        "known.abc_class",
        "known.owner",
        "known.accepts_marketing",
        "risk.risk_share",
        "risk.risk_low",
        "risk.risk_high",
        "risk.risk_band",
        "risk.reasons",
        "risk.warnings",
        "risk.warned_of",
        "risk.expected_revenue",
        "risk.value_at_risk",
        "risk.net_revenue_365d",
        "known.last_order_on",
        "risk.recency_days",
        "now.tenure_days",
        "risk.usual_gap_days",
        "risk.has_own_rhythm",
        "now.median_gap_days",
        "now.last_gap_days",
        "risk.silence_ratio",
        "now.alive_share",
        "risk.orders",
        "risk.purchase_days",
        "now.purchase_days_180d",
        "now.season_purchase_days",
        "risk.orders_90d",
        "risk.orders_previous_90d",
        "now.net_revenue_90d",
        "now.net_revenue_previous_90d",
        "now.last_orders_value",
        "now.earlier_orders_value",
        "now.refunds_365d",
        "risk.tickets_90d",
        "now.complaints",
        "now.tickets_365d",
        "now.unsolved_tickets",
        "now.resolution_hours",
        "risk.last_nps_score",
        "risk.previous_nps_score",
        "now.last_nps_days",
        "now.last_rating",
        "now.touches_90d",
        "now.opened_90d",
        "now.points_balance",
        "silent_leavers as silent_leavers_so_far",
        "silent_value as silent_value_so_far"
      ])
});
