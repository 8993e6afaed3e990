import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intPurchaseModel, valueModels} from "../intermediate/int_purchase_model.ts";
import {purchaseSpans} from "../intermediate/int_purchase_span.ts";
import {readModels} from "../purchase/readModels.ts";

const names = ["r", "alpha", "a", "b", "s", "beta", "p", "q", "gamma", "mean_spend"] as const;
const z95 = 1.959963984540054;

/**
 * Parameters of the fitted models with their errors, one row per span, model and parameter.
 *
 * alpha and beta are in weeks, gamma and mean_spend in the company's currency. Standard errors are from the observed information, intervals are
 * symmetric in the logarithm; both are null for a parameter at its bound.
 */
export const martPurchaseParameter = model({
  name: "mart_purchase_parameter",
  title: {
    en: "Parameters of the fitted models with their errors, one row per span, model and parameter.",
    zh: "拟合模型的参数与误差，每个区间、模型与参数一行。"
  },
  from: [intPurchaseModel],
  grain: ["span", "model", "parameter"],
  columns: z.strictObject({
    span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
    model: c.oneOf(valueModels, "Which model.", "模型。"),
    parameter: c.oneOf(names, "Which parameter.", "参数。"),
    value: c.number("Its estimate.", "估计值。"),
    standard_error: c.number("Standard error.", "标准误。").nullable(),
    low: c.number("Lower end of the 95 % interval.", "95% 区间下限。").nullable(),
    high: c.number("Upper end of the 95 % interval.", "95% 区间上限。").nullable()
  }),
  procedure: {
    version: () => 1,
    make: async ({warehouse, table}) => {
      const rows = (await readModels(warehouse)).flatMap(({span, model, names, parameters, covariance}) =>
        parameters.map((value, i) => {
          const error = Math.sqrt(covariance[i]![i]!);
          const spread = Math.exp((z95 * error) / value);
          const doubt = error > 0 ? [error, value / spread, value * spread] : ["null", "null", "null"];
          return `('${span}', '${model}', '${names[i]}', ${[value, ...doubt].join(", ")})`;
        })
      );
      const none = "('', '', '', 0, 0, 0, 0)";
      await warehouse.run(`create or replace table ${table} as
        select span, model, parameter, value::double as value, standard_error::double as standard_error, low::double as low, high::double as high
        from (values ${rows.join(", ") || none}) as t (span, model, parameter, value, standard_error, low, high) where span <> ''`);
    }
  }
});
