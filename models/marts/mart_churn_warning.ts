import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {rulesOf, warnings} from "../intermediate/churnWarnings.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnFeatures} from "../intermediate/int_churn_features.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";

/**
 * Who shows which plain sign of leaving at as_of, one row per customer and warning.
 *
 * silence: days since the last order reach the configured multiple of the own median gap. slowing: the last gap reaches its multiple of
 * the own median gap, from three gaps on. value_fall: the mean net revenue of the last three purchase days fell by the configured
 * share of that of the days before. complaints: so many tickets within the configured days; usual is the customer's number in as many days of the year
 * before them. low_score: the last NPS answer of the last 365 days is at most the configured one; usual is the answer before.
 */
export const martChurnWarning = model({
  name: "mart_churn_warning",
  title: {
    en: "Who shows which plain sign of leaving, one row per customer and warning.",
    zh: "客户的流失预警信号，每位客户、每条预警一行。"
  },
  from: [intAsOf, intChurnFeatures],
  grain: ["customer_id", "warning"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    warning: c.oneOf(warnings, "The rule that warns.", "触发的规则。"),
    value: c.number("What it saw: days, days, money, tickets or a score.", "触发值：天数、天数、金额、工单数或评分。"),
    usual: c.number("What is usual for this customer; null: not known.", "该客户的常态；未知为空。").nullable(),
    severity: c.number("How far past the limit; 1 is just there.", "超出界限的程度，1 为刚达到。")
  }),
  query: (db, {churn}) =>
    db
      .with("judged", (db) =>
        db
          .selectFrom("int_churn_features")
          .innerJoin("int_as_of", "as_of_on", "snapshot_on")
          .select(({ref}) => {
            const rules = rulesOf(churn.warnings, (feature) => ref(feature));
            return [
              "customer_id",
              ...warnings.flatMap((warning) => [
                s.onlyWhen(rules[warning].warns, rules[warning].value).as(`value_${warning}`),
                rules[warning].usual.as(`usual_${warning}`),
                rules[warning].severity.as(`severity_${warning}`)
              ])
            ];
          })
      )
      .with("turned", (db) =>
        db
          .selectFrom("judged")
          .crossJoin(s.series(1, warnings.length, "place"))
          .select(({ref}) => {
            const ofRule = (column: "value" | "usual" | "severity") =>
              warnings.reduceRight<s.Value<number | null>>(
                (otherwise, warning, i) =>
                  s.when(s.compare(ref("n"), "=", s.num(i + 1)), ref(`${column}_${warning}`), otherwise),
                s.nothing("double precision")
              );
            return [
              "customer_id",
              nth(warnings, ref("n")).$castTo<(typeof warnings)[number]>().as("warning"),
              ofRule("value").as("value"),
              ofRule("usual").as("usual"),
              ofRule("severity").as("severity")
            ];
          })
      )
      .selectFrom("turned")
      .where("value", "is not", null)
      .select(({ref}) => [
        "customer_id",
        "warning",
        ref("value").$notNull().as("value"),
        "usual",
        ref("severity").$notNull().as("severity")
      ])
});
