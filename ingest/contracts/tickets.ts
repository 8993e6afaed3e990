import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notBefore, notNegative} from "./rules.ts";

/** One row per service ticket in its latest state. A repeated delivery replaces it. */
export const tickets = contract({
  kind: "tickets",
  title: {en: "Service tickets as the help desk exports them.", zh: "客服系统导出的工单。"},
  fields: z.strictObject({
    ticket_id: c.id("The help desk's own key of the ticket.", "工单号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The requester's e-mail, lower case.", "提交人邮箱，小写。", "personal").nullable(),
    phone: c.text("The requester's telephone number as written.", "提交人电话号码原文。", "personal").nullable(),
    opened_at: c.instant("When the ticket was created.", "工单创建时间。"),
    first_replied_at: c.instant("When an agent first answered.", "首次回复时间。").nullable(),
    first_reply_minutes: c
      .number("Elapsed minutes to the first answer, where the help desk reports them.", "首次回复用时（分钟）。")
      .nullable(),
    solved_at: c.instant("When the ticket was last solved.", "最后解决时间。").nullable(),
    ticket_status: c.text("State of the ticket.", "工单状态。").nullable(),
    priority: c.text("Priority.", "优先级。").nullable(),
    ticket_channel: c.text("How the ticket came in.", "来单渠道。").nullable(),
    category: c.text("What it is about.", "工单类别。").nullable(),
    subcategory: c.text("What it is about, more closely.", "工单子类别。").nullable(),
    subject: c.text("Subject line.", "主题。", "personal").nullable(),
    description: c.text("What the customer wrote first.", "客户首次描述。", "personal").nullable(),
    order_id: c.id("The order it is about.", "相关订单号。").nullable(),
    product_id: c.id("The product it is about.", "相关商品编号。").nullable(),
    team: c.text("Group of agents that has it.", "处理小组。").nullable(),
    agent: c.text("Who handles it.", "处理人。", "personal").nullable(),
    satisfaction: c.text("The requester's verdict.", "满意度评价。").nullable(),
    reopens: c.integer("How often it was opened again.", "重开次数。").nullable()
  }),
  key: ["ticket_id"],
  deliveredWith: ["ticket_id"],
  event: "opened_at",
  aliases: {
    ticket_id: ["id", "ticket id"],
    email: ["requester email", "e-mail"],
    phone: ["requester phone", "phone number", "mobile phone", "work phone", "电话", "手机"],
    opened_at: ["created at", "created time", "创建时间"],
    first_reply_minutes: ["first reply time in minutes", "first reply time (min)"],
    solved_at: ["solved at", "resolved time", "resolved at"],
    ticket_status: ["status", "状态"],
    ticket_channel: ["via", "source"],
    agent: ["assignee", "agent"],
    satisfaction: ["satisfaction score", "survey results"],
    category: ["category [list]", "type"],
    subcategory: ["sub-category", "sub category", "subtype", "reason", "子类别"],
    description: ["body", "message", "描述"],
    order_id: ["order", "order number", "订单号"],
    product_id: ["sku", "商品编号"],
    team: ["group", "queue", "department", "小组"]
  },
  rules: [
    notBefore("solved_at", "opened_at", "solved before it was created"),
    notBefore("first_replied_at", "opened_at", "answered before it was created"),
    notNegative("first_reply_minutes", "a time to the first reply below zero")
  ]
});
