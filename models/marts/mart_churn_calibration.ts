import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {fromParts, inParts} from "../exact.ts";
import {intChurnForetold, methods} from "../intermediate/int_churn_foretold.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {riskTenth} from "./riskTenth.ts";

/**
 * Foretold against observed churn over all tested snapshots, one row per method and tenth of foretold risk that occurred.
 *
 * Intervals are Wilson's at 95 % for the customers of a mean snapshot: the same customers come again in the next one and say little new.
 */
export const martChurnCalibration = model({
  name: "mart_churn_calibration",
  title: {
    en: "Foretold against observed churn, one row per method and tenth of risk.",
    zh: "预测与实际流失的校准，每种方法、每个风险十分位段一行。"
  },
  from: [intChurnForetold],
  grain: ["method", "risk_tenth"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How it was foretold.", "预测方法。"),
    risk_tenth: c.integer("0: risk under 10 %, … 9: 90 % and more.", "0 为低于 10%，……，9 为 90% 及以上。"),
    customers: c.count(
      "Customer-snapshots: a customer counts once per snapshot.",
      "客户快照数：每位客户在每个快照计一次。"
    ),
    churned: c.count("Of them churned.", "其中流失。"),
    foretold_share: c.share("Mean foretold risk.", "平均预测风险。"),
    observed_share: c.share("Observed churn.", "实际流失率。"),
    observed_low: c.share("Lower end of its 95 % interval.", "区间下限。"),
    observed_high: c.share("Upper end of its interval.", "区间上限。")
  }),
  query: (db) =>
    db
      .with("tenths", (db) =>
        db
          .selectFrom("int_churn_foretold")
          .select(({ref}) => [
            "method",
            "snapshot_on",
            riskTenth(ref("risk_share")).as("risk_tenth"),
            "customers",
            "churned",
            s.multiply(inParts(ref("risk_share")), ref("customers")).as("foretold")
          ])
      )
      .with("snapshots", (db) =>
        db
          .selectFrom("int_churn_foretold")
          .groupBy("method")
          .select(({ref}) => [ref("method").as("tested_method"), s.countDistinct(ref("snapshot_on")).as("snapshots")])
      )
      .with("totals", (db) =>
        db
          .selectFrom("tenths")
          .innerJoin("snapshots", "tested_method", "method")
          .groupBy(["method", "risk_tenth", "snapshots"])
          .select(({ref}) => [
            "method",
            "risk_tenth",
            "snapshots",
            s.toBigint(s.sum(ref("customers"))).as("customers"),
            s.toBigint(s.sum(ref("churned"))).as("churned"),
            fromParts(s.sum(ref("foretold"))).as("foretold")
          ])
      )
      .selectFrom("totals")
      .select(({ref}) => {
        const mean = (x: "customers" | "churned") => s.ratio(ref(x), ref("snapshots")).$notNull();
        return [
          "method",
          "risk_tenth",
          "customers",
          "churned",
          s.least(s.ratio(ref("foretold"), ref("customers")).$notNull(), s.toDouble(s.num(1))).as("foretold_share"),
          s.ratio(ref("churned"), ref("customers")).$notNull().as("observed_share"),
          wilsonLow(mean("churned"), mean("customers")).as("observed_low"),
          wilsonHigh(mean("churned"), mean("customers")).as("observed_high")
        ];
      })
});
