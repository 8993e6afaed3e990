import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {foretell} from "../churn/forecast.ts";
import {dropSample, sampleRows, snapshotsOf} from "../churn/sample.ts";
import {churnVersion} from "../churn/version.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intChurnFeatures} from "./int_churn_features.ts";
import {intSnapshot} from "./int_snapshot.ts";

/**
 * What each method foretold of past customers from what was known by then, one row per snapshot and customer of the sample.
 *
 * A snapshot is foretold by models that learnt from snapshots whose horizon had closed by its day (split by time), and whose history was
 * as long as a horizon; the latest twelve closed ones and those still running, not as_of. The sample is at most 50,000 customers, the same
 * of every snapshot, by hash; at most 30,000 rows are learnt from. Snapshots with too little past are absent. Risks are
 * probabilities of no order within the horizon: logistic, trees (models/churn); recency: a curve over the days since the last order alone;
 * alive: 1 − P(order) of the MBG/NBD, null where it could not be fitted; base: the share that churned in the rows learnt from.
 */
export const intChurnForecast = model({
  name: "int_churn_forecast",
  title: {
    en: "What each method foretold of past customers, one row per snapshot and sampled customer.",
    zh: "各方法对历史客户的预测，每个快照每位抽样客户一行。"
  },
  from: [intAsOf, intChurnFeatures, intSnapshot],
  grain: ["snapshot_on", "customer_id"],
  columns: z.strictObject({
    snapshot_on: c.day("The snapshot.", "快照日。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    is_horizon_closed: c.flag("The horizon after the snapshot is over.", "视野期是否已结束。"),
    has_churned: c
      .flag("No order within the horizon; null while it runs.", "视野期内未再下单；未结束为空。")
      .nullable(),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。"),
    logistic_risk: c.share("Risk by logistic regression.", "逻辑回归给出的风险。"),
    trees_risk: c.share("Risk by boosted trees.", "提升树给出的风险。"),
    recency_risk: c.share("Risk by recency alone.", "仅按近度的风险。"),
    alive_risk: c.share("Risk by the purchase model.", "购买模型给出的风险。").nullable(),
    base_risk: c.share("Share that churned in the rows learnt from.", "训练数据的流失率。"),
    trained_rows: c.count(
      "Rows learnt from: a customer counts once per snapshot.",
      "训练行数：每位客户每个快照计一次。"
    )
  }),
  procedure: {
    version: () => [2, churnVersion],
    make: async ({warehouse, table}) => {
      await sampleRows(warehouse);
      await foretell(warehouse, await snapshotsOf(warehouse));
      await warehouse.run(`create or replace table ${table} as
        select snapshot_on, customer_id, is_horizon_closed, has_churned,
          cast(round(greatest(0, net_revenue_365d) * horizon_days / 365, 2) as decimal(18, 4)) as expected_revenue,
          logistic as logistic_risk, trees as trees_risk, recency as recency_risk, 1 - return_share as alive_risk, base as base_risk,
          cast(trained as bigint) as trained_rows
        from churn_row join churn_foretold using (n) cross join int_as_of order by snapshot_on, customer_id`);
      await warehouse.run("drop table churn_foretold");
      await dropSample(warehouse);
    }
  }
});
