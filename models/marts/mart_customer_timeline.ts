import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerFeedback} from "../intermediate/int_customer_feedback.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intCustomerTickets} from "../intermediate/int_customer_tickets.ts";

const kinds = ["order", "cancelled", "ticket", "solved", "feedback"] as const;
type Kind = (typeof kinds)[number];

/**
 * What happened between a customer and the company, one row per event of a known customer.
 *
 * Kinds: order, cancelled (an order), ticket (opened), solved (a ticket), feedback. Free text stays out: it may name people.
 */
export const martCustomerTimeline = model({
  name: "mart_customer_timeline",
  title: {
    en: "What happened between a customer and the company, one row per event.",
    zh: "客户与公司之间的事件，每个事件一行。"
  },
  from: [intCustomerFeedback, intCustomerOrders, intCustomerTickets],
  grain: ["kind", "reference"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    event_at: c.instant("When it happened.", "发生时间。"),
    event_on: c.day("Business day of it.", "发生日期。"),
    kind: c.oneOf(kinds, "What happened.", "事件类型。"),
    reference: c.id("Key of the order, ticket or answer.", "订单、工单或答卷编号。"),
    amount: c.money("Net revenue of an order.", "订单净收入。").nullable(),
    score: c.integer("Score of an answer.", "评分。").nullable(),
    detail: c.text("Sales channel, ticket category, or instrument.", "下单渠道、工单类别或问卷类型。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_orders")
      .select(({ref}) => [
        "customer_id",
        ref("ordered_at").$castTo<Date>().as("event_at"),
        ref("ordered_on").as("event_on"),
        s.when(ref("is_cancelled"), s.text("cancelled"), s.text("order")).$castTo<Kind>().as("kind"),
        ref("order_id").as("reference"),
        ref("net_revenue").$castTo<number | null>().as("amount"),
        s.nothing<number>("bigint").as("score"),
        ref("sales_channel").as("detail")
      ])
      .unionAll(
        db
          .selectFrom("int_customer_tickets")
          .select(({ref}) => [
            "customer_id",
            ref("opened_at").as("event_at"),
            ref("opened_on").as("event_on"),
            s.text("ticket").$castTo<Kind>().as("kind"),
            ref("ticket_id").as("reference"),
            s.nothing<number>("decimal(18, 4)").as("amount"),
            s.nothing<number>("bigint").as("score"),
            ref("category").as("detail")
          ])
      )
      .unionAll(
        db
          .selectFrom("int_customer_tickets")
          .where("solved_at", "is not", null)
          .select(({ref}) => [
            "customer_id",
            ref("solved_at").$notNull().as("event_at"),
            ref("solved_on").$notNull().as("event_on"),
            s.text("solved").$castTo<Kind>().as("kind"),
            ref("ticket_id").as("reference"),
            s.nothing<number>("decimal(18, 4)").as("amount"),
            s.nothing<number>("bigint").as("score"),
            ref("category").as("detail")
          ])
      )
      .unionAll(
        db
          .selectFrom("int_customer_feedback")
          .select(({ref}) => [
            "customer_id",
            ref("answered_at").as("event_at"),
            ref("answered_on").as("event_on"),
            s.text("feedback").$castTo<Kind>().as("kind"),
            ref("response_id").as("reference"),
            s.nothing<number>("decimal(18, 4)").as("amount"),
            ref("score").$castTo<number | null>().as("score"),
            ref("instrument").$castTo<string | null>().as("detail")
          ])
      )
});
