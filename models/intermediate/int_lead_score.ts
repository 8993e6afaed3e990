import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {featureNames, featureSql} from "../leads/catalogue.ts";
import {reasonsOf} from "../leads/reasons.ts";
import {refusedFeatures} from "../leads/sample.ts";
import {leadVersion} from "../leads/version.ts";
import {model} from "../model.ts";
import {scoreNow} from "../statistics/learning/scoreNow.ts";
import {intLeadFeatures} from "./int_lead_features.ts";
import {intLeadField} from "./int_lead_field.ts";
import {intLeadModel} from "./int_lead_model.ts";

/**
 * What the models of today foretell of every open lead and why, one row per dated open lead; none where there is no model.
 *
 * Reasons are the themes whose features raise the chance against the mean lead learnt from, with what they add in log odds, the greatest
 * first, at most five: exact for the logistic regression, path attribution (Saabas 2014) for trees.
 */
export const intLeadScore = model({
  name: "int_lead_score",
  title: {
    en: "What the models foretell of every open lead, one row per lead.",
    zh: "模型对每条跟进中线索的预测与原因，每条一行。"
  },
  from: [intLeadFeatures, intLeadField, intLeadModel],
  grain: ["lead_id"],
  columns: z.strictObject({
    lead_id: c.id("The lead.", "线索编号。"),
    logistic_chance: c.share("Chance by logistic regression.", "逻辑回归给出的概率。"),
    trees_chance: c.share("Chance by boosted trees.", "提升树给出的概率。"),
    logistic_reasons: c.text(
      "JSON: theme and log odds, what raises it most first.",
      "JSON：主题与对数几率，按作用排序。"
    ),
    trees_reasons: c.text("JSON: theme and log odds, what raises it most first.", "JSON：主题与对数几率，按作用排序。")
  }),
  procedure: {
    version: () => [1, leadVersion],
    make: async ({warehouse, table}) =>
      scoreNow(warehouse, table, {
        learnt: intLeadModel.name,
        key: "lead_id",
        called: "chance",
        rows: "int_lead_features where moment = 'now'",
        featureSql: featureSql(await refusedFeatures(warehouse)),
        featureNames,
        reasonsOf
      })
  }
});
