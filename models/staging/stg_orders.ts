import {z} from "zod";
import {rawOrderLines, rawOrders} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {happened} from "./asOf.ts";
import {latestGroups} from "./latestGroups.ts";
import {latestRows} from "./latestRows.ts";
import {discountOf, unitsOf} from "./lineAmounts.ts";

/**
 * Orders in their latest delivery, one row per order placed up to as_of.
 *
 * An order that only its lines tell of is placed at its earliest line and cancelled if any line says so; lines without an order and
 * without a time are left out. Gross revenue = Σ quantity × unit price − line discounts − order discount, returned lines below zero; of
 * an order without lines it is total − shipping − tax, a total being already net of discounts, and zero without a total. Net revenue =
 * gross − refunded, zero for a cancelled order.
 */
export const stgOrders = model({
  name: "stg_orders",
  title: {en: "Orders, one row per order.", zh: "订单，每单一行。"},
  from: [rawOrders, rawOrderLines],
  grain: ["order_id"],
  columns: z.strictObject({
    order_id: c.id("The source's own key of the order.", "订单号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("E-mail address on the order.", "订单上的邮箱。", "personal").nullable(),
    phone: c.text("Telephone number on the order.", "订单上的电话。", "personal").nullable(),
    ordered_at: c.instant("When the order was placed.", "下单时间。"),
    ordered_on: c.day("Business day of it.", "下单日期。"),
    order_month: c.month("Month of it.", "下单月份。"),
    is_cancelled: c.flag("Counts in no revenue.", "已取消，不计收入。"),
    lines: c.count("Delivered lines.", "明细行数。"),
    units: c.money("Units over all lines.", "商品件数。"),
    gross_revenue: c.money("Goods after discounts, before refunds.", "折后退款前商品金额。"),
    refunded: c.money("Paid back.", "退款额。"),
    net_revenue: c.money("Without tax, shipping and refunds.", "净收入（不含税、运费、退款）。"),
    sales_channel: c.text("Where the order was placed.", "下单渠道。").nullable(),
    country: c.text("Country of delivery.", "收货国家。").nullable()
  }),
  query: (db, settings) =>
    db
      .with("line_totals", (db) =>
        latestGroups(db, rawOrderLines, "order_id")
          .groupBy("order_id")
          .select(({ref}) => {
            const units = unitsOf(ref("quantity"), ref("is_return"));
            const discount = discountOf(ref("discount"), ref("is_return"));
            return [
              ref("order_id").as("line_order_id"),
              s.countRows().as("lines"),
              s.sum(units).as("units"),
              s.subtract(s.sum(s.exactProduct(units, ref("unit_price"))), s.sum(discount)).as("goods"),
              s.min(ref("customer_key")).as("line_customer_key"),
              s.min(ref("email")).as("line_email"),
              s.min(ref("ordered_at")).as("line_ordered_at"),
              s.anyTrue(ref("is_cancelled")).as("line_is_cancelled"),
              s.min(ref("sales_channel")).as("line_sales_channel"),
              s.min(ref("country")).as("line_country")
            ];
          })
      )
      .with("order_rows", (db) =>
        latestRows(db, rawOrders, "order_id").select([
          "order_id",
          "customer_key",
          "email",
          "phone",
          "ordered_at",
          "is_cancelled",
          "total",
          "shipping",
          "tax",
          "discount",
          "refunded",
          "sales_channel",
          "country"
        ])
      )
      .with("placed", (db) =>
        db
          .selectFrom("order_rows")
          .fullJoin("line_totals", "line_order_id", "order_id")
          .select(({ref}) => {
            const or0 = (x: Parameters<typeof s.sum>[0]) => s.coalesce(x, s.amount("0"));
            const charged = s.when(
              s.isKnown(ref("total")),
              s.subtract(s.subtract(ref("total"), or0(ref("shipping"))), or0(ref("tax"))),
              s.amount("0")
            );
            const goods = s.subtract(ref("goods"), or0(ref("discount")));
            return [
              s.firstOf(ref("order_id"), ref("line_order_id")).as("order_id"),
              s.firstOf(ref("customer_key"), ref("line_customer_key")).as("customer_key"),
              s.firstOf(ref("email"), ref("line_email")).as("email"),
              "phone",
              s.firstOf(ref("ordered_at"), ref("line_ordered_at")).as("ordered_at"),
              s.coalesce(ref("is_cancelled"), ref("line_is_cancelled"), s.no).as("is_cancelled"),
              s.coalesce(ref("lines"), s.num(0)).as("lines"),
              or0(ref("units")).as("units"),
              s.when(s.isNull(ref("line_order_id")), charged, s.roundMoney(goods)).as("gross_revenue"),
              or0(ref("refunded")).as("refunded"),
              s.firstOf(ref("sales_channel"), ref("line_sales_channel")).as("sales_channel"),
              s.firstOf(ref("country"), ref("line_country")).as("country")
            ];
          })
      )
      .selectFrom("placed")
      .where("ordered_at", "is not", null)
      .where(({ref}) => happened(ref("ordered_at"), settings))
      .select(({ref}) => [
        ref("order_id").$notNull().as("order_id"),
        "customer_key",
        "email",
        "phone",
        ref("ordered_at").$notNull().as("ordered_at"),
        s.day(s.local(ref("ordered_at").$notNull(), settings.zone)).as("ordered_on"),
        s.month(s.local(ref("ordered_at").$notNull(), settings.zone)).as("order_month"),
        "is_cancelled",
        "lines",
        "units",
        ref("gross_revenue").$notNull().as("gross_revenue"),
        "refunded",
        s
          .when(ref("is_cancelled"), s.amount("0"), s.subtract(ref("gross_revenue"), ref("refunded")))
          .$notNull()
          .as("net_revenue"),
        "sales_channel",
        "country"
      ])
});
