import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {explain} from "../churn/drivers.ts";
import {learn, learningStates, methods} from "../churn/learn.ts";
import {dropSample, learningRows, sampleRows, snapshotsOf} from "../churn/sample.ts";
import {churnVersion} from "../churn/version.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intChurnFeatures} from "./int_churn_features.ts";
import {intSnapshot} from "./int_snapshot.ts";

/**
 * The churn models that foretell as_of, one row per method: what was learnt from every snapshot whose horizon has closed.
 *
 * too_few: under 500 customer-snapshots; one_class: under 50 of them left, or under 50 stayed; no_closed_horizon: none to learn from. No row
 * while there is no order.
 */
export const intChurnModel = model({
  name: "int_churn_model",
  title: {en: "The churn models of today, one row per method.", zh: "当前的流失模型，每种方法一行。"},
  from: [intAsOf, intChurnFeatures, intSnapshot],
  grain: ["method"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How it learns.", "学习方法。"),
    state: c.oneOf(learningStates, "fitted, or why there is no model.", "fitted 为已训练，否则说明原因。"),
    trained_rows: c.count(
      "Rows learnt from: a customer counts once per snapshot.",
      "训练行数：每位客户每个快照计一次。"
    ),
    trained_churned: c.count("Of them churned.", "其中流失。"),
    first_snapshot_on: c.day("First snapshot learnt from.", "最早的训练快照。").nullable(),
    last_snapshot_on: c.day("Last snapshot learnt from.", "最晚的训练快照。").nullable(),
    model: c
      .text("JSON: the model and the mean contribution of each feature.", "JSON：模型与各特征的平均贡献。")
      .nullable(),
    drivers: c.text("JSON: contribution by feature and bin.", "JSON：各特征各区间的贡献。").nullable()
  }),
  procedure: {
    version: () => [2, churnVersion],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace table ${table} (method varchar, state varchar, trained_rows bigint, trained_churned bigint,
        first_snapshot_on date, last_snapshot_on date, model varchar, drivers varchar)`);
      await sampleRows(warehouse);
      const now = (await snapshotsOf(warehouse)).find(({isAsOf}) => isAsOf);
      const days = now?.learnt ?? [];
      const sampled = await learningRows(warehouse, days);
      const {state, rows, churned, learners} = learn(sampled);
      for (const method of now ? methods : []) {
        const learner = learners?.[method];
        const explained = learner && explain(learner, sampled.table);
        await warehouse.connection.run(
          `insert into ${table} values ($1, $2, $3, $4, cast($5 as date), cast($6 as date), $7, $8)`,
          [
            method,
            state,
            rows,
            churned,
            days[0] ?? null,
            days.at(-1) ?? null,
            learner ? JSON.stringify({learner, means: explained!.means}) : null,
            explained ? JSON.stringify(explained.drivers) : null
          ]
        );
      }
      await dropSample(warehouse);
    }
  }
});
