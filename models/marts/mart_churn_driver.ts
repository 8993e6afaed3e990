import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intChurnDriver} from "../intermediate/int_churn_driver.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martChurnState} from "./mart_churn_state.ts";

/**
 * What raises and lowers the risk in the model that is used, one row per feature and bin; none where no model is used.
 *
 * log_odds is the mean contribution of the bin against the mean customer, importance the mean absolute contribution of the feature over all that
 * the model learnt from. Associations, not causes.
 */
export const martChurnDriver = model({
  name: "mart_churn_driver",
  title: {
    en: "What raises and lowers the risk, one row per feature and bin.",
    zh: "风险的影响因素，每个特征、每个分箱一行。"
  },
  from: [intChurnDriver, martChurnState],
  grain: ["feature", "bin"],
  columns: z.strictObject({
    feature: c.id("The feature.", "特征。", "public"),
    place: c.count("Place of the feature by importance, from 1.", "按重要性的名次，从 1 开始。"),
    importance: c.number("Mean absolute contribution, log odds.", "平均绝对贡献（对数几率）。"),
    bin: c.integer("The bin.", "分箱。"),
    bin_from: c.number("Its values from; null: no lower end, or not known.", "取值下限；空为无下限或未知。").nullable(),
    bin_to: c.number("Its values to.", "取值上限。").nullable(),
    customers: c.count("Customer-snapshots in it.", "客户快照数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    churn_share: c.share("Churned ÷ customers; null for an empty bin.", "流失率；空箱为空。").nullable(),
    log_odds: c.number(
      "Contribution against the mean, log odds; above 0 raises the risk.",
      "相对均值的贡献（对数几率），大于 0 则提高风险。"
    )
  }),
  query: (db) =>
    db
      .with("used", (db) =>
        db
          .selectFrom("int_churn_driver")
          .innerJoin("mart_churn_state", "mart_churn_state.method", "int_churn_driver.method")
          .select(["feature", "bin", "bin_from", "bin_to", "rows", "churned", "log_odds", "importance"])
      )
      .with("features", (db) =>
        db
          .selectFrom("used")
          .groupBy("feature")
          .select(({ref}) => [ref("feature").as("placed_feature"), s.max(ref("importance")).as("greatest")])
      )
      .with("places", (db) =>
        db
          .selectFrom("features")
          .select(({ref}) => [
            "placed_feature",
            s.ordered(s.rowNumber(), {orderBy: [s.descending(ref("greatest")), ref("placed_feature")]}).as("place")
          ])
      )
      .selectFrom("used")
      .innerJoin("places", "placed_feature", "feature")
      .select(({ref}) => [
        "feature",
        "place",
        "importance",
        "bin",
        "bin_from",
        "bin_to",
        ref("rows").as("customers"),
        "churned",
        s.ratio(ref("churned"), ref("rows")).as("churn_share"),
        "log_odds"
      ])
});
