import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {learningStates, methods} from "../churn/learn.ts";
import {model} from "../model.ts";
import {intChurnModel} from "./int_churn_model.ts";

/**
 * What drives the risk in the models of today, one row per method, feature and bin of its values; bin 0 holds unknown values.
 *
 * Bins are eighths of the rows learnt from, fewer where values repeat. A contribution is in log odds, against the feature's mean over them.
 */
export const intChurnDriver = model({
  name: "int_churn_driver",
  title: {
    en: "What drives the risk, one row per method, feature and bin.",
    zh: "风险的驱动因素，每种方法每个特征每个区间一行。"
  },
  from: [intChurnModel],
  grain: ["method", "feature", "bin"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How the model learns.", "学习方法。"),
    feature: c.id("The feature.", "特征。", "public"),
    bin: c.integer("Place of the bin, from 1; 0: unknown.", "区间序号，从 1 开始；0 为未知。"),
    bin_from: c.number("Values from here on; null: no end.", "下限（含）；空为无下限。").nullable(),
    bin_to: c.number("Up to, not including; null: no end.", "上限（不含）；空为无上限。").nullable(),
    rows: c.count("Rows learnt from in the bin.", "区间内训练行数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    log_odds: c.number("Mean contribution in log odds.", "平均贡献（对数几率）。"),
    importance: c.number("Mean absolute contribution of the feature.", "该特征的平均绝对贡献。")
  }),
  procedure: {
    version: () => [1, learningStates],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace table ${table} as
        select method, d.feature as feature, d.bin as bin, d."from" as bin_from, d."to" as bin_to, d.rows as rows, d.churned as churned,
          d."logOdds" as log_odds, d.importance as importance
        from (select method, unnest(from_json(drivers, '[{"feature": "VARCHAR", "bin": "BIGINT", "from": "DOUBLE", "to": "DOUBLE", "rows": "BIGINT",
          "churned": "BIGINT", "logOdds": "DOUBLE", "importance": "DOUBLE"}]')) as d from int_churn_model where drivers is not null)
        order by 1, 2, 3`);
    }
  }
});
