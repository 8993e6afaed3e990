import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth, nthNumber} from "../nth.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {meanScore, segmentNames, segmentScores} from "../intermediate/segmentOf.ts";
import {martRfm} from "./mart_rfm.ts";

/**
 * What each RFM segment holds, one row per configured segment, also empty ones, in the order of the configuration.
 */
export const martSegment = model({
  name: "mart_segment",
  title: {
    en: "What each RFM segment holds, one row per segment.",
    zh: "各 RFM 分群概况，每个分群一行。"
  },
  from: [intAsOf, martRfm],
  grain: ["segment"],
  columns: z.strictObject({
    segment: c.text("Name of the segment.", "分群名称。"),
    position: c.count("Place in the configuration, from 1.", "配置中的次序，从 1 开始。"),
    scores: c.text("Its scores, as in R4–R5 · F4–F5.", "其得分范围，如 R4–R5 · F4–F5。"),
    mean_score: c.number(
      "Mean of the three scores over all codes of the segment: a move to a higher one is a move up.",
      "该分群所有得分组合的平均分：移至平均分更高者为上升。"
    ),
    customers: c.count("Customers in it.", "客户数。"),
    customer_share: c.share("Share of all scored customers.", "占全部评分客户的比例。").nullable(),
    orders: c.count("Their orders in the window.", "窗口内订单数。"),
    net_revenue: c.money("Their net revenue in the window.", "窗口内净收入。"),
    revenue_ratio: c.number("Part of the net revenue of all segments.", "占全部分群净收入的比例。").nullable(),
    average_order_value: c.money("Net revenue per order.", "客单价。").nullable(),
    average_recency_days: c.days("Mean days since the last order.", "最近订单距今平均天数。").nullable(),
    average_orders: c.number("Mean orders per customer.", "人均订单数。").nullable(),
    average_revenue: c.money("Mean net revenue per customer.", "人均净收入。").nullable()
  }),
  query: (db, settings) => {
    const names = segmentNames(settings);
    const means = names.map((name) => meanScore(settings, name));
    const scores = names.map((name) => segmentScores(settings, name));
    return db
      .with("held", (db) =>
        db
          .selectFrom("mart_rfm")
          .groupBy("segment")
          .select(({ref}) => [
            ref("segment").as("held_segment"),
            s.countRows().as("held_customers"),
            s.toBigint(s.sum(ref("frequency"))).as("held_orders"),
            s.sum(ref("monetary")).as("held_revenue"),
            s.sum(ref("recency_days")).as("held_days")
          ])
      )
      .with("named", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(1, names.length))
          .select(({ref}) => [
            ref("n").as("position"),
            nth(names, ref("n")).as("segment"),
            nth(scores, ref("n")).as("scores"),
            nthNumber(means, ref("n")).as("mean_score")
          ])
      )
      .selectFrom("named")
      .leftJoin("held", "held_segment", "segment")
      .select(({ref}) => {
        const customers = s.coalesce(ref("held_customers"), s.num(0));
        const orders = s.coalesce(ref("held_orders"), s.num(0));
        const revenue = s.coalesce(ref("held_revenue"), s.amount("0"));
        return [
          "segment",
          "position",
          "scores",
          "mean_score",
          customers.as("customers"),
          s.ratio(customers, s.overall(s.sum(ref("held_customers")))).as("customer_share"),
          orders.as("orders"),
          revenue.as("net_revenue"),
          s.ratio(revenue, s.overall(s.sum(ref("held_revenue")))).as("revenue_ratio"),
          s.round(s.ratio(revenue, orders), 4).as("average_order_value"),
          s.ratio(ref("held_days"), customers).as("average_recency_days"),
          s.ratio(orders, customers).as("average_orders"),
          s.round(s.ratio(revenue, customers), 4).as("average_revenue")
        ];
      });
  }
});
