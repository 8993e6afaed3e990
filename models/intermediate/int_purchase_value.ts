import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseExpectation} from "./int_purchase_expectation.ts";
import {intPurchaseHistory} from "./int_purchase_history.ts";
import {intPurchaseSpan, purchaseSpans} from "./int_purchase_span.ts";
import {intPurchaseSpend} from "./int_purchase_spend.ts";
import {expectedSpend, revenueVariance, spendLoadings} from "./spendOf.ts";

const loading = () => c.number("Loading of the doubt about clv.", "终身价值不确定性的载荷。").nullable();

/**
 * What a customer is expected to buy and to bring within the horizon, one row per span and customer.
 *
 * clv = discounted purchase days × expected spend per purchase day, both as of the end of the span; null where no model is in use or nothing
 * was earned. Its standard error is the root of the squares of its seven loadings: four of the purchase model, three of spend, which
 * are independent of each other; loadings add up over customers.
 */
export const intPurchaseValue = model({
  name: "int_purchase_value",
  title: {
    en: "What a customer is expected to buy and to bring, one row per span and customer.",
    zh: "客户的预期购买与价值，每个区间与客户一行。"
  },
  from: [intPurchaseSpan, intPurchaseHistory, intPurchaseExpectation, intPurchaseSpend],
  grain: ["span", "customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    repeat_days: c.count("Purchase days after the first (x).", "首次之后的购买天数（x）。"),
    last_age_days: c.wholeDays("From the first to the last purchase (t_x).", "首次至最近购买的天数（t_x）。"),
    age_days: c.wholeDays("From the first purchase to the end of the span (T).", "首次购买至区间末的天数（T）。"),
    horizon_days: c.wholeDays("How far ahead.", "预测天数。"),
    alive_share: c.share("Probability of still being a customer.", "仍为客户的概率。").nullable(),
    expected_days: c.number("Purchase days expected within the horizon.", "预测期内预期购买天数。").nullable(),
    expected_error: c.number("Standard error of it.", "其标准误。").nullable(),
    expected_spend: c.number("Net revenue expected per purchase day.", "每购买日预期净收入。").nullable(),
    clv: c.number("Net revenue expected within the horizon, discounted.", "预测期内折现预期净收入。").nullable(),
    clv_variance: c
      .number("Variance of what will come, were the parameters known.", "已知参数下实际价值的方差。")
      .nullable(),
    clv_loading_1: loading(),
    clv_loading_2: loading(),
    clv_loading_3: loading(),
    clv_loading_4: loading(),
    clv_loading_5: loading(),
    clv_loading_6: loading(),
    clv_loading_7: loading(),
    heldout_days: c.count("Purchase days in the horizon; calibration only.", "留出期内的购买天数。").nullable(),
    heldout_revenue: c.money("Net revenue in it.", "留出期内的净收入。").nullable()
  }),
  query: (db) =>
    db
      .with("spent", (db) =>
        db
          .selectFrom("int_purchase_history as history")
          .innerJoin("int_purchase_span as span", "span.span", "history.span")
          .innerJoin("int_purchase_expectation as expectation", (join) =>
            join
              .onRef("expectation.span", "=", "history.span")
              .onRef("expectation.repeat_days", "=", "history.repeat_days")
              .onRef("expectation.last_age_days", "=", "history.last_age_days")
              .onRef("expectation.age_days", "=", "history.age_days")
          )
          .leftJoin("int_purchase_spend as spend", "spend.span", "history.span")
          .select(({ref}) => [
            "history.span",
            "history.customer_id",
            "history.repeat_days",
            "history.last_age_days",
            "history.age_days",
            "span.horizon_days",
            "expectation.alive_share",
            "expectation.expected_days",
            "expectation.expected_error",
            "expectation.discounted_days",
            "expectation.discounted_loading_1",
            "expectation.discounted_loading_2",
            "expectation.discounted_loading_3",
            "expectation.discounted_loading_4",
            expectedSpend(ref).as("expected_spend"),
            revenueVariance(ref).as("clv_variance"),
            ...spendLoadings(ref).map((loading, i) => loading.as(`spend_loading_${(i + 1) as 1 | 2 | 3}`)),
            "history.heldout_days",
            "history.heldout_revenue"
          ])
      )
      .selectFrom("spent")
      .select(({ref}) => [
        "span",
        "customer_id",
        "repeat_days",
        "last_age_days",
        "age_days",
        "horizon_days",
        "alive_share",
        "expected_days",
        "expected_error",
        "expected_spend",
        s.multiply(ref("discounted_days"), ref("expected_spend")).as("clv"),
        "clv_variance",
        s.multiply(ref("discounted_loading_1"), ref("expected_spend")).as("clv_loading_1"),
        s.multiply(ref("discounted_loading_2"), ref("expected_spend")).as("clv_loading_2"),
        s.multiply(ref("discounted_loading_3"), ref("expected_spend")).as("clv_loading_3"),
        s.multiply(ref("discounted_loading_4"), ref("expected_spend")).as("clv_loading_4"),
        s.multiply(ref("discounted_days"), ref("spend_loading_1")).as("clv_loading_5"),
        s.multiply(ref("discounted_days"), ref("spend_loading_2")).as("clv_loading_6"),
        s.multiply(ref("discounted_days"), ref("spend_loading_3")).as("clv_loading_7"),
        "heldout_days",
        "heldout_revenue"
      ])
});
