import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intRfmDay} from "../intermediate/int_rfm_day.ts";
import {intRfmMonth} from "../intermediate/int_rfm_month.ts";
import {segmentNames} from "../intermediate/segmentOf.ts";

/**
 * What each RFM segment held at the end of past months and holds now, one row per day and configured segment, also empty ones.
 *
 * The last of the days is as_of, on which the rows are those of mart_segment.
 */
export const martSegmentMonth = model({
  name: "mart_segment_month",
  title: {
    en: "What each RFM segment held at the end of past months, one row per month and segment.",
    zh: "历次月末各 RFM 分群概况，每月每个分群一行。"
  },
  from: [intRfmDay, intRfmMonth],
  grain: ["month_on", "segment"],
  columns: z.strictObject({
    month_on: c.day("As of the end of this day.", "评分日（当日末）。"),
    segment: c.text("Name of the segment.", "分群名称。"),
    position: c.count("Place in the configuration, from 1.", "配置中的次序，从 1 开始。"),
    months_before: c.count(
      "0 is as_of, 1 the last month end before it, and so on.",
      "0 为截止日，1 为其前最近月末，依此类推。"
    ),
    is_window_full: c.flag("Orders are known for the whole window that ends then.", "当时评分窗口内订单是否完整。"),
    customers: c.count("Customers in it.", "客户数。"),
    customer_share: c.share("Share of all customers scored that day.", "占当日全部评分客户的比例。").nullable(),
    net_revenue: c.money("Their net revenue in the window that ended then.", "其当时窗口内净收入。"),
    revenue_ratio: c.number("Part of the net revenue of all segments.", "占全部分群净收入的比例。").nullable()
  }),
  query: (db, settings) => {
    const names = segmentNames(settings);
    return db
      .with("held", (db) =>
        db
          .selectFrom("int_rfm_month")
          .groupBy(["month_on", "segment"])
          .select(({ref}) => [
            ref("month_on").as("held_on"),
            ref("segment").as("held_segment"),
            s.countRows().as("held_customers"),
            s.sum(ref("monetary")).as("held_revenue")
          ])
      )
      .with("named", (db) =>
        db
          .selectFrom("int_rfm_day")
          .crossJoin(s.series(1, names.length))
          .select(({ref}) => [
            "month_on",
            "months_before",
            "is_window_full",
            ref("n").as("position"),
            nth(names, ref("n")).as("segment")
          ])
      )
      .selectFrom("named")
      .leftJoin("held", (on) => on.onRef("held_on", "=", "month_on").onRef("held_segment", "=", "segment"))
      .select(({ref}) => {
        const customers = s.coalesce(ref("held_customers"), s.num(0));
        const revenue = s.coalesce(ref("held_revenue"), s.amount("0"));
        return [
          "month_on",
          "segment",
          "position",
          "months_before",
          "is_window_full",
          customers.as("customers"),
          s.ratio(customers, s.overall(s.sum(ref("held_customers")), ref("month_on"))).as("customer_share"),
          revenue.as("net_revenue"),
          s.ratio(revenue, s.overall(s.sum(ref("held_revenue")), ref("month_on"))).as("revenue_ratio")
        ];
      });
  }
});
