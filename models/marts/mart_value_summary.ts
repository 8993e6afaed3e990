import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseExpectation} from "../intermediate/int_purchase_expectation.ts";
import {intPurchaseModel} from "../intermediate/int_purchase_model.ts";
import {intPurchaseSpan} from "../intermediate/int_purchase_span.ts";
import {intPurchaseValue} from "../intermediate/int_purchase_value.ts";
import {reasons} from "../purchase/choose.ts";
import {modelStates} from "../purchase/modelRows.ts";
import {purchaseModels} from "../statistics/purchase/fitPurchase.ts";
import {clvErrorOfSum, exactSum, rootOfSquares} from "./clvError.ts";
import {logHigh, logLow} from "./logInterval.ts";
import {martValueDecile} from "./mart_value_decile.ts";

/**
 * What the customers are expected to be worth within the horizon, and how that is known, one row.
 *
 * state is that of the purchase model in use; no_spend where purchases are foretold but nothing was earned; without a model what kept every one of
 * them from being fitted. Intervals are 95 %: of what is expected, from the doubt about the parameters; of what will come, from
 * chance as well, as what customers do scatters about what is expected of them (null where the spread of spend is not known).
 */
export const martValueSummary = model({
  name: "mart_value_summary",
  title: {
    en: "What the customers are expected to be worth, and how that is known, one row.",
    zh: "客户预期价值合计及其依据，共一行。"
  },
  from: [intPurchaseSpan, intPurchaseModel, intPurchaseExpectation, intPurchaseValue, martValueDecile],
  grain: [],
  columns: z.strictObject({
    state: c.oneOf(modelStates, "How lifetime value is known, or why it is not.", "终身价值状态。"),
    reason: c.oneOf(reasons, "Why this model, or why none.", "选用或未能拟合的原因。").nullable(),
    model: c.oneOf(purchaseModels, "The purchase model in use.", "所用购买模型。").nullable(),
    spend_state: c.oneOf(modelStates, "fitted: Gamma–Gamma; fallback: everybody's mean.", "消费模型状态。"),
    spend_reason: c.oneOf(reasons, "Why not Gamma–Gamma.", "未使用 Gamma–Gamma 的原因。").nullable(),
    spend_correlation: c.number("Of purchase frequency and spend.", "购买频次与消费额的相关系数。").nullable(),
    horizon_days: c.wholeDays("How far ahead.", "预测天数。"),
    history_days: c.wholeDays("From the first order to as_of.", "首单至截止日的天数。"),
    discount_rate: c.share("A year's discount of money to come.", "年折现率。"),
    customers: c.count("Customers who have bought.", "有购买的客户数。"),
    one_time_customers: c.count("Of them on one day alone.", "其中仅购买一天的客户数。"),
    alive_customers: c.number("Sum of the probabilities of still being a customer.", "预期仍为客户的人数。").nullable(),
    expected_days: c.number("Purchase days expected of all.", "预期购买天数合计。").nullable(),
    expected_days_low: c.number("Lower end of its 95 % interval.", "其 95% 区间下限。").nullable(),
    expected_days_high: c.number("Upper end of its 95 % interval.", "其 95% 区间上限。").nullable(),
    clv: c.money("Lifetime value of all.", "终身价值合计。").nullable(),
    clv_low: c.money("Lower end of its 95 % interval.", "其 95% 区间下限。").nullable(),
    clv_high: c.money("Upper end of its 95 % interval.", "其 95% 区间上限。").nullable(),
    coming_days_low: c
      .number("Lower end of the 95 % interval of the days that will come.", "未来实际购买天数 95% 区间下限。")
      .nullable(),
    coming_days_high: c.number("Upper end of it.", "其上限。").nullable(),
    coming_low: c
      .money("Lower end of the 95 % interval of the value that will come.", "未来实际价值 95% 区间下限。")
      .nullable(),
    coming_high: c.money("Upper end of it.", "其上限。").nullable(),
    top_tenth_share: c.share("Share of it held by the most valuable tenth.", "最高十分位所占份额。").nullable()
  }),
  query: (db, {value}) =>
    db
      .with("models", (db) =>
        db
          .selectFrom("int_purchase_model")
          .where("span", "=", "whole")
          .select(({ref}) => {
            const isSpend = s.compare(ref("model"), "=", s.text("gamma_gamma"));
            const isUsed = s.both(s.not(isSpend), ref("is_chosen"));
            const isFirst = s.compare(ref("model"), "=", s.text("bg_nbd"));
            const of = <T>(condition: s.Value<boolean>, x: s.Value<T>) => s.max(s.onlyWhen(condition, x));
            return [
              s
                .firstOf<any>(of(isUsed, ref("state") as never), of(isFirst, ref("state") as never))
                .as("purchase_state"),
              s
                .firstOf<any>(of(isUsed, ref("reason") as never), of(isFirst, ref("reason") as never))
                .as("purchase_reason"),
              of(isUsed, ref("model") as never)
                .$castTo<(typeof purchaseModels)[number] | null>()
                .as("model"),
              of(isSpend, ref("state") as never)
                .$castTo<(typeof modelStates)[number]>()
                .as("spend_state"),
              of(isSpend, ref("reason") as never)
                .$castTo<(typeof reasons)[number] | null>()
                .as("spend_reason"),
              of(isSpend, ref("correlation") as never)
                .$castTo<number | null>()
                .as("spend_correlation")
            ];
          })
      )
      .with("total", (db) =>
        db
          .selectFrom("int_purchase_value")
          .where("span", "=", "whole")
          .select(({ref}) => [
            s.countRows().as("customers"),
            s.count(s.onlyWhen(s.compare(ref("repeat_days"), "=", s.num(0)), s.num(1))).as("one_time_customers"),
            exactSum(ref("alive_share")).$castTo<number | null>().as("alive_customers"),
            exactSum(ref("expected_days")).$castTo<number | null>().as("expected_days"),
            exactSum(ref("clv")).$castTo<number | null>().as("clv"),
            clvErrorOfSum(ref).as("error"),
            s
              .onlyWhen(
                s.compare(s.count(ref("clv_variance")), "=", s.count(ref("clv"))),
                s.toDouble(exactSum(ref("clv_variance")).$castTo<number | null>())
              )
              .as("variance")
          ])
      )
      .with("doubt", (db) =>
        db
          .selectFrom("int_purchase_expectation")
          .where("span", "=", "whole")
          .select(({ref}) => {
            const load = (i: 1 | 2 | 3 | 4) => s.sum(s.multiply(ref(`expected_loading_${i}`), ref("customers")));
            return [
              rootOfSquares([load(1), load(2), load(3), load(4)]).as("days_error"),
              s
                .sum(s.multiply(ref("expected_variance"), ref("customers")))
                .$castTo<number | null>()
                .as("days_variance")
            ];
          })
      )
      .with("top", (db) =>
        db
          .selectFrom("mart_value_decile")
          .where("tenth", "=", 1)
          .select(({ref}) => s.max(ref("clv_share")).$castTo<number | null>().as("top_tenth_share"))
      )
      .selectFrom("int_purchase_span")
      .crossJoin("models")
      .crossJoin("total")
      .crossJoin("doubt")
      .crossJoin("top")
      .where("span", "=", "whole")
      .select(({ref}) => {
        const money = <T extends number | null>(x: s.Value<T>) => s.toMoney(s.round(x, 4));
        const both = (error: Expression<number | null>, variance: Expression<number | null>) =>
          s.sqrt(s.add(s.multiply(error, error), variance));
        const days = s.toDouble(ref("expected_days"));
        const isSpread = s.isKnown(ref("variance"));
        const isUnpaid = s.both(s.isKnown(ref("model")), s.compare(ref("spend_state"), "=", s.text("no_spend")));
        return [
          s
            .when(isUnpaid, s.text("no_spend"), ref("purchase_state"))
            .$castTo<(typeof modelStates)[number]>()
            .as("state"),
          s
            .when(isUnpaid, s.text("no_revenue"), ref("purchase_reason"))
            .$castTo<(typeof reasons)[number] | null>()
            .as("reason"),
          "model",
          "spend_state",
          "spend_reason",
          "spend_correlation",
          "horizon_days",
          "history_days",
          s.toDouble(s.num(value.discountRate)).as("discount_rate"),
          "customers",
          "one_time_customers",
          "alive_customers",
          "expected_days",
          s.round(logLow(s.toDouble(ref("expected_days")), ref("days_error")), 4).as("expected_days_low"),
          s.round(logHigh(s.toDouble(ref("expected_days")), ref("days_error")), 4).as("expected_days_high"),
          money(s.toDouble(ref("clv"))).as("clv"),
          money(logLow(ref("clv"), ref("error"))).as("clv_low"),
          money(logHigh(ref("clv"), ref("error"))).as("clv_high"),
          s.round(logLow(days, both(ref("days_error"), ref("days_variance"))), 4).as("coming_days_low"),
          s.round(logHigh(days, both(ref("days_error"), ref("days_variance"))), 4).as("coming_days_high"),
          money(s.onlyWhen(isSpread, logLow(ref("clv"), both(ref("error"), ref("variance"))))).as("coming_low"),
          money(s.onlyWhen(isSpread, logHigh(ref("clv"), both(ref("error"), ref("variance"))))).as("coming_high"),
          "top_tenth_share"
        ];
      })
});
