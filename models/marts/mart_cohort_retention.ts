import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {byPeriod} from "../cohortPeriods.ts";
import {cohortPeriods} from "../cohortDimensions.ts";
import {cellColumns, intCohortCell} from "../intermediate/int_cohort_cell.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/**
 * Retention by acquisition cohort, one row per period, group, cohort and elapsed period.
 *
 * A customer joins the cohort of the week, month or quarter of their first order and is active in each one with an order; rolling periods
 * are 30 days each from the customer's own first order, of cohorts by month. Periods in which nobody of the cohort ordered are absent;
 * those still running for anybody of it are marked partial. Unbounded retention counts an order in period k or any later one. Margin =
 * net revenue − cost of goods over the orders whose goods all have a known cost. Intervals are Wilson's at 95 %.
 */
export const martCohortRetention = model({
  name: "mart_cohort_retention",
  title: {
    en: "Retention by acquisition cohort, one row per period, group, cohort and elapsed period.",
    zh: "按首单周期的留存，每种周期、分组、同期群、周期龄一行。"
  },
  from: [intCohortCell],
  grain: ["period", "dimension", "group_name", "cohort_on", "periods_since_first"],
  columns: z.strictObject({
    ...cellColumns,
    period_on: c.day(
      "First day observed; of a rolling period that of the earliest customer.",
      "所观察周期的首日；滚动周期为最早客户的首日。"
    ),
    cohort_customers: c.count("Customers in the cohort.", "同期群客户数。"),
    completed_periods: c.count(
      "Elapsed periods that are over for all of the cohort, the first included.",
      "整个同期群已结束的周期数（含首个）。"
    ),
    reached_periods: c.count("Elapsed periods that have begun for some of it.", "已有客户进入的周期数。"),
    active_customers: c.count("Of them with an order in this period.", "本周期有订单的客户数。"),
    retention_share: c.share("Active customers ÷ cohort customers.", "留存率：活跃客户÷同期群客户。"),
    retention_low: c.share("Lower end of its interval.", "区间下限。"),
    retention_high: c.share("Upper end of its interval.", "区间上限。"),
    returning_later_customers: c.count(
      "Of them with an order in this period or later.",
      "本周期或之后有订单的客户数。"
    ),
    returning_later_share: c.share("Unbounded retention.", "无界留存率。"),
    orders: c.count("Orders of the cohort in this period.", "同期群本周期订单数。"),
    net_revenue: c.money("Net revenue of the cohort in this period.", "同期群本周期净收入。"),
    cumulative_net_revenue: c.money("Net revenue of the cohort up to this period.", "同期群累计净收入。"),
    revenue_per_customer: c.money("Cumulative net revenue ÷ cohort customers.", "人均累计净收入。"),
    revenue_retention_ratio: c
      .number(
        "Net revenue ÷ that of period 0; null where that is not above zero.",
        "收入留存：本周期÷首个周期净收入；首个周期不大于零则空。"
      )
      .nullable(),
    costed_net_revenue: c.money("Net revenue of the orders of known cost.", "成本已知订单的净收入。"),
    margin: c
      .money("Their net revenue less the cost of their goods; null where no cost is known.", "其毛利；成本均未知则空。")
      .nullable(),
    cumulative_margin: c.money("Margin up to this period.", "累计毛利。").nullable(),
    margin_per_customer: c.money("Cumulative margin ÷ cohort customers.", "人均累计毛利。").nullable(),
    is_partial: c.flag(
      "The period was still running at as_of for some of the cohort.",
      "该周期在截止时对部分客户尚未结束。"
    )
  }),
  query: (db) =>
    db
      .with("cumulated", (db) =>
        db
          .selectFrom("int_cohort_cell")
          .selectAll()
          .select(({ref}) => {
            const cohort = [ref("period"), ref("dimension"), ref("group_name"), ref("cohort_on")];
            const upTo = {partitionBy: cohort, orderBy: [ref("periods_since_first")]};
            const from = {partitionBy: cohort, orderBy: [s.descending(ref("periods_since_first"))]};
            const isFirst = s.compare(ref("periods_since_first"), "=", s.num(0));
            return [
              s.toBigint(s.overall(s.sum(ref("joining_customers")), ...cohort)).as("cohort_customers"),
              s.toBigint(s.running(s.sum(ref("last_seen_customers")), from)).as("returning_later_customers"),
              s.running(s.sum(ref("net_revenue")), upTo).as("cumulative_net_revenue"),
              s
                .running(s.sum(ref("margin")), upTo)
                .$castTo<number | null>()
                .as("cumulative_margin"),
              s.overall(s.sum(s.onlyWhen(isFirst, ref("net_revenue"))), ...cohort).as("first_net_revenue")
            ];
          })
      )
      .selectFrom("cumulated")
      .select(({ref}) => {
        const number = cohortPeriods.reduce<s.Value<number>>(
          (otherwise, name, i) => s.when(s.compare(ref("period"), "=", s.text(name)), s.num(i + 1), otherwise),
          s.num(0)
        );
        const each = (amount: "cumulative_net_revenue" | "cumulative_margin") =>
          s.round(s.ratio(ref(amount), ref("cohort_customers")), 4);
        const hasBase = s.compare(ref("first_net_revenue"), ">", s.num(0));
        return [
          "period",
          "dimension",
          "group_name",
          "cohort_on",
          "periods_since_first",
          byPeriod(number, ({from}) => from(ref("cohort_on"), ref("periods_since_first"))).as("period_on"),
          "cohort_customers",
          "completed_periods",
          "reached_periods",
          "active_customers",
          s.ratio(ref("active_customers"), ref("cohort_customers")).$notNull().as("retention_share"),
          wilsonLow(ref("active_customers"), ref("cohort_customers")).as("retention_low"),
          wilsonHigh(ref("active_customers"), ref("cohort_customers")).as("retention_high"),
          "returning_later_customers",
          s.ratio(ref("returning_later_customers"), ref("cohort_customers")).$notNull().as("returning_later_share"),
          "orders",
          "net_revenue",
          "cumulative_net_revenue",
          each("cumulative_net_revenue").$notNull().as("revenue_per_customer"),
          s.onlyWhen(hasBase, s.ratio(ref("net_revenue"), ref("first_net_revenue"))).as("revenue_retention_ratio"),
          "costed_net_revenue",
          "margin",
          "cumulative_margin",
          each("cumulative_margin").as("margin_per_customer"),
          s.compare(ref("periods_since_first"), ">=", ref("completed_periods")).as("is_partial")
        ];
      })
});
