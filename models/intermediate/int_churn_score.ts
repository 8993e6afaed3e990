import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {featureSql} from "../churn/catalogue.ts";
import {methods} from "../churn/learn.ts";
import {score} from "../churn/score.ts";
import {churnVersion} from "../churn/version.ts";
import {model} from "../model.ts";
import type {Scorer} from "../statistics/learning/scoreRows.ts";
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
    make: async ({warehouse, table}) => {
      const told = await warehouse.rows<{method: string; model: string}>(
        "select method, model from int_churn_model where model is not null"
      );
      const scorers = methods.map((method) => told.find((row) => row.method === method)?.model);
      await warehouse.run(`create or replace temp table churn_now as
        select row_number() over (order by customer_id)::double as n, customer_id, ${featureSql}
        from int_churn_features join int_as_of on snapshot_on = as_of_on order by customer_id`);
      const {rows} = await warehouse.row<{rows: number}>("select count(*) as rows from churn_now");
      const [logistic, trees] = scorers.map((text) => (text === undefined ? undefined : (JSON.parse(text) as Scorer)));
      await score(warehouse, logistic && trees ? rows : 0, [logistic!, trees!]);
      await warehouse.run(`create or replace table ${table} as
        select customer_id, logistic as logistic_risk, trees as trees_risk, logistic_reasons, trees_reasons
        from churn_now join churn_scored using (n) order by customer_id`);
      await warehouse.run("drop table churn_now; drop table churn_scored");
    }
  }
});
