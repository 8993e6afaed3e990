import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intEffectMember} from "../intermediate/int_effect_member.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {tMarginOfSums} from "../studentT.ts";

/** Months of 30 days that are looked at on either side. */
const months = 6;

/**
 * What customers bought month by month around bad service, and what their like did, one row per month and side; an association.
 *
 * Months are of 30 days from the day of the event: −1 ends with that day, 1 begins on the next, and there is no month 0. Purchase days
 * are means over the pairs of mart_service_effect with Student's 95 % interval, null under two pairs.
 */
export const martServiceEffectMonth = model({
  name: "mart_service_effect_month",
  title: {
    en: "What customers bought month by month around bad service, one row per month and side.",
    zh: "不良服务前后逐月购买情况，每月每方一行。"
  },
  from: [intCustomerOrders, intEffectMember],
  grain: ["months_from_event", "is_exposed"],
  columns: z.strictObject({
    months_from_event: c.integer("−6 to −1 before, 1 to 6 after.", "−6 至 −1 为之前，1 至 6 为之后。"),
    is_exposed: c.flag("Of those with bad service, not of their like.", "是否为受影响客户一方。"),
    customers: c.count("Customers.", "客户数。"),
    orders_per_customer: c.number("Mean days with an order.", "人均购买天数。"),
    low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable()
  }),
  query: (db) =>
    db
      .with("months", (db) =>
        db
          .selectFrom("int_effect_member")
          .crossJoin(s.series(-months, months, "month"))
          .where("is_matched", "=", true)
          .where(({ref}) => s.compare(ref("n"), "<>", s.num(0)))
          .select(({ref}) => [
            "pair",
            "is_exposed",
            "customer_id",
            "n",
            s
              .addDays(
                ref("index_on"),
                s.multiply(
                  s.num(30),
                  s.when(s.compare(ref("n"), ">", s.num(0)), s.subtract(ref("n"), s.num(1)), ref("n"))
                )
              )
              .as("after_on")
          ])
      )
      .with("bought", (db) =>
        db
          .selectFrom("months")
          .leftJoin("int_customer_orders as placed", (on) =>
            on
              .onRef("placed.customer_id", "=", "months.customer_id")
              .on("is_first_of_day", "=", true)
              .onRef("ordered_on", ">", "after_on")
              .on(({ref}) => s.compare(ref("ordered_on"), "<=", s.addDays(ref("after_on"), s.num(30))) as any)
          )
          .groupBy(["pair", "is_exposed", "n"])
          .select(({ref}) => ["pair", "is_exposed", "n", s.count(ref("ordered_on")).as("days")])
      )
      .with("summed", (db) =>
        db
          .selectFrom("bought")
          .groupBy(["n", "is_exposed"])
          .select(({ref}) => {
            const [customers, total] = [s.countRows(), s.toBigint(s.sum(ref("days")))];
            const squares = s.toBigint(s.sum(s.multiply(ref("days"), ref("days"))));
            return [
              "n",
              "is_exposed",
              customers.as("customers"),
              s.ratio(total, customers).$notNull().as("mean"),
              tMarginOfSums(customers, total, squares).as("margin")
            ];
          })
      )
      .selectFrom("summed")
      .select(({ref}) => [
        ref("n").as("months_from_event"),
        "is_exposed",
        "customers",
        ref("mean").as("orders_per_customer"),
        s
          .greatest<number | null>(
            s.subtract(ref("mean"), ref("margin")),
            s.onlyWhen(s.isKnown(ref("margin")), s.toDouble(s.num(0)))
          )
          .as("low"),
        s.add(ref("mean"), ref("margin")).as("high")
      ])
});
