import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intRfmDay} from "../intermediate/int_rfm_day.ts";
import {abcClass, abcClasses, shareBefore} from "./abcClass.ts";
import {martAbc} from "./mart_abc.ts";

/** How many month ends back the classes are compared with today's. */
const monthsBack = 12;

/**
 * Which customers changed their ABC class, one row per pair of classes that has customers.
 *
 * to_on is as_of, from_on the twelfth month end before it, on which customers were classed as mart_abc classes them today, by their net
 * revenue up to that day; "new" had no order yet. So what leads to a class sums to its customers now.
 */
export const martAbcMove = model({
  name: "mart_abc_move",
  title: {
    en: "Which customers changed their ABC class, one row per pair of classes.",
    zh: "客户 ABC 等级的变化，每对等级一行。"
  },
  from: [intCustomerOrders, intRfmDay, martAbc],
  grain: ["from_class", "to_class"],
  columns: z.strictObject({
    from_on: c.day("The earlier day.", "较早日期。"),
    to_on: c.day("The later day: as_of.", "较晚日期：截止日。"),
    from_class: c.oneOf([...abcClasses, "new"], "Class then; new: no order yet.", "当时等级；new 为尚无订单。"),
    to_class: c.oneOf(abcClasses, "Class now.", "现在等级。"),
    customers: c.count("Customers with this change.", "客户数。"),
    net_revenue_before: c.money("Their net revenue up to the earlier day.", "其截至较早日期的累计净收入。"),
    net_revenue_after: c.money("Their net revenue so far.", "其累计净收入。")
  }),
  query: (db, settings) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_rfm_day as day")
          .innerJoin("int_rfm_day as now", (on) => on.on(({ref}) => s.compare(ref("now.months_before"), "=", s.num(0))))
          .where("day.months_before", "=", monthsBack)
          .select(({ref}) => [ref("day.month_on").as("from_on"), ref("now.month_on").as("to_on")])
      )
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .crossJoin("days")
          .where("is_cancelled", "=", false)
          .whereRef("ordered_on", "<=", "from_on")
          .groupBy("customer_id")
          .select(({ref}) => [ref("customer_id").as("then_known"), s.sum(ref("net_revenue")).as("net_revenue")])
      )
      .with("ranked", (db) =>
        db.selectFrom("customers").select(({ref}) => [
          "then_known",
          "net_revenue",
          shareBefore(ref("net_revenue"), {
            orderBy: [s.descending(ref("net_revenue")), ref("then_known")]
          }).as("share_before")
        ])
      )
      .with("classed", (db) =>
        db
          .selectFrom("ranked")
          .select(({ref}) => [
            "then_known",
            ref("net_revenue").as("before"),
            abcClass(settings, ref("share_before"), ref("net_revenue")).as("then_class")
          ])
      )
      .with("pairs", (db) =>
        db
          .selectFrom("mart_abc")
          .crossJoin("days")
          .leftJoin("classed", "then_known", "customer_id")
          .select(({ref}) => [
            "from_on",
            "to_on",
            s.coalesce(ref("then_class"), s.text("new")).as("from_class"),
            ref("abc_class").as("to_class"),
            s.coalesce(ref("before"), s.amount("0")).as("before"),
            ref("net_revenue").as("after")
          ])
      )
      .selectFrom("pairs")
      .groupBy(["from_on", "to_on", "from_class", "to_class"])
      .select(({ref}) => [
        "from_on",
        "to_on",
        "from_class",
        "to_class",
        s.countRows().as("customers"),
        s.sum(ref("before")).as("net_revenue_before"),
        s.sum(ref("after")).as("net_revenue_after")
      ])
});
