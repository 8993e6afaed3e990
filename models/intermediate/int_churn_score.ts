import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {featureNames, featureSql} from "../churn/catalogue.ts";
import {reasonsOf} from "../churn/reasons.ts";
import {churnVersion} from "../churn/version.ts";
import {model} from "../model.ts";
import {scoreNow} from "../statistics/learning/scoreNow.ts";
import {intAsOf} from "./int_as_of.ts";
import {intChurnFeatures} from "./int_churn_features.ts";
import {intChurnModel} from "./int_churn_model.ts";

/**
 * What the models of today foretell of every customer at as_of and why, one row per customer with an order; none where there is no model.
 *
 * Reasons are the themes whose features raise the risk against the mean customer learnt from, with what they add in log odds, the greatest
 * first, at most five: exact for the logistic regression, path attribution (Saabas 2014) for trees.
 */
export const intChurnScore = model({
  name: "int_churn_score",
  title: {
    en: "What the models foretell of every customer, one row per customer with an order.",
    zh: "模型对每位客户的预测与原因，每位有订单的客户一行。"
  },
  from: [intAsOf, intChurnFeatures, intChurnModel],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    logistic_risk: c.share("Risk by logistic regression.", "逻辑回归给出的风险。"),
    trees_risk: c.share("Risk by boosted trees.", "提升树给出的风险。"),
    logistic_reasons: c.text(
      "JSON: theme and log odds, what raises it most first.",
      "JSON：主题与对数几率，按作用排序。"
    ),
    trees_reasons: c.text("JSON: theme and log odds, what raises it most first.", "JSON：主题与对数几率，按作用排序。")
  }),
  procedure: {
    version: () => [2, churnVersion],
    make: ({warehouse, table}) =>
      scoreNow(warehouse, table, {
        learnt: intChurnModel.name,
        key: "customer_id",
        called: "risk",
        rows: "int_churn_features join int_as_of on snapshot_on = as_of_on",
        featureSql,
        featureNames,
        reasonsOf
      })
  }
});
