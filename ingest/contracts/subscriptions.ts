import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notDaysBefore, notNegative} from "./rules.ts";

/**
 * One row per subscription or contract in its latest state. `recurring_amount` is what one billing interval costs for all units,
 * discounts taken off, in the company's currency. A repeated delivery of a subscription replaces it.
 */
export const subscriptions = contract({
  kind: "subscriptions",
  title: {en: "Subscriptions in their latest state.", zh: "订阅与合同的最新状态。"},
  fields: z.strictObject({
    subscription_id: c.id("The source's own key of the subscription.", "订阅编号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The customer's e-mail, lower case.", "客户邮箱，小写。", "personal").nullable(),
    plan: c.text("What is subscribed to.", "订阅方案。").nullable(),
    started_at: c.instant("When the service began.", "服务开始时间。"),
    trial_ends_at: c.instant("When the trial ends or ended.", "试用结束时间。").nullable(),
    cancelled_at: c
      .instant("When the cancellation was asked for; the service may go on.", "提出取消的时间（服务可能仍在继续）。")
      .nullable(),
    ended_at: c.instant("When the service ended.", "服务终止时间。").nullable(),
    subscription_status: c.text("State, as the source writes it.", "订阅状态原文。").nullable(),
    quantity: c.money("Units or seats; one where empty.", "数量或席位数；空为一。").nullable(),
    recurring_amount: c
      .money("What one billing interval costs for all units, discounts off.", "每个计费周期的总金额（折后）。")
      .nullable(),
    billing_interval: c
      .oneOf(["week", "month", "quarter", "half_year", "year"], "How often it is billed.", "计费周期。")
      .nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable()
  }),
  key: ["subscription_id"],
  deliveredWith: ["subscription_id"],
  event: "started_at",
  aliases: {
    subscription_id: ["id", "subscription", "contract id", "contract number", "订阅编号", "合同编号"],
    customer_key: ["customer", "customerid", "account id", "客户编号"],
    email: ["customer email", "邮箱"],
    plan: ["plan name", "plan id", "product", "price id", "套餐", "订阅方案", "产品名称"],
    started_at: ["start date (utc)", "start (utc)", "start date", "created (utc)", "开始时间", "开始日期", "生效日期"],
    trial_ends_at: ["trial end (utc)", "trial end", "试用结束时间"],
    cancelled_at: ["canceled at (utc)", "canceled at", "canceled_at", "cancelled at (utc)", "取消时间"],
    ended_at: ["ended at (utc)", "end date", "终止时间", "结束时间", "结束日期"],
    subscription_status: ["status", "订阅状态", "合同状态"],
    quantity: ["seats", "数量", "席位"],
    recurring_amount: ["amount", "mrr", "plan amount", "金额", "合同金额"],
    billing_interval: ["interval", "billing period", "计费周期"],
    currency: ["币种"]
  },
  rules: [
    notDaysBefore("ended_at", "started_at", "ended before it started"),
    notNegative("quantity", "negative quantity of a subscription"),
    notNegative("recurring_amount", "negative amount of a subscription")
  ]
});
