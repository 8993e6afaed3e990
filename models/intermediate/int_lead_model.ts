import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {explain} from "../churn/drivers.ts";
import {featureIds} from "../leads/catalogue.ts";
import {learn, learningStates, methods} from "../leads/learn.ts";
import {dropSample, learningRows, sampleRows} from "../leads/sample.ts";
import {leadVersion} from "../leads/version.ts";
import {model} from "../model.ts";
import {intLeadFeatures} from "./int_lead_features.ts";
import {intLeadField} from "./int_lead_field.ts";
import {intLeadHorizon} from "./int_lead_horizon.ts";

/**
 * The models that foretell open leads, one row per method: what was learnt from every past moment whose horizon is over.
 *
 * too_few: under 300 leads are older than the horizon; one_class: under 50 of them converted, or under 50 did not; no_closed_horizon:
 * none is that old.
 */
export const intLeadModel = model({
  name: "int_lead_model",
  title: {en: "The lead models of today, one row per method.", zh: "当前的线索模型，每种方法一行。"},
  from: [intLeadFeatures, intLeadField, intLeadHorizon],
  grain: ["method"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How it learns.", "学习方法。"),
    state: c.oneOf(learningStates, "fitted, or why there is no model.", "fitted 为已训练，否则说明原因。"),
    trained_leads: c.count("Leads older than the horizon.", "超过观察期的线索数。"),
    trained_converted: c.count("Of them converted within it.", "其中转换数。"),
    trained_rows: c.count("Rows learnt from: a lead counts once per moment.", "训练行数：每条线索每个时点计一次。"),
    model: c
      .text("JSON: the model and the mean contribution of each feature.", "JSON：模型与各特征的平均贡献。")
      .nullable(),
    drivers: c.text("JSON: contribution by feature and bin.", "JSON：各特征各区间的贡献。").nullable()
  }),
  procedure: {
    version: () => [1, leadVersion],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace table ${table} (method varchar, state varchar, trained_leads bigint, trained_converted bigint,
        trained_rows bigint, model varchar, drivers varchar)`);
      await sampleRows(warehouse);
      const sampled = await learningRows(warehouse, null);
      const {state, leads, converted, learners} = learn(sampled);
      for (const method of methods) {
        const learner = learners?.[method];
        const explained = learner && explain(learner, sampled.table, featureIds);
        await warehouse.connection.run(`insert into ${table} values ($1, $2, $3, $4, $5, $6, $7)`, [
          method,
          state,
          leads,
          converted,
          learner ? sampled.table.rows : 0,
          learner ? JSON.stringify({learner, means: explained!.means}) : null,
          explained ? JSON.stringify(explained.drivers) : null
        ]);
      }
      await dropSample(warehouse);
    }
  }
});
