import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intCustomerActivities} from "../intermediate/int_customer_activities.ts";
import {intCustomerConsents} from "../intermediate/int_customer_consents.ts";
import {intCustomerFeedback} from "../intermediate/int_customer_feedback.ts";
import {intCustomerLeads} from "../intermediate/int_customer_leads.ts";
import {intCustomerOpportunities} from "../intermediate/int_customer_opportunities.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import {intCustomerRefunds} from "../intermediate/int_customer_refunds.ts";
import {intCustomerSubscriptions} from "../intermediate/int_customer_subscriptions.ts";
import {intCustomerTickets} from "../intermediate/int_customer_tickets.ts";
import {intCustomerTouches} from "../intermediate/int_customer_touches.ts";
import {eventsOf} from "./timelineEvents.ts";
import {timelineKinds} from "./timelineKinds.ts";

/**
 * What happened between a customer and the company up to as_of, one row per event of a known customer.
 *
 * Kinds: order, cancelled (an order), refund; ticket (opened), solved (a ticket), feedback; sent, opened, clicked (a message of a
 * campaign); activity (a call, a visit); points (a movement of the account); subscribed, unsubscribed (a subscription, when it was
 * cancelled, else ended); consent, refusal; lead, opportunity (opened), won, lost. What bears no time is left out, and so is free text:
 * it may name people.
 */
export const martCustomerTimeline = model({
  name: "mart_customer_timeline",
  title: {
    en: "What happened between a customer and the company, one row per event.",
    zh: "客户与公司之间的事件，每个事件一行。"
  },
  from: [
    intCustomerActivities,
    intCustomerConsents,
    intCustomerFeedback,
    intCustomerLeads,
    intCustomerOpportunities,
    intCustomerOrders,
    intCustomerPoints,
    intCustomerRefunds,
    intCustomerSubscriptions,
    intCustomerTickets,
    intCustomerTouches
  ],
  grain: ["kind", "reference"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    event_at: c.instant("When it happened.", "发生时间。"),
    event_on: c.day("Business day of it.", "发生日期。"),
    kind: c.oneOf(timelineKinds, "What happened.", "事件类型。"),
    reference: c.id(
      "Key of what it happened to; of a message or a consent where it stands in its load.",
      "对应对象的编号；消息与同意记录为其在载入批次中的位置。"
    ),
    amount: c
      .money(
        "Net revenue of an order, what was paid back, a billing interval's price, an opportunity's amount.",
        "订单净收入、退款额、每个计费周期价格或商机金额。"
      )
      .nullable(),
    score: c.integer("Score of an answer.", "评分。").nullable(),
    points: c.money("Points moved, with their sign.", "积分变动（带正负号）。").nullable(),
    detail: c
      .text(
        "Sales channel, ticket category, instrument, campaign, type of activity, entry or opportunity, plan, channel of consent, lead source.",
        "下单渠道、工单类别、问卷类型、营销活动、活动/流水/商机类型、订阅方案、同意渠道或线索来源。"
      )
      .nullable()
  }),
  query: (db) =>
    [
      eventsOf(db, intCustomerRefunds, {at: "refunded_at", kind: "refund", reference: "refund_id", amount: "amount"}),
      eventsOf(db, intCustomerTickets, {at: "opened_at", kind: "ticket", reference: "ticket_id", detail: "category"}),
      eventsOf(db, intCustomerTickets, {at: "solved_at", kind: "solved", reference: "ticket_id", detail: "category"}),
      eventsOf(db, intCustomerFeedback, {
        at: "answered_at",
        kind: "feedback",
        reference: "response_id",
        score: "score",
        detail: "instrument"
      }),
      eventsOf(db, intCustomerTouches, {at: "sent_at", kind: "sent", reference: "touch_id", detail: "campaign"}),
      eventsOf(db, intCustomerTouches, {at: "opened_at", kind: "opened", reference: "touch_id", detail: "campaign"}),
      eventsOf(db, intCustomerTouches, {at: "clicked_at", kind: "clicked", reference: "touch_id", detail: "campaign"}),
      eventsOf(db, intCustomerActivities, {
        at: "happened_at",
        kind: "activity",
        reference: "activity_id",
        detail: "activity_type"
      }),
      eventsOf(db, intCustomerPoints, {
        at: "happened_at",
        kind: "points",
        reference: "entry_id",
        points: "points",
        detail: "entry_type"
      }),
      eventsOf(db, intCustomerSubscriptions, {
        at: "started_at",
        kind: "subscribed",
        reference: "subscription_id",
        amount: "recurring_amount",
        detail: "plan"
      }),
      eventsOf(db, intCustomerSubscriptions, {
        at: "left_at",
        kind: "unsubscribed",
        reference: "subscription_id",
        amount: "recurring_amount",
        detail: "plan"
      }),
      eventsOf(db, intCustomerConsents, {
        at: "recorded_at",
        kind: ["is_granted", "consent", "refusal"],
        reference: "consent_key",
        detail: "consent_channel"
      }),
      eventsOf(db, intCustomerLeads, {at: "created_at", kind: "lead", reference: "lead_id", detail: "lead_source"}),
      eventsOf(db, intCustomerOpportunities, {
        at: "created_at",
        kind: "opportunity",
        reference: "opportunity_id",
        amount: "amount",
        detail: "opportunity_type"
      }),
      eventsOf(db, intCustomerOpportunities, {
        at: "closed_at",
        kind: ["is_won", "won", "lost"],
        reference: "opportunity_id",
        amount: "amount",
        detail: "opportunity_type"
      })
    ].reduce(
      (union, events) => union.unionAll(events),
      eventsOf(db, intCustomerOrders, {
        at: "ordered_at",
        kind: ["is_cancelled", "cancelled", "order"],
        reference: "order_id",
        amount: "net_revenue",
        detail: "sales_channel"
      })
    )
});
