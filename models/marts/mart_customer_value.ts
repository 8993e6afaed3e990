import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseModel} from "../intermediate/int_purchase_model.ts";
import {intPurchaseValue} from "../intermediate/int_purchase_value.ts";
import {clvError} from "./clvError.ts";
import {logHigh, logLow} from "./logInterval.ts";

/**
 * Expected purchases, spend and lifetime value of each customer within the horizon, one row per customer who has bought.
 *
 * Lifetime value is the net revenue still to come, not what has been: discounted expected purchase days (BG/NBD, MBG/NBD or Pareto/NBD)
 * × expected spend on each (Gamma–Gamma, or everybody's mean). Intervals are 95 % and of the expectation, from the doubt about the models'
 * parameters (delta method): what one customer will do varies far more. Null where nothing could be fitted. Sources: Fader, Hardie
 * & Lee (2005); Fader & Hardie (2013).
 */
export const martCustomerValue = model({
  name: "mart_customer_value",
  title: {
    en: "Expected purchases, spend and lifetime value, one row per customer.",
    zh: "预期购买、消费与终身价值，每位客户一行。"
  },
  from: [intPurchaseValue, intPurchaseModel],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    repeat_days: c.count("Purchase days after the first.", "首次之后的购买天数。"),
    last_age_days: c.wholeDays("Days from the first to the last purchase.", "首次至最近购买的天数。"),
    age_days: c.wholeDays("Days from the first purchase to as_of.", "首次购买至截止日的天数。"),
    alive_share: c.share("Probability of still being a customer.", "仍为客户的概率。").nullable(),
    expected_days: c.number("Purchase days expected within the horizon.", "预测期内预期购买天数。").nullable(),
    expected_days_low: c.number("Lower end of the 95 % interval of it.", "其 95% 区间下限。").nullable(),
    expected_days_high: c.number("Upper end of the 95 % interval of it.", "其 95% 区间上限。").nullable(),
    expected_spend: c.money("Net revenue expected per purchase day.", "每购买日预期净收入。").nullable(),
    clv: c.money("Net revenue expected within the horizon, discounted.", "预测期内折现预期净收入。").nullable(),
    clv_low: c.money("Lower end of the 95 % interval of it.", "其 95% 区间下限。").nullable(),
    clv_high: c.money("Upper end of the 95 % interval of it.", "其 95% 区间上限。").nullable(),
    model: c.text("The purchase model in use.", "所用购买模型。").nullable(),
    horizon_days: c.wholeDays("How far ahead.", "预测天数。")
  }),
  query: (db) =>
    db
      .with("chosen", (db) =>
        db
          .selectFrom("int_purchase_model")
          .where("span", "=", "whole")
          .where("is_chosen", "=", true)
          .where("model", "<>", "gamma_gamma")
          .select(({ref}) => s.max(ref("model")).$castTo<string | null>().as("model"))
      )
      .selectFrom("int_purchase_value")
      .crossJoin("chosen")
      .where("span", "=", "whole")
      .select(({ref}) => {
        const money = (x: s.Value<number | null>) => s.toMoney(s.round(x, 4));
        const [clv, error] = [ref("clv"), clvError(ref)];
        return [
          "customer_id",
          "repeat_days",
          "last_age_days",
          "age_days",
          "alive_share",
          "expected_days",
          s.round(logLow(ref("expected_days"), ref("expected_error")), 6).as("expected_days_low"),
          s.round(logHigh(ref("expected_days"), ref("expected_error")), 6).as("expected_days_high"),
          money(ref("expected_spend") as never).as("expected_spend"),
          money(clv as never).as("clv"),
          money(logLow(clv, error)).as("clv_low"),
          money(logHigh(clv, error)).as("clv_high"),
          "model",
          "horizon_days"
        ];
      })
});
