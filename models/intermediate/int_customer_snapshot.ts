import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intSnapshot} from "./int_snapshot.ts";

/** Purchase days that the last order value is the mean of. */
const lately = 3;

/**
 * How far a customer's purchases had come at past month ends, one row per customer and snapshot after a first order.
 *
 * Orders of one day are one purchase. Only orders up to the end of the snapshot day count; next_order_on alone looks ahead. Refunds carry
 * no date of their own and count from the day of their order.
 */
export const intCustomerSnapshot = model({
  name: "int_customer_snapshot",
  title: {
    en: "How far a customer's purchases had come, one row per customer and snapshot.",
    zh: "各快照日的客户购买进展，每位客户每个快照一行。"
  },
  from: [intCustomerOrders, intSnapshot],
  grain: ["customer_id", "snapshot_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The day as of which the row is true.", "快照日。"),
    horizon_on: c.day("Last day of the horizon after it.", "视野期末日。"),
    is_horizon_closed: c.flag("The horizon after the snapshot is over.", "视野期是否已结束。"),
    base_gap_days: c.wholeDays("Lower median gap of all customers so far.", "全体客户间隔中位数。").nullable(),
    first_order_on: c.day("Day of the first order.", "首单日期。"),
    last_order_on: c.day("Day of the last order so far.", "截至快照的最近下单日期。"),
    next_order_on: c.day("Day of the next order, after the snapshot.", "快照之后的下一单日期。").nullable(),
    purchase_days: c.count("Days with an order so far.", "累计购买天数。"),
    orders: c.count("Orders so far.", "累计订单数。"),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    last_orders_value: c.money("Mean net revenue of the last three purchase days.", "最近三次购买的平均净收入。"),
    earlier_orders_value: c
      .money("Mean net revenue of the purchase days before those.", "此前购买的平均净收入。")
      .nullable(),
    last_gap_days: c.wholeDays("Days between the last two purchase days.", "最近两次购买的间隔天数。").nullable(),
    median_gap_days: c.days("Own median gap between purchase days.", "自身购买间隔中位数。").nullable()
  }),
  query: (db) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy(["customer_id", "ordered_on"])
          .select(({ref}) => [
            ref("customer_id").as("buyer_id"),
            "ordered_on",
            s.countRows().as("day_orders"),
            s.sum(ref("net_revenue")).as("day_revenue")
          ])
      )
      .with("spaced", (db) =>
        db.selectFrom("days").select(({ref}) => {
          const sequence = {partitionBy: [ref("buyer_id")], orderBy: [ref("ordered_on")]};
          return [
            "buyer_id",
            "ordered_on",
            "day_orders",
            "day_revenue",
            s.daysBetween(s.ordered(s.lag(ref("ordered_on")), sequence), ref("ordered_on")).as("gap_days"),
            s.ordered(s.lead(ref("ordered_on")), sequence).as("following_on")
          ];
        })
      )
      .with("states", (db) =>
        db.selectFrom("spaced").select(({ref}) => {
          const sequence = {partitionBy: [ref("buyer_id")], orderBy: [ref("ordered_on")]};
          return [
            "buyer_id",
            "ordered_on",
            "following_on",
            "gap_days",
            s.ordered(s.rowNumber(), sequence).as("purchase_days"),
            s.running(s.min(ref("ordered_on")), sequence).as("first_order_on"),
            s.toBigint(s.running(s.sum(ref("day_orders")), sequence)).as("orders"),
            s.running(s.sum(ref("day_revenue")), sequence).as("net_revenue"),
            s.trailing(s.sum(ref("day_revenue")), lately - 1, sequence).as("late_revenue"),
            s.running(s.median(ref("gap_days")), sequence).as("median_gap_days")
          ];
        })
      )
      .selectFrom("states")
      .crossJoin("int_snapshot")
      .whereRef("ordered_on", "<=", "snapshot_on")
      .where(({ref}) => s.compare(s.coalesce(ref("following_on"), s.never), ">", ref("snapshot_on")))
      .select(({ref}) => [
        ref("buyer_id").as("customer_id"),
        "snapshot_on",
        "horizon_on",
        "is_horizon_closed",
        "base_gap_days",
        "first_order_on",
        ref("ordered_on").as("last_order_on"),
        ref("following_on").as("next_order_on"),
        "purchase_days",
        "orders",
        "net_revenue",
        s
          .round(s.ratio(ref("late_revenue"), s.least(ref("purchase_days"), s.num(lately))), 4)
          .$notNull()
          .as("last_orders_value"),
        s
          .round(
            s.onlyWhen(
              s.compare(ref("purchase_days"), ">", s.num(lately)),
              s.ratio(
                s.subtract(ref("net_revenue"), ref("late_revenue")),
                s.subtract(ref("purchase_days"), s.num(lately))
              )
            ),
            4
          )
          .as("earlier_orders_value"),
        ref("gap_days").$castTo<number | null>().as("last_gap_days"),
        "median_gap_days"
      ])
});
