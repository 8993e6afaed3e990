import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

export const secondOrderGroups = ["all", "channel", "unknown", "others"] as const;

/** Channels of the first order with a curve of their own. */
const channels = 5;

/**
 * When customers bought a second time, one row per group and day since the first order on which somebody did or was watched no longer;
 * day 0 is there for each group.
 *
 * A customer is watched from the first purchase day to the second, or to as_of. At risk on a day are those watched until that day or
 * longer. Groups are all customers and the channel of the first order: the five with most customers, the others as one, the unknown.
 */
export const intSecondOrder = model({
  name: "int_second_order",
  title: {
    en: "When customers bought a second time, one row per group and day since the first order.",
    zh: "客户何时第二次购买，每个分组与首单后天数一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["group_rank", "day"],
  columns: z.strictObject({
    group_rank: c.count("0: all customers; channels by customers, from 1.", "0 为全部；渠道按客户数从 1 起。"),
    group_kind: c.oneOf(secondOrderGroups, "What the group is.", "分组类型。"),
    first_sales_channel: c
      .text("Channel of the first order; null where the group is no channel.", "首单渠道。")
      .nullable(),
    day: c.wholeDays("Days since the first order.", "距首单天数。"),
    customers: c.count("Customers of the group.", "该组客户数。"),
    at_risk_customers: c.count("Watched until this day or longer.", "观察至当日或更久的客户数。"),
    returned_customers: c.count("Had their second purchase day on it.", "当日第二次购买的客户数。"),
    gone_customers: c.count(
      "Are watched no longer after it: these, and those whose day of as_of it is.",
      "当日之后不再观察的客户数。"
    )
  }),
  query: (db) =>
    db
      .with("buyers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy("customer_id")
          .select(({ref}) => [
            s.min(ref("ordered_on")).as("first_on"),
            s
              .min(s.onlyWhen(s.compare(ref("ordered_on"), ">", ref("first_order_on")), ref("ordered_on")))
              .$castTo<Date | null>()
              .as("second_on"),
            s
              .min(s.onlyWhen(ref("is_first"), ref("sales_channel")))
              .$castTo<string | null>()
              .as("channel")
          ])
      )
      .with("watched", (db) =>
        db
          .selectFrom("buyers")
          .crossJoin("int_as_of")
          .select(({ref}) => [
            "channel",
            s.daysBetween(ref("first_on"), s.coalesce(ref("second_on"), ref("as_of_on"))).as("day"),
            s.isKnown(ref("second_on")).as("has_returned")
          ])
      )
      .with("alike", (db) =>
        db
          .selectFrom("watched")
          .groupBy(["channel", "day"])
          .select(({ref}) => [
            "channel",
            "day",
            s.countRows().as("gone"),
            s.count(s.onlyWhen(ref("has_returned"), ref("day"))).as("returned")
          ])
      )
      .with("ranks", (db) =>
        db
          .selectFrom("alike")
          .where("channel", "is not", null)
          .groupBy("channel")
          .select(({ref}) => [
            ref("channel").as("ranked_channel"),
            s.ordered(s.rowNumber(), {orderBy: [s.descending(s.sum(ref("gone"))), ref("channel")]}).as("channel_rank")
          ])
      )
      .with("grouped", (db) =>
        db
          .selectFrom("alike")
          .leftJoin("ranks", "ranked_channel", "channel")
          .crossJoin(s.series(0, 1))
          .select(({ref}) => {
            const isAll = s.compare(ref("n"), "=", s.num(0));
            const isUnknown = s.isNull(ref("channel"));
            const isOwn = s.compare(ref("channel_rank"), "<=", s.num(channels));
            const place = s.when(
              isUnknown,
              s.num(channels + 2),
              s.when(isOwn, ref("channel_rank"), s.num(channels + 1))
            );
            const kind = s.when(isUnknown, s.text("unknown"), s.when(isOwn, s.text("channel"), s.text("others")));
            return [
              s
                .toBigint(s.when(isAll, s.num(0), place))
                .$notNull()
                .as("group_rank"),
              s.when(isAll, s.text("all"), kind).$castTo<(typeof secondOrderGroups)[number]>().as("group_kind"),
              s.onlyWhen(s.both(s.not(isAll), isOwn), ref("channel")).as("first_sales_channel"),
              "day",
              "gone",
              "returned"
            ];
          })
      )
      .with("opened", (db) =>
        db
          .selectFrom("grouped")
          .select(["group_rank", "group_kind", "first_sales_channel", "day", "gone", "returned"])
          .unionAll(
            db
              .selectFrom("grouped")
              .distinct()
              .select([
                "group_rank",
                "group_kind",
                "first_sales_channel",
                s.toBigint(s.num(0)).as("day"),
                s.toBigint(s.num(0)).as("gone"),
                s.toBigint(s.num(0)).as("returned")
              ])
          )
      )
      .with("days", (db) =>
        db
          .selectFrom("opened")
          .groupBy(["group_rank", "group_kind", "first_sales_channel", "day"])
          .select(({ref}) => [
            "group_rank",
            "group_kind",
            "first_sales_channel",
            "day",
            s
              .toBigint(s.sum(ref("gone")))
              .$notNull()
              .as("gone_customers"),
            s
              .toBigint(s.sum(ref("returned")))
              .$notNull()
              .as("returned_customers")
          ])
      )
      .selectFrom("days")
      .select(({ref}) => {
        const sequence = {partitionBy: [ref("group_rank")], orderBy: [ref("day")]};
        const all = s.toBigint(s.overall(s.sum(ref("gone_customers")), ref("group_rank"))).$notNull();
        const before = s.toBigint(s.coalesce(s.before(s.sum(ref("gone_customers")), sequence), s.num(0)));
        return [
          "group_rank",
          "group_kind",
          "first_sales_channel",
          "day",
          all.as("customers"),
          s.subtract(all, before).as("at_risk_customers"),
          "returned_customers",
          "gone_customers"
        ];
      })
});
