import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {abcClass, abcClasses, shareBefore} from "./abcClass.ts";

export {abcClasses};

/**
 * Class of each customer by cumulative net revenue, one row per customer.
 *
 * Customers stand by descending net revenue, then customer_id. One is A while the share before them is under 80 %, B under 95 %, else
 * C; inside A, A+ under 20 %, A under 50 %, A- under 80 %; the configuration may say other shares. Zero or negative revenue is C; shares
 * are of the positive revenue.
 * Source: Pareto classes as in Dickie, ABC inventory analysis (1951), with three parts of A.
 */
export const martAbc = model({
  name: "mart_abc",
  title: {
    en: "Class by cumulative net revenue, one row per customer.",
    zh: "按累计净收入的 ABC 等级，每位客户一行。"
  },
  from: [intCustomerOrders],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    revenue_rank: c.count("Place by descending net revenue, from 1.", "按净收入降序的名次，从 1 开始。"),
    share_before: c.share("Share of positive revenue held by those before.", "排名在前者所占正收入份额。").nullable(),
    abc_class: c.oneOf(abcClasses, "A+, A, A-, B or C.", "A+、A、A-、B 或 C。")
  }),
  query: (db, settings) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy("customer_id")
          .select(({ref}) => ["customer_id", s.sum(ref("net_revenue")).as("net_revenue")])
      )
      .with("ranked", (db) =>
        db.selectFrom("customers").select(({ref}) => {
          const sequence = {orderBy: [s.descending(ref("net_revenue")), ref("customer_id")]};
          return [
            "customer_id",
            "net_revenue",
            s.ordered(s.rowNumber(), sequence).as("revenue_rank"),
            shareBefore(ref("net_revenue"), sequence).as("share_before")
          ];
        })
      )
      .selectFrom("ranked")
      .select(({ref}) => [
        "customer_id",
        "net_revenue",
        "revenue_rank",
        "share_before",
        abcClass(settings, ref("share_before"), ref("net_revenue")).as("abc_class")
      ])
});
