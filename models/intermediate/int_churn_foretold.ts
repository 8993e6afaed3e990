import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intChurnForecast} from "./int_churn_forecast.ts";

export const methods = ["logistic", "trees", "recency", "alive", "base"] as const;

/**
 * What was foretold of closed snapshots and what came, one row per snapshot, method and foretold risk.
 *
 * Customers of equal risk are one row: they share their place in every ranking. A method is absent from a snapshot that it foretold
 * nothing of.
 */
export const intChurnForetold = model({
  name: "int_churn_foretold",
  title: {
    en: "Foretold against actual churn, one row per closed snapshot, method and foretold risk.",
    zh: "预测与实际流失，每个已结束快照、方法、预测风险一行。"
  },
  from: [intChurnForecast],
  grain: ["snapshot_on", "method", "risk_share"],
  columns: z.strictObject({
    snapshot_on: c.day("The tested snapshot.", "检验快照日。"),
    method: c.oneOf(methods, "How it was foretold.", "预测方法。"),
    risk_share: c.share("Foretold risk.", "预测风险。"),
    customers: c.count("Customers of that risk.", "该风险的客户数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    trained_rows: c.count("Customer-snapshots that the method had learnt from.", "训练所用的客户快照数。")
  }),
  query: (db) =>
    db
      .with("foretold", (db) =>
        db
          .selectFrom("int_churn_forecast")
          .crossJoin(s.series(1, methods.length, "place"))
          .where("is_horizon_closed", "=", true)
          .select(({ref}) => {
            const is = (i: number) => s.compare(ref("n"), "=", s.num(i + 1));
            const risks = [
              ref("logistic_risk"),
              ref("trees_risk"),
              ref("recency_risk"),
              ref("alive_risk"),
              ref("base_risk")
            ];
            return [
              "snapshot_on",
              "n",
              "has_churned",
              "trained_rows",
              risks
                .reduceRight<s.Value<number | null>>(
                  (otherwise, risk, i) => s.when(is(i), risk, otherwise),
                  s.nothing("double precision")
                )
                .as("risk")
            ];
          })
      )
      .with("counted", (db) =>
        db
          .selectFrom("foretold")
          .where("risk", "is not", null)
          .groupBy(["snapshot_on", "n", "risk"])
          .select(({ref}) => [
            "snapshot_on",
            "n",
            ref("risk").$notNull().as("risk_share"),
            s.countRows().as("customers"),
            s.countRows().filterWhere("has_churned", "=", true).as("churned"),
            s.max(ref("trained_rows")).as("trained_rows")
          ])
      )
      .selectFrom("counted")
      .select(({ref}) => [
        "snapshot_on",
        nth(methods, ref("n")).$castTo<(typeof methods)[number]>().as("method"),
        "risk_share",
        "customers",
        "churned",
        "trained_rows"
      ])
});
