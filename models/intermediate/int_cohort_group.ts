import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {nth} from "../nth.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";

export const cohortDimensions = ["all", "acquisition_channel", "first_sales_channel", "country"] as const;

/**
 * How many of a cohort's group came back, one row per dimension, group, cohort and completed month 1, 3, 6 or 12.
 *
 * Groups are taken at the first order and are unknown where no source says; the dimension “all” has one group.
 */
export const intCohortGroup = model({
  name: "int_cohort_group",
  title: {
    en: "How many of a cohort's group came back, one row per dimension, group, cohort and elapsed month.",
    zh: "同期群内各分组的复购人数，每个维度、分组、同期群、月龄一行。"
  },
  from: [intAsOf, intCustomerOrders, intCustomerProfile],
  grain: ["dimension", "group_name", "cohort_month", "months_since_first"],
  columns: z.strictObject({
    dimension: c.oneOf(cohortDimensions, "What the customers are grouped by.", "分组维度。"),
    group_name: c.text("The group.", "分组。"),
    cohort_month: c.month("Month of the first order.", "首单月份。"),
    months_since_first: c.count("1, 3, 6 or 12.", "月龄：1、3、6 或 12。"),
    customers: c.count("Customers.", "客户数。"),
    active_customers: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    returning_later_customers: c.count("With an order in the month or later.", "当月或之后有订单的客户数。")
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
              ref("cohort_month").$notNull().as("cohort_month"),
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
          .groupBy(["n", "cohort_month", "acquisition_channel", "first_sales_channel", "first_country", "country"])
          .select(({ref}) => {
            const at = (months: number) => s.compare(ref("n"), "=", s.num(months));
            const later = s.when(at(3), ref("in_3"), s.when(at(6), ref("in_6"), ref("in_12")));
            return [
              ref("n").as("months_since_first"),
              "cohort_month",
              "acquisition_channel",
              "first_sales_channel",
              s.firstOf(ref("country"), ref("first_country")).as("known_country"),
              s.countRows().as("customers"),
              s.count(s.onlyWhen(s.when(at(1), ref("in_1"), later), ref("n"))).as("active_customers"),
              s.count(s.onlyWhen(s.compare(ref("last_age"), ">=", ref("n")), ref("n"))).as("returning_later_customers")
            ];
          })
      )
      .with("grouped", (db) =>
        db
          .selectFrom("alike")
          .crossJoin(s.series(1, cohortDimensions.length, "dimension"))
          .select(({ref}) => {
            const is = (position: number) => s.compare(ref("n"), "=", s.num(position));
            const known = s.when(is(3), ref("first_sales_channel"), ref("known_country"));
            const group = s.when(is(1), s.text("all"), s.when(is(2), ref("acquisition_channel"), known));
            return [
              nth(cohortDimensions, ref("n")).as("dimension"),
              s.coalesce(group, s.text("unknown")).as("group_name"),
              "cohort_month",
              "months_since_first",
              "customers",
              "active_customers",
              "returning_later_customers"
            ];
          })
      )
      .selectFrom("grouped")
      .groupBy(["dimension", "group_name", "cohort_month", "months_since_first"])
      .select(({ref}) => [
        ref("dimension").$castTo<(typeof cohortDimensions)[number]>().as("dimension"),
        "group_name",
        "cohort_month",
        "months_since_first",
        s.toBigint(s.sum(ref("customers"))).as("customers"),
        s.toBigint(s.sum(ref("active_customers"))).as("active_customers"),
        s.toBigint(s.sum(ref("returning_later_customers"))).as("returning_later_customers")
      ])
});
