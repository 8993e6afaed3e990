import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {nthNumber} from "../nth.ts";
import {abcClasses, abcRanges} from "./abcClass.ts";
import {martAbc} from "./mart_abc.ts";

/**
 * Buyers and revenue by ABC class, one row per class that has buyers.
 *
 * A buyer is a customer with an order that is not cancelled. Shares are of all buyers and of all net revenue so far.
 */
export const martAbcClass = model({
  name: "mart_abc_class",
  title: {en: "Buyers and revenue by ABC class, one row per class.", zh: "各 ABC 等级的买家与收入，每个等级一行。"},
  from: [martAbc],
  grain: ["abc_class"],
  columns: z.strictObject({
    abc_class: c.oneOf(abcClasses, "A+, A, A-, B or C.", "A+、A、A-、B 或 C。"),
    buyers: c.count("Customers with an order.", "有订单的客户数。"),
    buyer_share: c.share("Share of all buyers.", "占全部买家的比例。"),
    net_revenue: c.money("Their net revenue so far.", "其累计净收入。"),
    revenue_ratio: c
      .number("Part of all net revenue; null where that is zero.", "占全部净收入的比例；总额为零则空。")
      .nullable(),
    share_from: c.share("Cumulative share of revenue at which the class begins.", "该等级起点的累计收入占比。"),
    share_to: c.share("Cumulative share of revenue at which it ends.", "该等级终点的累计收入占比。")
  }),
  query: (db, settings) => {
    const ranges = Object.values(abcRanges(settings));
    return db
      .with("classes", (db) =>
        db
          .selectFrom("mart_abc")
          .groupBy("abc_class")
          .select(({ref}) => ["abc_class", s.countRows().as("buyers"), s.sum(ref("net_revenue")).as("net_revenue")])
      )
      .selectFrom("classes")
      .select(({ref}) => {
        const place = abcClasses.reduceRight<s.Value<number>>(
          (otherwise, name, i) => s.when(s.compare(ref("abc_class"), "=", s.text(name)), s.num(i + 1), otherwise),
          s.num(abcClasses.length)
        );
        return [
          "abc_class",
          "buyers",
          s
            .ratio(ref("buyers"), s.overall(s.sum(ref("buyers"))))
            .$notNull()
            .as("buyer_share"),
          "net_revenue",
          s.ratio(ref("net_revenue"), s.overall(s.sum(ref("net_revenue")))).as("revenue_ratio"),
          nthNumber(
            ranges.map(([from]) => from),
            place
          ).as("share_from"),
          nthNumber(
            ranges.map(([, to]) => to),
            place
          ).as("share_to")
        ];
      });
  }
});
