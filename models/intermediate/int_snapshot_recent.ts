import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intSnapshot} from "./int_snapshot.ts";

/**
 * What customers ordered in the year before past month ends, one row per customer and snapshot with an order in it.
 *
 * The season is the horizon's own days a year earlier: from 365 days before the snapshot, for as long as the horizon lasts.
 */
export const intSnapshotRecent = model({
  name: "int_snapshot_recent",
  title: {
    en: "Orders of the year before a snapshot, one row per customer and snapshot.",
    zh: "各快照日前一年的订单，每位客户每个快照一行。"
  },
  from: [intCustomerOrders, intSnapshot],
  grain: ["customer_id", "snapshot_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The snapshot.", "快照日。"),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_180d: c.count("Orders in the last 180 days.", "近 180 天订单数。"),
    purchase_days_180d: c.count("Days with an order in the last 180.", "近 180 天购买天数。"),
    purchase_days_365d: c.count("Days with an order in the last 365.", "近 365 天购买天数。"),
    season_purchase_days: c.count("Days with an order in the season.", "去年同期购买天数。"),
    net_revenue_90d: c.money("Net revenue of the last 90 days.", "近 90 天净收入。"),
    net_revenue_180d: c.money("Net revenue of the last 180 days.", "近 180 天净收入。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    refunds_365d: c.money("Paid back for orders of the last 365 days.", "近 365 天订单的退款。")
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_orders")
      .crossJoin("int_snapshot")
      .where("is_cancelled", "=", false)
      .whereRef("ordered_on", "<=", "snapshot_on")
      .where(({ref}) => s.compare(ref("ordered_on"), ">", s.addDays(ref("snapshot_on"), s.num(-365))))
      .groupBy(["customer_id", "snapshot_on"])
      .select(({ref}) => {
        const within = (days: number) => s.compare(ref("ordered_on"), ">", s.addDays(ref("snapshot_on"), s.num(-days)));
        const ordersIn = (days: number) => s.count(s.onlyWhen(within(days), ref("ordered_on")));
        const revenueIn = (days: number) => s.sum(s.when(within(days), ref("net_revenue"), s.amount("0")));
        const opens = ref("is_first_of_day");
        const inSeason = s.compare(ref("ordered_on"), "<=", s.addDays(ref("horizon_on"), s.num(-365)));
        return [
          "customer_id",
          "snapshot_on",
          ordersIn(90).as("orders_90d"),
          ordersIn(180).as("orders_180d"),
          s.count(s.onlyWhen(s.both(opens, within(180)), ref("ordered_on"))).as("purchase_days_180d"),
          s.count(s.onlyWhen(opens, ref("ordered_on"))).as("purchase_days_365d"),
          s.count(s.onlyWhen(s.both(opens, inSeason), ref("ordered_on"))).as("season_purchase_days"),
          revenueIn(90).as("net_revenue_90d"),
          revenueIn(180).as("net_revenue_180d"),
          s.sum(ref("net_revenue")).as("net_revenue_365d"),
          s.sum(ref("refunded")).as("refunds_365d")
        ];
      })
});
