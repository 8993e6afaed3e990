import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notAbove, notNegative} from "./rules.ts";

/**
 * One row per charge, failed ones included. Amounts in the company's currency; `refunded` is what the export says was paid back of
 * this charge so far, and refunds of a file of their own are of kind `refunds`: a company loads one of the two. A repeated
 * delivery of a payment replaces it.
 */
export const payments = contract({
  kind: "payments",
  title: {en: "Payments as the provider exports them.", zh: "支付平台导出的收款。"},
  fields: z.strictObject({
    payment_id: c.id("The provider's own key of the payment.", "支付流水号。"),
    order_id: c.id("The order that was paid.", "所付订单号。").nullable(),
    subscription_id: c.id("The subscription that was paid.", "所付订阅编号。").nullable(),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The payer's e-mail, lower case.", "付款人邮箱，小写。", "personal").nullable(),
    paid_at: c.instant("When the charge was made or tried.", "扣款（或尝试扣款）时间。"),
    amount: c.money(
      "What was charged in all, before refunds and fees; what was tried where it failed.",
      "收款总额（未扣退款与手续费）；失败时为尝试金额。"
    ),
    fee: c.money("What the provider kept of it.", "手续费。").nullable(),
    refunded: c.money("Of it paid back so far.", "其中已退款金额（累计）。").nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable(),
    payment_method: c.text("How it was paid: card, wallet, transfer.", "支付方式。").nullable(),
    payment_status: c.text("State of the payment, as the provider writes it.", "支付状态原文。").nullable(),
    is_failed: c.flag("No money came in.", "支付失败（未到账）。").nullable()
  }),
  key: ["payment_id"],
  deliveredWith: ["payment_id"],
  event: "paid_at",
  aliases: {
    payment_id: ["id", "charge id", "transaction id", "transaction_id", "支付单号", "交易号", "流水号", "动帐流水号"],
    order_id: ["order", "order number", "订单号", "订单编号", "商户订单号"],
    subscription_id: ["subscription"],
    customer_key: ["customer", "customerid", "客户编号"],
    email: ["customer email", "payer email", "from email address", "邮箱"],
    paid_at: ["created (utc)", "created", "created at", "date", "payment date", "支付时间", "付款时间", "动账时间"],
    amount: ["gross", "total", "支付金额", "收款金额", "回款金额", "动账金额"],
    fee: ["fees", "processing fee", "手续费", "平台服务费"],
    refunded: ["amount refunded", "refunded amount", "refund amount", "退款金额"],
    currency: ["币种"],
    payment_method: ["method", "payment method type", "card brand", "支付方式", "付款方式", "回款方式"],
    payment_status: ["status", "支付状态", "交易状态"]
  },
  rules: [
    notNegative("amount", "a payment is written as a positive amount; money paid back is of kind refunds"),
    notNegative("refunded", "a refund is written as a positive amount"),
    notAbove("refunded", "amount", "more was paid back than charged")
  ]
});
