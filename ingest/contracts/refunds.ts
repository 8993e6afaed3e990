import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notNegative} from "./rules.ts";

/** One row per refund, its amount positive and in the company's currency. A repeated delivery of a refund replaces it. */
export const refunds = contract({
  kind: "refunds",
  title: {en: "Refunds as the sources export them.", zh: "来源导出的退款。"},
  fields: z.strictObject({
    refund_id: c.id("The source's own key of the refund.", "退款单号。"),
    order_id: c.id("The order that it is for.", "对应订单号。").nullable(),
    payment_id: c.id("The payment that it is of.", "对应支付流水号。").nullable(),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The customer's e-mail, lower case.", "客户邮箱，小写。", "personal").nullable(),
    refunded_at: c.instant("When the money was paid back.", "退款时间。"),
    amount: c.money("What was paid back, positive.", "退款金额（正数）。"),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable(),
    reason: c.text("Why, as the source writes it.", "退款原因原文。").nullable()
  }),
  key: ["refund_id"],
  deliveredWith: ["refund_id"],
  event: "refunded_at",
  aliases: {
    refund_id: ["id", "refund", "refund number", "退款编号", "退款单号", "售后单号", "售后编号"],
    order_id: ["order", "order number", "订单号", "订单编号", "主订单编号"],
    payment_id: ["charge id", "charge", "transaction id", "支付单号", "流水号"],
    customer_key: ["customer", "customerid", "客户编号"],
    email: ["customer email", "邮箱"],
    refunded_at: ["created (utc)", "created", "created at", "date", "refund date", "退款时间", "退款完结时间"],
    amount: ["refund amount", "refunded amount", "refunded", "退款金额", "已退款金额", "买家退款金额"],
    currency: ["币种"],
    reason: ["refund reason", "退款原因", "售后原因"]
  },
  rules: [notNegative("amount", "a refund is written as a positive amount")]
});
