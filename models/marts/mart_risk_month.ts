import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnForecast} from "../intermediate/int_churn_forecast.ts";
import {intChurnGroup} from "../intermediate/int_churn_group.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {valueAt} from "./churnValue.ts";
import {martChurnCalibration} from "./mart_churn_calibration.ts";
import {martChurnRisk} from "./mart_churn_risk.ts";
import {martChurnRule} from "./mart_churn_rule.ts";
import {martChurnState} from "./mart_churn_state.ts";
import {riskTenth} from "./riskTenth.ts";

/**
 * What was at risk at as_of and at the month ends before it, one row per snapshot of the last 13 months.
 *
 * as_of is the sum over mart_churn_risk. Where a model is used, a month end before is what the model foretold with what was known by
 * its day, scaled from the sample to all customers by expected revenue; none where it had too little to learn from. Where rules are
 * used, every snapshot is valued with today's shares of mart_churn_rule. Low and high take the ends of the risks' intervals as in
 * mart_churn_risk, so that customers of like risk err together. No rows where nothing tells who leaves.
 */
export const martRiskMonth = model({
  name: "mart_risk_month",
  title: {
    en: "What was at risk at past month ends, one row per snapshot.",
    zh: "历次月末的风险敞口，每个快照一行。"
  },
  from: [intAsOf, intChurnForecast, intChurnGroup, martChurnCalibration, martChurnRisk, martChurnRule, martChurnState],
  grain: ["snapshot_on"],
  columns: z.strictObject({
    snapshot_on: c.day("As of the end of this day.", "快照日（当日末）。"),
    customers: c.count("Customers with an order by then.", "当时有订单的客户数。"),
    expected_revenue: c.money("Their usual revenue of one horizon.", "其一个视野期的常规收入。"),
    value_at_risk: c.money("Risk × expected revenue, summed.", "风险价值之和。"),
    value_low: c.money("The same at the lower ends of the risks.", "按风险区间下限计。"),
    value_high: c.money("The same at the upper ends of the risks.", "按风险区间上限计。"),
    is_as_of: c.flag("The last snapshot, as_of itself.", "是否为截止日快照。")
  }),
  query: (db) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_churn_group")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(ref("snapshot_on"), ">=", s.addMonths(ref("as_of_on"), s.num(-13))))
          .where(({ref}) => s.compare(ref("snapshot_on"), "<", ref("as_of_on")))
          .groupBy(["snapshot_on", "horizon_days"])
          .select(({ref}) => [
            ref("snapshot_on").as("day_on"),
            s.toBigint(s.sum(ref("customers"))).as("customers"),
            s
              .roundMoney(
                s.ratio(s.multiply(s.sum(ref("net_revenue_365d")), ref("horizon_days")), s.num(365)).$notNull()
              )
              .as("expected_revenue")
          ])
      )
      .with("sampled", (db) =>
        db
          .selectFrom("int_churn_forecast")
          .innerJoin("days", "day_on", "snapshot_on")
          .crossJoin("mart_churn_state")
          .select(({ref}) => {
            const of = (method: string, risk: s.Value<number | null>) =>
              s.onlyWhen(s.compare(ref("method"), "=", s.text(method)), risk);
            return [
              "snapshot_on",
              "method",
              ref("int_churn_forecast.expected_revenue").as("expected"),
              s
                .firstOf(of("logistic", ref("logistic_risk") as never), of("trees", ref("trees_risk") as never))
                .as("risk")
            ];
          })
      )
      .with("foretold", (db) =>
        db
          .selectFrom("sampled")
          .leftJoin("mart_churn_calibration as seen", (on) =>
            on
              .onRef("seen.method", "=", "sampled.method")
              .on(({ref}) => s.compare(ref("risk_tenth"), "=", riskTenth(ref("risk"))))
          )
          .where("risk", "is not", null)
          .groupBy("snapshot_on")
          .select(({ref}) => [
            "snapshot_on",
            s.sum(ref("expected")).as("expected"),
            valueAt(ref("risk"), ref("expected")).as("value"),
            valueAt(
              s.least<number | null>(s.firstOf(ref("observed_low"), ref("risk")), ref("risk")),
              ref("expected")
            ).as("low"),
            valueAt(
              s.greatest<number | null>(s.firstOf(ref("observed_high"), ref("risk")), ref("risk")),
              ref("expected")
            ).as("high")
          ])
      )
      .with("ruled", (db) =>
        db
          .selectFrom("int_churn_group")
          .innerJoin("days", "day_on", "snapshot_on")
          .innerJoin("mart_churn_rule as rule", "rule.warned_of", "int_churn_group.warned_of")
          .crossJoin("mart_churn_state")
          .where("uses", "=", "rules")
          .groupBy("snapshot_on")
          .select(({ref}) => [
            "snapshot_on",
            s.sum(ref("net_revenue_365d")).as("expected"),
            valueAt(ref("risk_share"), ref("net_revenue_365d")).as("value"),
            valueAt(ref("risk_low"), ref("net_revenue_365d")).as("low"),
            valueAt(ref("risk_high"), ref("net_revenue_365d")).as("high")
          ])
      )
      .with("shares", (db) => db.selectFrom("foretold").selectAll().unionAll(db.selectFrom("ruled").selectAll()))
      .with("now", (db) =>
        db
          .selectFrom("mart_churn_risk")
          .crossJoin("int_as_of")
          .groupBy("as_of_on")
          .having(({ref}) => s.compare(s.count(ref("risk_share")), ">", s.num(0)))
          .select(({ref}) => [
            ref("as_of_on").as("snapshot_on"),
            s.countRows().as("customers"),
            s.sum(ref("expected_revenue")).as("expected_revenue"),
            s.sum(ref("value_at_risk")).$castTo<number>().as("value_at_risk"),
            valueAt(ref("risk_low"), ref("expected_revenue")).$notNull().as("value_low"),
            valueAt(ref("risk_high"), ref("expected_revenue")).$notNull().as("value_high"),
            s.anyTrue(s.yes).as("is_as_of")
          ])
      )
      .selectFrom("shares")
      .innerJoin("days", "day_on", "snapshot_on")
      .select(({ref}) => {
        const scaled = (x: "value" | "low" | "high") =>
          s.roundMoney(
            s.multiply(
              s.coalesce(s.ratio(ref(x), ref("expected")), s.toDouble(s.num(0))),
              s.toDouble(ref("expected_revenue"))
            )
          );
        return [
          "snapshot_on",
          "customers",
          "expected_revenue",
          scaled("value").as("value_at_risk"),
          scaled("low").as("value_low"),
          scaled("high").as("value_high"),
          s.no.as("is_as_of")
        ];
      })
      .unionAll(db.selectFrom("now" as never).selectAll() as never)
});
