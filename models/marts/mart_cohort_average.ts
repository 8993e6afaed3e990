import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {martCohortRetention} from "./mart_cohort_retention.ts";

/**
 * Retention of all cohorts that have completed month k, weighted by their size, one row per elapsed month.
 *
 * A cohort in which nobody ordered in month k counts with zero once that month is over. Intervals are Wilson's at 95 %.
 */
export const martCohortAverage = model({
  name: "mart_cohort_average",
  title: {
    en: "Mean retention over complete cohorts, one row per elapsed month.",
    zh: "已完成同期群的加权平均留存，每个月龄一行。"
  },
  from: [intAsOf, martCohortRetention],
  grain: ["months_since_first"],
  columns: z.strictObject({
    months_since_first: c.count("Whole calendar months since the first.", "距首单月的整月数。"),
    cohorts: c.count("Cohorts that have completed this month.", "已完成该月龄的同期群数。"),
    eligible_customers: c.count("Their customers.", "其客户数。"),
    active_customers: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    retention_share: c.share("Active ÷ eligible.", "留存率。"),
    retention_low: c.share("Lower end of its interval.", "区间下限。"),
    retention_high: c.share("Upper end of its interval.", "区间上限。"),
    returning_later_customers: c.count("With an order in the month or later.", "当月或之后有订单的客户数。"),
    returning_later_share: c.share("Unbounded retention.", "无界留存率。"),
    revenue_per_customer: c.money(
      "Cumulative net revenue up to the month per eligible customer.",
      "截至该月的人均累计净收入。"
    )
  }),
  query: (db) =>
    db
      .with("ages", (db) =>
        db
          .selectFrom("mart_cohort_retention")
          .groupBy("months_since_first")
          .select(({ref}) => [ref("months_since_first").as("age"), s.countRows().as("cells")])
      )
      .with("reached", (db) =>
        db
          .selectFrom("mart_cohort_retention")
          .crossJoin("ages")
          .crossJoin("int_as_of")
          .where(({ref}) =>
            s.compare(s.monthsBetween(ref("cohort_month"), ref("last_complete_month")), ">=", ref("age"))
          )
          .groupBy(["age", "cohort_month", "cohort_customers"])
          .select(({ref}) => {
            const now = s.compare(ref("months_since_first"), "=", ref("age"));
            const later = s.compare(ref("months_since_first"), ">=", ref("age"));
            const soFar = s.compare(ref("months_since_first"), "<=", ref("age"));
            return [
              "age",
              "cohort_customers",
              s.sum(s.when(now, ref("active_customers"), s.num(0))).as("active_customers"),
              s.max(s.when(later, ref("returning_later_customers"), s.num(0))).as("returning_later_customers"),
              s.sum(s.when(soFar, ref("net_revenue"), s.amount("0"))).as("net_revenue")
            ];
          })
      )
      .with("ageing", (db) =>
        db
          .selectFrom("reached")
          .groupBy("age")
          .select(({ref}) => [
            "age",
            s.countRows().as("cohorts"),
            s.toBigint(s.sum(ref("cohort_customers"))).as("eligible_customers"),
            s.toBigint(s.sum(ref("active_customers"))).as("active_customers"),
            s.toBigint(s.sum(ref("returning_later_customers"))).as("returning_later_customers"),
            s.sum(ref("net_revenue")).as("net_revenue")
          ])
      )
      .selectFrom("ageing")
      .select(({ref}) => [
        ref("age").as("months_since_first"),
        "cohorts",
        "eligible_customers",
        "active_customers",
        s.ratio(ref("active_customers"), ref("eligible_customers")).$notNull().as("retention_share"),
        wilsonLow(ref("active_customers"), ref("eligible_customers")).as("retention_low"),
        wilsonHigh(ref("active_customers"), ref("eligible_customers")).as("retention_high"),
        "returning_later_customers",
        s.ratio(ref("returning_later_customers"), ref("eligible_customers")).$notNull().as("returning_later_share"),
        s
          .round(s.ratio(ref("net_revenue"), ref("eligible_customers")), 4)
          .$notNull()
          .as("revenue_per_customer")
      ])
});
