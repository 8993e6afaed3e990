import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";

/**
 * For which months the same was known of a customer at their ends, one row per customer and first such month.
 *
 * A spell begins with the month of the oldest record or the first order, with each month with an order, and a year after each of those,
 * when its revenue leaves the twelve months. It lasts until the next one begins. So one row stands for all month ends of a silence, and
 * the stage at each follows from its days and the thresholds known by then. Customers without order or dated record have no spell.
 */
export const intStageSpell = model({
  name: "int_stage_spell",
  title: {
    en: "Months at whose ends the same was known of a customer, one row per customer and first such month.",
    zh: "客户状况不变的月份区间，每位客户每个起始月一行。"
  },
  from: [intAsOf, intCustomerOrders, intCustomerProfile],
  grain: ["customer_id", "from_month"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    from_month: c.month("First month at whose end this holds.", "起始月份。"),
    until_month: c
      .month("First month at whose end something else holds; null: still holds.", "终止月份；空为至今。")
      .nullable(),
    last_order_on: c.day("Day of the last order by then.", "当时最近下单日。").nullable(),
    last_gap_days: c.wholeDays("Days between the last two purchase days.", "最近两个购买日的间隔。").nullable(),
    purchase_days: c.count("Purchase days by then.", "截至当时的购买日数。"),
    net_revenue_12m: c.money(
      "Net revenue of twelve calendar months, the last included.",
      "含当月在内 12 个自然月的净收入。"
    ),
    is_first: c.flag("Nothing was known of the customer before.", "此前尚不知有该客户。"),
    before_order_on: c.day("Day of the last order before the first month.", "起始月之前最近下单日。").nullable(),
    before_gap_days: c
      .wholeDays("Days between the two purchase days before it.", "起始月之前最近两个购买日的间隔。")
      .nullable(),
    before_purchase_days: c.count("Purchase days before it.", "起始月之前的购买日数。")
  }),
  query: (db) =>
    db
      .with("bought", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy(["customer_id", "order_month"])
          .select(({ref}) => {
            const gap = s.multiply(s.num(-1), ref("days_since_previous"));
            return [
              "customer_id",
              "order_month",
              s.max(ref("ordered_on")).as("last_on"),
              s.max(s.onlyWhen(ref("is_first_of_day"), s.addDays(ref("ordered_on"), gap))).as("previous_on"),
              s.count(s.onlyWhen(ref("is_first_of_day"), ref("order_month"))).as("days"),
              s.toMoney(s.sum(ref("net_revenue"))).as("revenue")
            ];
          })
      )
      .with("events", (db) =>
        db
          .selectFrom("bought")
          .select(({ref}) => [
            "customer_id",
            ref("order_month").as("at_month"),
            ref("last_on").$castTo<Date | null>().as("last_on"),
            ref("previous_on").$castTo<Date | null>().as("previous_on"),
            "days",
            ref("revenue").$castTo<number | null>().as("revenue")
          ])
          .unionAll(
            db
              .selectFrom("bought")
              .crossJoin("int_as_of")
              .where(({ref}) => s.compare(s.addMonths(ref("order_month"), s.num(12)), "<=", ref("as_of_month")))
              .select(({ref}) => [
                "customer_id",
                s.addMonths(ref("order_month"), s.num(12)).as("at_month"),
                s.nothing<Date>("date").as("last_on"),
                s.nothing<Date>("date").as("previous_on"),
                s.toBigint(s.num(0)).as("days"),
                s.subtract(s.amount("0"), ref("revenue")).as("revenue")
              ])
          )
          .unionAll(
            db
              .selectFrom("int_customer_profile")
              .where("first_registered_on", "is not", null)
              .select(({ref}) => [
                "customer_id",
                s.month(ref("first_registered_on").$notNull()).as("at_month"),
                s.nothing<Date>("date").as("last_on"),
                s.nothing<Date>("date").as("previous_on"),
                s.toBigint(s.num(0)).as("days"),
                s.amount("0").as("revenue")
              ])
          )
      )
      .with("changes", (db) =>
        db
          .selectFrom("events")
          .groupBy(["customer_id", "at_month"])
          .select(({ref}) => [
            "customer_id",
            "at_month",
            s.max(ref("last_on")).$castTo<Date | null>().as("last_on"),
            s.max(ref("previous_on")).$castTo<Date | null>().as("previous_on"),
            s.toBigint(s.sum(ref("days"))).as("days"),
            s.toMoney(s.sum(ref("revenue"))).as("revenue")
          ])
      )
      .with("spells", (db) =>
        db.selectFrom("changes").select(({ref}) => {
          const sequence = {partitionBy: [ref("customer_id")], orderBy: [ref("at_month")]};
          return [
            "customer_id",
            "at_month",
            s.ordered(s.lead(ref("at_month")), sequence).as("until_month"),
            s.ordered(s.lag(ref("at_month")), sequence).as("before_month"),
            s
              .running(s.max(ref("last_on")), sequence)
              .$castTo<Date | null>()
              .as("last_on"),
            s
              .running(s.max(ref("previous_on")), sequence)
              .$castTo<Date | null>()
              .as("previous_on"),
            s.running(s.sum(ref("days")), sequence).as("purchase_days"),
            s.running(s.sum(ref("revenue")), sequence).as("net_revenue_12m"),
            s.before(s.max(ref("last_on")), sequence).as("before_on"),
            s.before(s.max(ref("previous_on")), sequence).as("before_previous_on"),
            s.before(s.sum(ref("days")), sequence).as("before_purchase_days")
          ];
        })
      )
      .selectFrom("spells")
      .select(({ref}) => [
        "customer_id",
        ref("at_month").as("from_month"),
        "until_month",
        ref("last_on").as("last_order_on"),
        s.daysBetween(ref("previous_on"), ref("last_on")).$castTo<number | null>().as("last_gap_days"),
        s.toBigint(ref("purchase_days")).$notNull().as("purchase_days"),
        s.toMoney(ref("net_revenue_12m")).$notNull().as("net_revenue_12m"),
        s.isNull(ref("before_month")).as("is_first"),
        ref("before_on").as("before_order_on"),
        s.daysBetween(ref("before_previous_on"), ref("before_on")).$castTo<number | null>().as("before_gap_days"),
        s.toBigint(s.coalesce(ref("before_purchase_days"), s.num(0))).as("before_purchase_days")
      ])
});
