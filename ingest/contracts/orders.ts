import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/** One row per order. Amounts in the company's currency; a repeated delivery of an order replaces it. */
export const orders = contract({
  kind: "orders",
  title: {en: "Orders as the sources export them.", zh: "来源导出的订单。"},
  fields: z.strictObject({
    order_id: c.id("The source's own key of the order.", "来源系统中的订单号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("E-mail address on the order, lower case.", "订单上的邮箱，小写。", "personal").nullable(),
    phone: c.text("Telephone number on the order, as written.", "订单上的电话号码原文。", "personal").nullable(),
    ordered_at: c.instant("When the order was placed.", "下单时间。"),
    is_cancelled: c
      .flag("Cancelled or void: counts in no revenue, stays countable.", "已取消：不计入收入，但可统计。")
      .nullable(),
    total: c.money("What the customer was charged in all.", "订单实收总额。").nullable(),
    shipping: c.money("Of it for shipping.", "其中运费。").nullable(),
    tax: c.money("Of it tax.", "其中税费。").nullable(),
    discount: c.money("Discount on the whole order, not on its lines.", "整单折扣（不含行折扣）。").nullable(),
    refunded: c.money("Paid back to the customer.", "退款金额。").nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable(),
    sales_channel: c.text("Where the order was placed.", "下单渠道。").nullable(),
    country: c.text("Country of delivery.", "收货国家。").nullable()
  }),
  key: ["order_id"],
  deliveredWith: ["order_id"],
  event: "ordered_at",
  aliases: {
    order_id: ["order id", "order number", "invoiceno", "订单编号", "主订单编号"],
    customer_key: ["customer id", "customer_id", "customerid", "客户编号"],
    email: ["e-mail", "email address", "billing_email"],
    phone: [
      "phone number",
      "telephone",
      "mobile",
      "billing phone",
      "billing_phone",
      "电话",
      "手机",
      "联系手机",
      "收货人手机",
      "收件人手机号"
    ],
    ordered_at: ["created at", "order date", "order_date", "invoicedate", "订单创建时间", "订单提交时间", "下单时间"],
    total: ["order total", "order_total", "总金额"],
    sales_channel: ["source", "channel"],
    refunded: ["refunded amount", "refund amount"]
  },
  rules: [
    {
      name: "refund within total",
      field: "refunded",
      sql: "refunded is null or total is null or refunded <= total",
      test: (row) => row.refunded == null || row.total == null || (row.refunded as number) <= (row.total as number),
      reason: "more was paid back than charged"
    },
    {
      name: "positive refund",
      field: "refunded",
      sql: "refunded is null or refunded >= 0",
      test: (row) => row.refunded == null || (row.refunded as number) >= 0,
      reason: "a refund is written as a positive amount"
    }
  ]
});
