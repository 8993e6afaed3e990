import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {segmentOfCell} from "../intermediate/segmentOf.ts";
import {martRfm} from "./mart_rfm.ts";

const five = [1, 2, 3, 4, 5];

/**
 * Customers and revenue by recency × frequency score, one row per cell; all 25 cells, also empty ones.
 */
export const martRfmGrid = model({
  name: "mart_rfm_grid",
  title: {
    en: "Customers and revenue by recency × frequency score, one row per cell.",
    zh: "按近度×频度得分的客户与收入，每格一行。"
  },
  from: [intAsOf, martRfm],
  grain: ["recency_score", "frequency_score"],
  columns: z.strictObject({
    recency_score: c.score("Recency score of the cell.", "该格的近度得分。"),
    frequency_score: c.score("Frequency score of the cell.", "该格的频度得分。"),
    segment: c
      .text(
        "Segment that the cell belongs to; null where the monetary score decides.",
        "该格所属分群；须由金额得分决定则为空。"
      )
      .nullable(),
    customers: c.count("Customers in the cell.", "该格客户数。"),
    net_revenue: c.money("Their net revenue in the window.", "其窗口内净收入。"),
    customer_share: c.share("Share of all scored customers.", "占全部评分客户的比例。").nullable(),
    revenue_ratio: c
      .number(
        "Part of the net revenue of all scored customers; null where that is zero.",
        "占评分客户净收入的比例；总额为零则空。"
      )
      .nullable()
  }),
  query: (db, settings) => {
    const names = five.flatMap((r) => five.map((f) => segmentOfCell(settings, r, f) ?? ""));
    return db
      .with("held", (db) =>
        db
          .selectFrom("mart_rfm")
          .groupBy(["recency_score", "frequency_score"])
          .select(({ref}) => [
            ref("recency_score").as("r"),
            ref("frequency_score").as("f"),
            s.countRows().as("held_customers"),
            s.sum(ref("monetary")).as("held_revenue")
          ])
      )
      .with("cells", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(1, 5, "by_recency"))
          .crossJoin(s.series(1, 5, "by_frequency"))
          .select(({ref}) => [ref("by_recency.n").as("recency_score"), ref("by_frequency.n").as("frequency_score")])
      )
      .selectFrom("cells")
      .leftJoin("held", (on) => on.onRef("r", "=", "recency_score").onRef("f", "=", "frequency_score"))
      .select(({ref}) => {
        const customers = s.coalesce(ref("held_customers"), s.num(0));
        const revenue = s.coalesce(ref("held_revenue"), s.amount("0"));
        const place = s.add(s.multiply(s.subtract(ref("recency_score"), s.num(1)), s.num(5)), ref("frequency_score"));
        return [
          "recency_score",
          "frequency_score",
          s.nullif(nth(names, place), s.text("")).as("segment"),
          customers.as("customers"),
          revenue.as("net_revenue"),
          s.ratio(customers, s.overall(s.sum(ref("held_customers")))).as("customer_share"),
          s.ratio(revenue, s.overall(s.sum(ref("held_revenue")))).as("revenue_ratio")
        ];
      });
  }
});
