import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intRfmDay} from "../intermediate/int_rfm_day.ts";
import {intRfmMonth} from "../intermediate/int_rfm_month.ts";
import {outside} from "./outsideSegments.ts";

/** How many month ends back the segments are compared with today's. */
export const moveMonths = [1, 3, 12] as const;

/**
 * Which customers moved between segments, one row per pair of days and pair of segments that has customers.
 *
 * to_on is as_of, from_on the last, third last and twelfth last month end before it. (new): the first order came after from_on;
 * (returned): there were orders before, none of them in the window that ended on from_on; (gone): in a segment then, without an order in
 * today's window. So the rows of a segment sum to its size then, and what leads to a segment to its size now; revenues likewise.
 */
export const martSegmentMove = model({
  name: "mart_segment_move",
  title: {
    en: "Which customers moved between segments, one row per pair of days and pair of segments.",
    zh: "客户在分群间的移动，每对日期、每对分群一行。"
  },
  from: [intRfmDay, intRfmMonth],
  grain: ["from_on", "to_on", "from_segment", "to_segment"],
  columns: z.strictObject({
    from_on: c.day("The earlier day.", "较早日期。"),
    to_on: c.day("The later day: as_of.", "较晚日期：截止日。"),
    months_before: c.count("Month ends from one to the other: 1, 3 or 12.", "相隔的月末数：1、3 或 12。"),
    from_segment: c.text("Segment then, or (new) or (returned).", "当时的分群，或 (new) 新增、(returned) 回归。"),
    to_segment: c.text("Segment now, or (gone).", "现在的分群，或 (gone) 离开窗口。"),
    customers: c.count("Customers who made this move.", "客户数。"),
    net_revenue_before: c.money("Their net revenue in the window that ended then.", "其当时窗口内净收入。"),
    net_revenue_after: c.money("Their net revenue in today's window.", "其当前窗口内净收入。")
  }),
  query: (db) =>
    db
      .with("known", (db) =>
        db
          .selectFrom("int_rfm_month")
          .innerJoin("int_rfm_day", "int_rfm_day.month_on", "int_rfm_month.month_on")
          .where(({ref}) =>
            s.either(...[0, ...moveMonths].map((months) => s.compare(ref("months_before"), "=", s.num(months))))
          )
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            s.min(ref("first_order_on")).as("first_order_on"),
            ...[0, ...moveMonths].flatMap((months) => {
              const then = s.compare(ref("months_before"), "=", s.num(months));
              return [
                s
                  .max(s.onlyWhen(then, ref("segment")))
                  .$castTo<string | null>()
                  .as(`segment_${months}` as `segment_${number}`),
                s.sum(s.when(then, ref("monetary"), s.amount("0"))).as(`revenue_${months}` as `revenue_${number}`)
              ];
            })
          ])
      )
      .with("days", (db) =>
        db
          .selectFrom("int_rfm_day as day")
          .innerJoin("int_rfm_day as now", (on) => on.on(({ref}) => s.compare(ref("now.months_before"), "=", s.num(0))))
          .where(({ref}) =>
            s.either(...moveMonths.map((months) => s.compare(ref("day.months_before"), "=", s.num(months))))
          )
          .select(({ref}) => [
            ref("day.month_on").as("from_on"),
            ref("now.month_on").as("to_on"),
            ref("day.months_before").as("months_before")
          ])
      )
      .with("moved", (db) =>
        db
          .selectFrom("known")
          .crossJoin("days")
          .select(({ref}) => {
            const back = <T>(of: (months: number) => s.Value<T>) =>
              moveMonths
                .slice(1)
                .reduce<s.Value<T>>(
                  (otherwise, months) =>
                    s.when(s.compare(ref("months_before"), "=", s.num(months)), of(months), otherwise),
                  of(moveMonths[0])
                );
            const segment = back((months) => s.firstOf(ref(`segment_${months}`)));
            const arrived = s.when(
              s.compare(ref("first_order_on"), ">", ref("from_on")),
              s.text(outside.new),
              s.text(outside.returned)
            );
            return [
              "from_on",
              "to_on",
              "months_before",
              segment.as("then_in"),
              ref("segment_0").as("now_in"),
              arrived.as("arrived"),
              back((months) => s.coalesce(ref(`revenue_${months}`), s.amount("0"))).as("before"),
              ref("revenue_0").as("after")
            ];
          })
      )
      .with("named", (db) =>
        db
          .selectFrom("moved")
          .where(({ref}) => s.either(s.isKnown(ref("then_in")), s.isKnown(ref("now_in"))))
          .select(({ref}) => [
            "from_on",
            "to_on",
            "months_before",
            s.coalesce(ref("then_in"), ref("arrived")).as("from_segment"),
            s.coalesce(ref("now_in"), s.text(outside.gone)).as("to_segment"),
            "before",
            "after"
          ])
      )
      .selectFrom("named")
      .groupBy(["from_on", "to_on", "months_before", "from_segment", "to_segment"])
      .select(({ref}) => [
        "from_on",
        "to_on",
        "months_before",
        "from_segment",
        "to_segment",
        s.countRows().as("customers"),
        s.sum(ref("before")).as("net_revenue_before"),
        s.sum(ref("after")).as("net_revenue_after")
      ])
});
