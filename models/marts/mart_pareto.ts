import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martAbc} from "./mart_abc.ts";

/**
 * Revenue held by the best customers, one row per whole percent of buyers.
 *
 * Buyers stand by descending net revenue; top_percent p holds the first ⌈p · n ÷ 100⌉. The Gini coefficient, the same on every row, is
 * Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ) over ascending positive revenues. Source: Gini (1912) in the form of Sen, On Economic Inequality (1973).
 */
export const martPareto = model({
  name: "mart_pareto",
  title: {
    en: "Revenue held by the best customers, one row per percent of customers.",
    zh: "头部客户的收入集中度，每个百分位一行。"
  },
  from: [martAbc],
  grain: ["top_percent"],
  columns: z.strictObject({
    top_percent: c.integer("The best so many percent of buyers, 1–100.", "收入最高的百分之几买家（1–100）。"),
    customers: c.count("Customers among them.", "其中客户数。"),
    net_revenue: c.money("Their net revenue.", "其净收入。"),
    revenue_share: c.share("Their share of positive net revenue.", "占正净收入的份额。"),
    gini: c
      .number("Gini coefficient of all: 0 equal, 1 one holds everything.", "基尼系数：0 为均等，1 为独占。")
      .nullable()
  }),
  query: (db) =>
    db
      .with("ranked", (db) =>
        db.selectFrom("mart_abc").select(({ref}) => {
          const sequence = {orderBy: [ref("revenue_rank")]};
          const positive = s.greatest(ref("net_revenue"), s.amount("0"));
          return [
            "revenue_rank",
            s.running(s.sum(ref("net_revenue")), sequence).as("net_revenue"),
            s.running(s.sum(positive), sequence).as("positive_so_far")
          ];
        })
      )
      .with("buyers", (db) =>
        db
          .selectFrom("mart_abc")
          .select(({ref}) => [s.countRows().as("n"), s.sum(s.greatest(ref("net_revenue"), s.amount("0"))).as("total")])
      )
      .with("inequality", (db) =>
        db
          .selectFrom("mart_abc")
          .crossJoin("buyers")
          .select(({ref}) => [
            s
              .sum(
                s.multiply(
                  s.subtract(s.add(ref("n"), s.num(1)), s.multiply(s.num(2), ref("revenue_rank"))),
                  s.greatest(ref("net_revenue"), s.amount("0"))
                )
              )
              .as("weighted")
          ])
      )
      .with("percents", (db) =>
        db
          .selectFrom("buyers")
          .crossJoin("inequality")
          .crossJoin(s.series(1, 100, "percent"))
          .select(({ref}) => [
            ref("percent.n").as("top_percent"),
            s.toBigint(s.ceil(s.ratio(s.multiply(ref("percent.n"), ref("buyers.n")), s.num(100)))).as("customers"),
            "total",
            s.ratio(ref("weighted"), s.multiply(s.toDouble(ref("buyers.n")), s.toDouble(ref("total")))).as("gini")
          ])
      )
      .selectFrom("percents")
      .innerJoin("ranked", "revenue_rank", "customers")
      .select(({ref}) => [
        "top_percent",
        ref("customers").$castTo<number>().as("customers"),
        "net_revenue",
        s.coalesce(s.ratio(ref("positive_so_far"), ref("total")), s.toDouble(s.num(0))).as("revenue_share"),
        "gini"
      ])
});
