import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {namesWhere, rulesOf, warnings} from "../intermediate/churnWarnings.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnFeatures} from "../intermediate/int_churn_features.ts";
import {intChurnScore} from "../intermediate/int_churn_score.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {expectedRevenue} from "./churnValue.ts";
import {martChurnCalibration} from "./mart_churn_calibration.ts";
import {martChurnRule} from "./mart_churn_rule.ts";
import {martChurnState} from "./mart_churn_state.ts";
import {riskTenth} from "./riskTenth.ts";

export const riskBands = ["low", "medium", "high"] as const;

/**
 * Who is likely not to return within the horizon and what that would cost, one row per customer with an order.
 *
 * The risk is that of the model in use; where rules are used, the share of leavers that the customer's warnings foretold in the past
 * (mart_churn_rule); null where nothing is. Its interval: of tested customers with a foretold risk in the same tenth, the share that left,
 * reaching to the risk itself; of rules, that of the share. Expected revenue is the own net revenue of the last 365 days × horizon ÷ 365,
 * not below zero; value at risk is risk × that. Bands begin where mart_churn_state says: 40 % and 70 % unless few or nearly all leave.
 */
export const martChurnRisk = model({
  name: "mart_churn_risk",
  title: {
    en: "Who is likely not to return and what that would cost, one row per customer with an order.",
    zh: "谁可能流失、代价几何，每位有订单的客户一行。"
  },
  from: [intAsOf, intChurnFeatures, intChurnScore, martChurnCalibration, martChurnRule, martChurnState],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    recency_days: c.wholeDays("Days without an order.", "未下单天数。"),
    usual_gap_days: c.days("Usual days between orders.", "常规下单间隔。"),
    has_own_rhythm: c.flag("The usual gap is the customer's own.", "常规间隔是否来自客户自身。"),
    silence_ratio: c.number("Days without an order ÷ usual gap.", "沉默倍数。"),
    orders: c.count("Orders so far.", "累计订单数。"),
    purchase_days: c.count("Days with an order so far.", "累计购买天数。"),
    risk_share: c
      .share("Risk of no order within the horizon; null: nothing can tell.", "视野期内不再下单的风险；无从判断为空。")
      .nullable(),
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
    horizon_days: c.wholeDays("Length of the horizon.", "视野期天数。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。"),
    value_at_risk: c.money("Risk × expected revenue; null without a risk.", "风险价值；无风险值为空。").nullable(),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_previous_90d: c.count("Orders in the 90 days before those.", "此前 90 天订单数。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    last_nps_score: c.integer("Last NPS answer.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable()
  }),
  query: (db, {churn}) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_churn_features")
          .innerJoin("int_as_of", "as_of_on", "snapshot_on")
          .select(({ref}) => {
            const rules = rulesOf(churn.warnings, (feature) => ref(feature));
            const given = warnings.map((warning) => s.when(rules[warning].warns, s.num(1), s.num(0)));
            return [
              "customer_id",
              "recency_days",
              "usual_gap_days",
              s.isKnown(ref("median_gap_days")).as("has_own_rhythm"),
              "silence_ratio",
              "orders",
              "purchase_days",
              given.reduce<s.Value<number>>((sum, one) => s.add(sum, one), s.num(0)).as("warnings"),
              namesWhere((warning) => rules[warning].warns).as("warned_of"),
              "net_revenue_365d",
              s.round(expectedRevenue(ref("net_revenue_365d"), ref("horizon_days")), 2).as("expected_revenue"),
              "orders_90d",
              "orders_previous_90d",
              "tickets_90d",
              "last_nps_score",
              "previous_nps_score"
            ];
          })
      )
      .with("scores", (db) =>
        db
          .selectFrom("int_churn_score")
          .select(({ref}) => [
            ref("customer_id").as("scored_id"),
            "logistic_risk",
            "trees_risk",
            "logistic_reasons",
            "trees_reasons"
          ])
      )
      .with("rules", (db) =>
        db
          .selectFrom("mart_churn_rule")
          .select(({ref}) => [
            ref("warned_of").as("rule_of"),
            ref("risk_share").as("rule_risk"),
            ref("risk_low").as("rule_risk_low"),
            ref("risk_high").as("rule_risk_high")
          ])
      )
      .with("scored", (db) =>
        db
          .selectFrom("customers")
          .crossJoin("mart_churn_state as state")
          .leftJoin("scores", "scored_id", "customer_id")
          .leftJoin("rules", "rule_of", "warned_of")
          .selectAll("customers")
          .select(({ref}) => {
            const by = (use: string) => s.compare(ref("uses"), "=", s.text(use));
            const isLogistic = s.compare(ref("state.method"), "=", s.text("logistic"));
            const foretold = s.when(isLogistic, ref("logistic_risk"), ref("trees_risk"));
            const reasons = s.when(isLogistic, ref("logistic_reasons"), ref("trees_reasons"));
            return [
              "state.method",
              "horizon_days",
              "medium_from",
              "high_from",
              s.when(by("model"), foretold, s.onlyWhen(by("rules"), ref("rule_risk"))).as("risk"),
              s.onlyWhen(by("rules"), ref("rule_risk_low")).as("rule_low"),
              s.onlyWhen(by("rules"), ref("rule_risk_high")).as("rule_high"),
              s.onlyWhen(by("model"), reasons).as("reasons")
            ];
          })
      )
      .selectFrom("scored")
      .leftJoin("mart_churn_calibration as seen", (on) =>
        on
          .onRef("seen.method", "=", "scored.method")
          .on(({ref}) => s.compare(ref("risk_tenth"), "=", riskTenth(ref("risk"))))
      )
      .select(({ref}) => {
        const risk = ref("risk");
        const isUnder = (cut: "medium_from" | "high_from") => s.compare(risk, "<", ref(cut));
        const [low, high] = [
          s.firstOf(ref("observed_low"), ref("rule_low"), risk),
          s.firstOf(ref("observed_high"), ref("rule_high"), risk)
        ];
        return [
          "customer_id",
          "recency_days",
          "usual_gap_days",
          "has_own_rhythm",
          "silence_ratio",
          "orders",
          "purchase_days",
          ref("risk").as("risk_share"),
          s.onlyWhen(s.isKnown(risk), s.least(low, risk)).as("risk_low"),
          s.onlyWhen(s.isKnown(risk), s.greatest(high, risk)).as("risk_high"),
          s
            .onlyWhen(
              s.isKnown(risk),
              s.when(
                isUnder("medium_from"),
                s.text("low"),
                s.when(isUnder("high_from"), s.text("medium"), s.text("high"))
              )
            )
            .as("risk_band"),
          "reasons",
          "warnings",
          "warned_of",
          "horizon_days",
          "net_revenue_365d",
          "expected_revenue",
          s.round(s.multiply(risk, ref("expected_revenue")), 2).as("value_at_risk"),
          "orders_90d",
          "orders_previous_90d",
          "tickets_90d",
          "last_nps_score",
          "previous_nps_score"
        ];
      })
});
