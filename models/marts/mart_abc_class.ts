import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {abcClasses, martAbc} from "./mart_abc.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/**
 * Buyers and revenue by ABC class, one row per class that has buyers.
 *
 * A buyer is a customer with an order that is not cancelled. Shares are of all buyers and of all net revenue so far.
 */
export const martAbcClass = model({
  name: "mart_abc_class",
  title: {en: "Buyers and revenue by ABC class, one row per class.", zh: "各 ABC 等级的买家与收入，每个等级一行。"},
  from: [martAbc, martCustomer360],
  grain: ["abc_class"],
  columns: z.strictObject({
    abc_class: c.oneOf(abcClasses, "A+, A, A-, B or C.", "A+、A、A-、B 或 C。"),
    buyers: c.count("Customers with an order.", "有订单的客户数。"),
    buyer_share: c.share("Share of all buyers.", "占全部买家的比例。"),
    net_revenue: c.money("Their net revenue so far.", "其累计净收入。"),
    revenue_ratio: c
      .number("Part of all net revenue; null where that is zero.", "占全部净收入的比例；总额为零则空。")
      .nullable()
  }),
  query: (db) =>
    db
      .with("classes", (db) =>
        db
          .selectFrom("mart_abc as abc")
          .innerJoin("mart_customer_360 as known", "known.customer_id", "abc.customer_id")
          .where("known.orders", ">", 0)
          .groupBy("abc.abc_class")
          .select(({ref}) => [
            "abc.abc_class",
            s.countRows().as("buyers"),
            s.sum(ref("abc.net_revenue")).as("net_revenue")
          ])
      )
      .selectFrom("classes")
      .select(({ref}) => [
        "abc_class",
        "buyers",
        s
          .ratio(ref("buyers"), s.overall(s.sum(ref("buyers"))))
          .$notNull()
          .as("buyer_share"),
        "net_revenue",
        s.ratio(ref("net_revenue"), s.overall(s.sum(ref("net_revenue")))).as("revenue_ratio")
      ])
});
