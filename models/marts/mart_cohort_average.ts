import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intCohortAge} from "../intermediate/int_cohort_age.ts";
import {cellColumns} from "../intermediate/int_cohort_cell.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

const {period, dimension, group_name, periods_since_first} = cellColumns;
const group = ["period", "dimension", "group_name"] as const;

/**
 * Retention of all cohorts that have completed period k, weighted by their size, one row per period, group and elapsed period.
 *
 * A cohort in which nobody ordered in period k counts with zero once that period is over. The cohorts behind a row become fewer as k
 * grows: every number of a row is over the same ones. Intervals are Wilson's at 95 %.
 */
export const martCohortAverage = model({
  name: "mart_cohort_average",
  title: {
    en: "Mean retention over complete cohorts, one row per period, group and elapsed period.",
    zh: "已完成同期群的加权平均留存，每种周期、分组、周期龄一行。"
  },
  from: [intCohortAge],
  grain: ["period", "dimension", "group_name", "periods_since_first"],
  columns: z.strictObject({
    period,
    dimension,
    group_name,
    periods_since_first,
    cohorts: c.count("Cohorts that have completed this period.", "已完成该周期的同期群数。"),
    eligible_customers: c.count("Their customers.", "其客户数。"),
    active_customers: c.count("Of them with an order in the period.", "其中该周期有订单的客户数。"),
    retention_share: c.share("Active ÷ eligible.", "留存率。"),
    retention_low: c.share("Lower end of its interval.", "区间下限。"),
    retention_high: c.share("Upper end of its interval.", "区间上限。"),
    returning_later_customers: c.count("With an order in the period or later.", "该周期或之后有订单的客户数。"),
    returning_later_share: c.share("Unbounded retention.", "无界留存率。"),
    orders: c.count("Orders in the period.", "该周期订单数。"),
    net_revenue: c.money("Net revenue in the period.", "该周期净收入。"),
    revenue_retention_ratio: c
      .number("Net revenue ÷ that of period 0; null where that is not above zero.", "收入留存；首个周期不大于零则空。")
      .nullable(),
    revenue_per_customer: c.money(
      "Cumulative net revenue up to the period per eligible customer.",
      "截至该周期的人均累计净收入。"
    ),
    cost_known_ratio: c
      .number(
        "Of the net revenue up to the period, that of orders of known cost; null where there is none.",
        "截至该周期净收入中成本已知订单的占比；无净收入则空。"
      )
      .nullable(),
    margin_per_customer: c
      .money(
        "Cumulative margin of the orders of known cost per eligible customer; null where no cost is known.",
        "成本已知订单的人均累计毛利；成本均未知则空。"
      )
      .nullable()
  }),
  query: (db) =>
    db
      .with("running", (db) =>
        db.selectFrom("int_cohort_age").select(({ref}) => {
          const partitionBy = group.map((name) => ref(name));
          const upTo = <T extends number | null>(x: s.Value<T>) =>
            s.running(s.sum(x), {partitionBy, orderBy: [ref("periods_since_first")]});
          const from = (x: s.Value<number>) =>
            s.running(s.sum(x), {partitionBy, orderBy: [s.descending(ref("periods_since_first"))]});
          return [
            ...group,
            "periods_since_first",
            "active_customers",
            "orders",
            "net_revenue",
            s.toBigint(from(ref("last_seen_customers"))).as("returning_later_customers"),
            s.toBigint(from(ref("last_cohorts"))).as("cohorts"),
            s.toBigint(from(ref("last_customers"))).as("eligible_customers"),
            from(ref("last_first_net_revenue")).as("first_net_revenue"),
            upTo(ref("net_revenue_change")).as("cumulative_net_revenue"),
            upTo(ref("costed_net_revenue_change")).as("cumulative_costed"),
            upTo(ref("costed_orders_change")).as("costed_orders"),
            upTo(ref("margin_change")).as("cumulative_margin")
          ];
        })
      )
      .selectFrom("running")
      .where("cohorts", ">", 0)
      .select(({ref}) => {
        const eligible = ref("eligible_customers");
        const above0 = (
          x: "first_net_revenue" | "cumulative_net_revenue" | "costed_orders",
          y: s.Value<number | null>
        ) => s.onlyWhen(s.compare(ref(x), ">", s.num(0)), y);
        const [revenue, first] = [ref("cumulative_net_revenue"), ref("first_net_revenue")];
        return [
          ...group,
          "periods_since_first",
          "cohorts",
          "eligible_customers",
          "active_customers",
          s.ratio(ref("active_customers"), eligible).$notNull().as("retention_share"),
          wilsonLow(ref("active_customers"), eligible).as("retention_low"),
          wilsonHigh(ref("active_customers"), eligible).as("retention_high"),
          "returning_later_customers",
          s.ratio(ref("returning_later_customers"), eligible).$notNull().as("returning_later_share"),
          "orders",
          "net_revenue",
          above0("first_net_revenue", s.ratio(ref("net_revenue"), first)).as("revenue_retention_ratio"),
          s.round(s.ratio(revenue, eligible), 4).$notNull().as("revenue_per_customer"),
          above0("cumulative_net_revenue", s.ratio(ref("cumulative_costed"), revenue)).as("cost_known_ratio"),
          above0("costed_orders", s.round(s.ratio(ref("cumulative_margin"), eligible), 4)).as("margin_per_customer")
        ];
      })
});
