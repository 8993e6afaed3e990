import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import * as s from "../sql.ts";
import {martChurnForecast} from "./mart_churn_forecast.ts";

/**
 * Foretold against observed churn over all tested snapshots, one row per tenth of foretold risk that occurred.
 */
export const martChurnCalibration = model({
  name: "mart_churn_calibration",
  title: {
    en: "Foretold against observed churn, one row per tenth of risk.",
    zh: "预测与实际流失的校准，每个风险十分位段一行。"
  },
  from: [martChurnForecast],
  grain: ["risk_tenth"],
  columns: z.strictObject({
    risk_tenth: c.integer("0: risk under 10 %, … 9: 90 % and more.", "0 为低于 10%，……，9 为 90% 及以上。"),
    snapshots: c.count("Customer-snapshots.", "客户快照数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    foretold_share: c.share("Mean foretold risk.", "平均预测风险。"),
    observed_share: c.share("Observed churn.", "实际流失率。"),
    observed_low: c.share("Lower end of its 95 % Wilson interval.", "区间下限。"),
    observed_high: c.share("Upper end of its interval.", "区间上限。")
  }),
  query: (db) =>
    db
      .with("tenths", (db) =>
        db
          .selectFrom("mart_churn_forecast")
          .select(({ref}) => [
            s.least(s.toBigint(s.floor(s.ratio(ref("risk_10k"), s.num(1000)))), s.toBigint(s.num(9))).as("risk_tenth"),
            "customers",
            "churned",
            s.multiply(ref("risk_10k"), ref("customers")).as("foretold")
          ])
      )
      .with("totals", (db) =>
        db
          .selectFrom("tenths")
          .groupBy("risk_tenth")
          .select(({ref}) => [
            ref("risk_tenth").$notNull().as("risk_tenth"),
            s.toBigint(s.sum(ref("customers"))).as("snapshots"),
            s.toBigint(s.sum(ref("churned"))).as("churned"),
            s.toBigint(s.sum(ref("foretold"))).as("foretold")
          ])
      )
      .selectFrom("totals")
      .select(({ref}) => [
        "risk_tenth",
        "snapshots",
        "churned",
        s
          .ratio(ref("foretold"), s.multiply(ref("snapshots"), s.num(10000)))
          .$notNull()
          .as("foretold_share"),
        s.ratio(ref("churned"), ref("snapshots")).$notNull().as("observed_share"),
        wilsonLow(ref("churned"), ref("snapshots")).as("observed_low"),
        wilsonHigh(ref("churned"), ref("snapshots")).as("observed_high")
      ])
});
