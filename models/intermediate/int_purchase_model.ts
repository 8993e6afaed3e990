import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {reasons} from "../purchase/choose.ts";
import {modelStates} from "../purchase/modelRows.ts";
import {modelsOf} from "../purchase/modelsOf.ts";
import {purchaseModels} from "../statistics/purchase/fitPurchase.ts";
import {intPurchaseHistory} from "./int_purchase_history.ts";
import {intPurchaseSpan, purchaseSpans} from "./int_purchase_span.ts";

export const valueModels = [...purchaseModels, "gamma_gamma"] as const;

/**
 * The fitted models of purchases and of spend, one row per span and model.
 *
 * Maximum likelihood over groups of equal histories in weeks: BG/NBD, MBG/NBD, Pareto/NBD (on a sample of about 20,000 groups where there are
 * more, whose customers, likelihood and errors it then has), Gamma–Gamma. The purchase model in use is the one with the least Poisson
 * deviance of the days held out, unless the configuration names one; where that could not be fitted the next best is a fallback.
 * Spend falls back to everybody's mean where under 30 customers came back and paid, where spend goes with frequency (|r| above 0.3),
 * or where no mean is finite. Under 28 days of history, 100 customers or 30 who came back, nothing is fitted. reason bound: a
 * parameter stands at the end of its range and has no error of its own.
 */
export const intPurchaseModel = model({
  name: "int_purchase_model",
  title: {
    en: "The fitted models of purchases and of spend, one row per span and model.",
    zh: "购买与消费模型的拟合结果，每个区间与模型一行。"
  },
  from: [intPurchaseSpan, intPurchaseHistory],
  grain: ["span", "model"],
  columns: z.strictObject({
    span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
    model: c.oneOf(valueModels, "Which model.", "模型。"),
    state: c.oneOf(modelStates, "What came of it.", "拟合状态。"),
    reason: c.oneOf(reasons, "Why it is chosen, or why it could not be fitted.", "选用或未能拟合的原因。").nullable(),
    parameters: c.text("Parameters by name, as JSON; time in weeks.", "参数（JSON，时间单位为周）。"),
    covariance: c.text("Their covariance, as JSON.", "参数协方差（JSON）。"),
    log_likelihood: c.number("Logarithm of the likelihood.", "对数似然。").nullable(),
    customers: c.count("Customers fitted on.", "拟合所用客户数。"),
    groups: c.count("Groups of equal histories among them.", "其中历史相同的分组数。"),
    iterations: c.count("Newton steps.", "牛顿迭代次数。"),
    gradient_norm: c.number("Norm of the gradient in the logs of the parameters.", "对数参数梯度范数。").nullable(),
    heldout_deviance: c
      .number("Poisson deviance per customer of the days held out.", "留出期每位客户的泊松偏差。")
      .nullable(),
    correlation: c.number("Of purchase frequency and spend.", "购买频次与消费额的相关系数。").nullable(),
    is_chosen: c.flag("The one in use.", "是否选用。")
  }),
  procedure: {
    version: ({value}) => [1, value.model],
    make: async ({warehouse, settings, table}) => {
      const rows = await modelsOf(warehouse, settings);
      await warehouse.connection.run(
        `create or replace table ${table} as
         select span, model, state, reason, cast(parameters as varchar) as parameters, cast(covariance as varchar) as covariance, log_likelihood,
           customers, groups, iterations, gradient_norm, heldout_deviance, correlation, is_chosen
         from (select unnest(from_json($1, '[{"span": "varchar", "model": "varchar", "state": "varchar", "reason": "varchar", "parameters": "json",
           "covariance": "json", "log_likelihood": "double", "customers": "bigint", "groups": "bigint", "iterations": "bigint",
           "gradient_norm": "double", "heldout_deviance": "double", "correlation": "double", "is_chosen": "boolean"}]'), recursive := true))`,
        [JSON.stringify(rows)]
      );
    }
  }
});
