import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intSecondOrder, secondOrderGroups} from "../intermediate/int_second_order.ts";

/** Weeks after the first order that the curve shows. */
const weeks = 104;
const z95 = 1.959963984540054;
const double = (x: number) => s.toDouble(s.num(x));

/**
 * Share of customers with a second purchase day within so many days of the first, one row per group and whole week up to two years.
 *
 * Kaplan–Meier: share = 1 − Π (1 − dᵢ ÷ nᵢ), where nᵢ customers had been watched for i days without a second purchase day and dᵢ of them
 * then had it; who has not reached a day by as_of is not at risk on it. Intervals are 95 %, of ln(−ln S) with Greenwood's variance,
 * null where nobody or everybody has bought again. Rows end where nobody is at risk any more. Groups are all customers, then up to five channels of the first
 * order by customers, the unknown ones, and the others together. Sources: Kaplan & Meier (1958); Kalbfleisch & Prentice (2002), 1.4.
 */
export const martSecondOrder = model({
  name: "mart_second_order",
  title: {
    en: "Share of customers who bought a second time within so many days, one row per group and week.",
    zh: "首单后若干天内复购的客户比例，每个分组与周一行。"
  },
  from: [intSecondOrder],
  grain: ["group_rank", "days"],
  columns: z.strictObject({
    group_rank: c.count("0: all customers; channels by customers, from 1.", "0 为全部；渠道按客户数从 1 起。"),
    group_kind: c.oneOf(secondOrderGroups, "What the group is.", "分组类型。"),
    first_sales_channel: c
      .text("Channel of the first order; null where the group is no channel.", "首单渠道。")
      .nullable(),
    days: c.wholeDays("Days since the first order.", "距首单天数。"),
    customers: c.count("Customers of the group.", "该组客户数。"),
    at_risk_customers: c.count(
      "Of them watched for longer, without a second purchase day by then.",
      "此后仍在观察且尚未复购的客户数。"
    ),
    returned_customers: c.count("With a second purchase day by then.", "已复购的客户数。"),
    returned_share: c.share("Kaplan–Meier share who bought again.", "复购比例（Kaplan–Meier）。"),
    returned_low: c.share("Lower end of its 95 % interval.", "其 95% 区间下限。").nullable(),
    returned_high: c.share("Upper end of it.", "其 95% 区间上限。").nullable()
  }),
  query: (db) =>
    db
      .with("curve", (db) =>
        db.selectFrom("int_second_order").select(({ref}) => {
          const sequence = {partitionBy: [ref("group_rank")], orderBy: [ref("day")]};
          const left = s.subtract(ref("at_risk_customers"), ref("returned_customers"));
          const someLeft = s.compare(left, ">", s.num(0));
          const greenwood = s.ratio(
            ref("returned_customers"),
            s.multiply(s.toDouble(ref("at_risk_customers")), s.toDouble(left))
          );
          const running = (x: Parameters<typeof s.sum>[0]) => s.running(s.sum(x), sequence);
          return [
            "group_rank",
            "day",
            s
              .toBigint(running(ref("returned_customers")))
              .$notNull()
              .as("returned_so_far"),
            s
              .toBigint(running(ref("gone_customers")))
              .$notNull()
              .as("gone_so_far"),
            running(s.onlyWhen(someLeft, s.ln(s.ratio(left, ref("at_risk_customers"))))).as("log_left"),
            running(s.coalesce(s.onlyWhen(someLeft, greenwood), double(0))).as("variance"),
            running(s.when(someLeft, s.num(0), s.num(1))).as("exhausted")
          ];
        })
      )
      .with("weekly", (db) =>
        db
          .selectFrom("curve")
          .crossJoin(s.series(0, weeks))
          .where(({ref}) => s.compare(ref("day"), "<=", s.multiply(ref("n"), s.num(7))))
          .groupBy(["group_rank", "n"])
          .select(({ref}) => [
            ref("group_rank").as("curve_rank"),
            s.multiply(ref("n"), s.num(7)).as("days"),
            s.max(ref("returned_so_far")).as("returned_so_far"),
            s.max(ref("gone_so_far")).as("gone_so_far"),
            s.min(ref("log_left")).as("log_left"),
            s.max(ref("variance")).as("variance"),
            s.max(ref("exhausted")).as("exhausted")
          ])
      )
      .with("groups", (db) =>
        db
          .selectFrom("int_second_order")
          .where("day", "=", 0)
          .select(["group_rank", "group_kind", "first_sales_channel", "customers"])
      )
      .with("shares", (db) =>
        db
          .selectFrom("groups")
          .innerJoin("weekly", "curve_rank", "group_rank")
          .select(({ref}) => {
            const stays = s.coalesce(s.exp(ref("log_left")), double(1));
            const isOver = s.compare(ref("exhausted"), ">", s.num(0));
            const isInside = s.both(s.not(isOver), s.compare(ref("log_left"), "<", double(0)));
            const reach = s.ratio(
              s.multiply(double(z95), s.sqrt(ref("variance"))),
              s.onlyWhen(isInside, s.abs(ref("log_left")))
            );
            const bound = (sign: 1 | -1) =>
              s.onlyWhen(
                isInside,
                s.subtract(double(1), s.exp(s.multiply(ref("log_left"), s.exp(s.multiply(double(sign), reach)))))
              );
            return [
              "group_rank",
              "group_kind",
              "first_sales_channel",
              "days",
              "customers",
              s.subtract(ref("customers"), ref("gone_so_far")).as("at_risk_customers"),
              ref("returned_so_far").as("returned_customers"),
              s.round(s.when(isOver, double(1), s.subtract(double(1), stays)), 12).as("returned_share"),
              s.round(bound(-1), 12).as("returned_low"),
              s.round(bound(1), 12).as("returned_high")
            ];
          })
      )
      .selectFrom("shares")
      .where("at_risk_customers", ">", 0)
      .selectAll()
});
