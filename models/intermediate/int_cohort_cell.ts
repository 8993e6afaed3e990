import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {cohortDimensions, cohortTraits, cohortPeriods} from "../cohortDimensions.ts";
import {byPeriod, periodName} from "../cohortPeriods.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCohortCustomer} from "./int_cohort_customer.ts";
import {intCohortGroup} from "./int_cohort_group.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intOrderCost} from "./int_order_cost.ts";

/** What places a cell: the kind of period, the group, the cohort, and how many periods have passed. */
export const cellColumns = {
  period: c.oneOf(
    cohortPeriods,
    "Calendar weeks, months or quarters, or 30 days each from the own first order.",
    "周期：自然周、月、季，或自首单起每 30 天。"
  ),
  dimension: c.oneOf(cohortDimensions, "What the customers are grouped by.", "分组维度。"),
  group_name: c.text("The group; “unknown” where no source says.", "分组；来源未注明为 unknown。"),
  cohort_on: c.day(
    "First day of the cohort: its week, month or quarter; a month where periods roll.",
    "同期群首日：所在周、月、季；滚动周期按月。"
  ),
  periods_since_first: c.count("Whole periods since the first; 0 is the first.", "距首个周期的整周期数，0 为首个周期。")
};

/**
 * What the customers of a cohort did in one elapsed period, in numbers that add up; one row per period, group, cohort and elapsed period
 * with an order.
 *
 * A customer joins the cohort of the period of the first order. Rolling periods are 30 days each from the customer's own first order, of
 * cohorts by calendar month. Every order is read once and counts in each kind of period and each dimension; cancelled ones are left out.
 */
export const intCohortCell = model({
  name: "int_cohort_cell",
  title: {
    en: "What the customers of a cohort did, one row per period, group, cohort and elapsed period.",
    zh: "同期群在各周期的行为，每种周期、分组、同期群、周期龄一行。"
  },
  from: [intAsOf, intCohortCustomer, intCohortGroup, intCustomerOrders, intOrderCost],
  grain: ["period", "dimension", "group_name", "cohort_on", "periods_since_first"],
  columns: z.strictObject({
    ...cellColumns,
    joining_customers: c.count("Customers with their first order in it.", "首单客户数。"),
    active_customers: c.count("Customers with an order in it.", "有订单的客户数。"),
    last_seen_customers: c.count("Customers with their last order in it.", "末单客户数。"),
    orders: c.count("Orders.", "订单数。"),
    net_revenue: c.money("Net revenue.", "净收入。"),
    costed_orders: c.count("Orders of known cost.", "成本已知的订单数。"),
    costed_net_revenue: c.money("Net revenue of the orders of known cost.", "成本已知订单的净收入。"),
    margin: c
      .money("Their net revenue less the cost of their goods; null where no cost is known.", "其毛利；成本均未知则空。")
      .nullable(),
    completed_periods: c.count("Elapsed periods that are over for all of the cohort.", "整个同期群已结束的周期数。"),
    reached_periods: c.count("Elapsed periods that have begun for some of it.", "已有客户进入的周期数。")
  }),
  query: (db) =>
    db
      .with("lived", (db) =>
        db
          .selectFrom("int_customer_orders as orders")
          .innerJoin("int_cohort_customer as customers", "customers.customer_id", "orders.customer_id")
          .leftJoin("int_order_cost", "int_order_cost.order_id", "orders.order_id")
          .crossJoin(s.series(1, cohortPeriods.length, "periods"))
          .where("is_cancelled", "=", false)
          .select(({ref}) => {
            const first = ref("customers.first_order_on");
            const since = (day: typeof first) => byPeriod(ref("n"), ({elapsed}) => elapsed(first, day));
            const previous = s.addDays(
              ref("ordered_on"),
              s.subtract(s.num(0), s.coalesce(ref("days_since_previous"), s.num(0)))
            );
            return [
              ref("n").as("period_number"),
              byPeriod(ref("n"), ({cohortOn}) => cohortOn(first)).as("cohort_on"),
              since(ref("ordered_on")).as("elapsed"),
              since(previous as never).as("elapsed_before"),
              "is_first",
              "next_order_on",
              "net_revenue",
              "goods_cost",
              ...cohortTraits.map((trait) => ref(`customers.${trait}_group`).as(trait))
            ];
          })
      )
      .with("cells", (db) =>
        db
          .selectFrom("lived")
          .crossJoin(s.series(1, cohortDimensions.length, "dimensions"))
          .groupBy(({ref}) => [
            ref("period_number"),
            ref("n"),
            groupOf(ref("n"), ref as never),
            ref("cohort_on"),
            ref("elapsed")
          ])
          .select(({ref}) => {
            const margin = s.subtract(ref("net_revenue"), ref("goods_cost"));
            const countIf = (condition: s.Value<boolean>) => s.count(s.onlyWhen(condition, ref("period_number")));
            const isNew = s.either(ref("is_first"), s.compare(ref("elapsed"), ">", ref("elapsed_before")));
            return [
              "period_number",
              ref("n").as("dimension_number"),
              groupOf(ref("n"), ref as never).as("cell_group"),
              "cohort_on",
              "elapsed",
              countIf(ref("is_first") as never).as("joining_customers"),
              countIf(isNew).as("active_customers"),
              countIf(s.isNull(ref("next_order_on"))).as("last_seen_customers"),
              s.countRows().as("orders"),
              s.sum(ref("net_revenue")).as("net_revenue"),
              s.count(ref("goods_cost")).as("costed_orders"),
              s.sum(s.when(s.isNull(ref("goods_cost")), s.amount("0"), ref("net_revenue"))).as("costed_net_revenue"),
              s.sum(margin).$castTo<number | null>().as("margin")
            ];
          })
      )
      .selectFrom("cells")
      .crossJoin("int_as_of")
      .innerJoin("int_cohort_group", (on) =>
        on
          .onRef("group_number", "=", "cell_group")
          .on(({ref}) => s.compare(ref("dimension"), "=", nth(cohortDimensions, ref("dimension_number"))))
      )
      .select(({ref}) => [
        periodName(ref("period_number")).as("period"),
        "dimension",
        "group_name",
        "cohort_on",
        ref("elapsed").as("periods_since_first"),
        "joining_customers",
        "active_customers",
        "last_seen_customers",
        "orders",
        "net_revenue",
        "costed_orders",
        "costed_net_revenue",
        "margin",
        byPeriod(ref("period_number"), ({completed}) => completed(ref("cohort_on"), ref("as_of_on"))).as(
          "completed_periods"
        ),
        byPeriod(ref("period_number"), ({reached}) => reached(ref("cohort_on"), ref("as_of_on"))).as("reached_periods")
      ])
});

/** The number of the group in the n-th dimension; “all” has the first alone. */
const groupOf = (n: s.Value<number>, ref: (trait: string) => s.Value<number>) =>
  cohortTraits.reduceRight<s.Value<number>>(
    (otherwise, trait, i) => s.when(s.compare(n, "=", s.num(i + 2)), ref(trait), otherwise),
    s.toBigint(s.num(1))
  );
