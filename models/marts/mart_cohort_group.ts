import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {nth} from "./segmentOf.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intCustomerProfile} from "../intermediate/int_customer_profile.ts";

const dimensions = ["acquisition_channel", "first_sales_channel", "country"] as const;

/**
 * Which customers come back, one row per dimension, group and elapsed month 1, 3, 6 or 12.
 *
 * Eligible are the customers whose month k is over. Groups are taken at the first order and are unknown where no source says.
 * An association, not an effect. Intervals are Wilson's at 95 %.
 */
export const martCohortGroup = model({
  name: "mart_cohort_group",
  title: {
    en: "Which customers come back, one row per dimension, group and elapsed month.",
    zh: "哪些客户会回来，每个维度、分组、月龄一行。"
  },
  from: [intAsOf, intCustomerOrders, intCustomerProfile],
  grain: ["dimension", "group_name", "months_since_first"],
  columns: z.strictObject({
    dimension: c.oneOf(dimensions, "What the customers are grouped by.", "分组维度。"),
    group_name: c.text("The group; “unknown” where no source says.", "分组；来源未注明为 unknown。"),
    months_since_first: c.count("1, 3, 6 or 12.", "月龄：1、3、6 或 12。"),
    eligible_customers: c.count("Customers whose month is over.", "该月已结束的客户数。"),
    active_customers: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    retention_share: c.share("Active ÷ eligible.", "留存率。"),
    retention_low: c.share("Lower end of its interval.", "区间下限。"),
    retention_high: c.share("Upper end of its interval.", "区间上限。"),
    returning_later_customers: c.count("With an order in the month or later.", "当月或之后有订单的客户数。"),
    returning_later_share: c.share("Unbounded retention.", "无界留存率。")
  }),
  query: (db) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy(["customer_id", "cohort_month"])
          .select(({ref}) => {
            const age = s.monthsBetween(ref("cohort_month"), ref("order_month"));
            const ordersIn = (months: number) => s.anyTrue(s.compare(age, "=", s.num(months)));
            return [
              "customer_id",
              "cohort_month",
              s.max(age).as("last_age"),
              ordersIn(1).as("in_1"),
              ordersIn(3).as("in_3"),
              ordersIn(6).as("in_6"),
              ordersIn(12).as("in_12"),
              s.min(s.onlyWhen(ref("is_first"), ref("sales_channel"))).as("first_sales_channel"),
              s.min(s.onlyWhen(ref("is_first"), ref("country"))).as("first_country")
            ];
          })
      )
      .with("alike", (db) =>
        db
          .selectFrom("customers")
          .leftJoin("int_customer_profile", "int_customer_profile.customer_id", "customers.customer_id")
          .crossJoin("int_as_of")
          .crossJoin(s.series(1, 12, "ages"))
          .where("n", "in", [1, 3, 6, 12])
          .where(({ref}) => s.compare(s.monthsBetween(ref("cohort_month"), ref("last_complete_month")), ">=", ref("n")))
          .groupBy(["n", "acquisition_channel", "first_sales_channel", "first_country", "country"])
          .select(({ref}) => {
            const at = (months: number) => s.compare(ref("n"), "=", s.num(months));
            const active = s.when(
              at(1),
              ref("in_1"),
              s.when(at(3), ref("in_3"), s.when(at(6), ref("in_6"), ref("in_12")))
            );
            return [
              ref("n").as("months_since_first"),
              "acquisition_channel",
              "first_sales_channel",
              s.firstOf(ref("country"), ref("first_country")).as("known_country"),
              s.countRows().as("eligible_customers"),
              s.count(s.onlyWhen(active, ref("n"))).as("active_customers"),
              s.count(s.onlyWhen(s.compare(ref("last_age"), ">=", ref("n")), ref("n"))).as("returning_later_customers")
            ];
          })
      )
      .with("grouped", (db) =>
        db
          .selectFrom("alike")
          .crossJoin(s.series(1, dimensions.length, "dimension"))
          .select(({ref}) => {
            const is = (position: number) => s.compare(ref("n"), "=", s.num(position));
            const group = s.when(
              is(1),
              ref("acquisition_channel"),
              s.when(is(2), ref("first_sales_channel"), ref("known_country"))
            );
            return [
              nth(dimensions, ref("n")).$castTo<(typeof dimensions)[number]>().as("dimension"),
              s.coalesce(group, s.text("unknown")).as("group_name"),
              "months_since_first",
              "eligible_customers",
              "active_customers",
              "returning_later_customers"
            ];
          })
      )
      .with("totals", (db) =>
        db
          .selectFrom("grouped")
          .groupBy(["dimension", "group_name", "months_since_first"])
          .select(({ref}) => [
            "dimension",
            "group_name",
            "months_since_first",
            s.toBigint(s.sum(ref("eligible_customers"))).as("eligible_customers"),
            s.toBigint(s.sum(ref("active_customers"))).as("active_customers"),
            s.toBigint(s.sum(ref("returning_later_customers"))).as("returning_later_customers")
          ])
      )
      .selectFrom("totals")
      .select(({ref}) => [
        "dimension",
        "group_name",
        "months_since_first",
        "eligible_customers",
        "active_customers",
        s.ratio(ref("active_customers"), ref("eligible_customers")).$notNull().as("retention_share"),
        wilsonLow(ref("active_customers"), ref("eligible_customers")).as("retention_low"),
        wilsonHigh(ref("active_customers"), ref("eligible_customers")).as("retention_high"),
        "returning_later_customers",
        s.ratio(ref("returning_later_customers"), ref("eligible_customers")).$notNull().as("returning_later_share")
      ])
});
