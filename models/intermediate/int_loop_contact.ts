import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {intCustomerActivities} from "./int_customer_activities.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketEvent} from "./int_ticket_event.ts";

export const contactKinds = ["reply", "call", "mail", "meeting", "visit", "message"] as const;
type ContactKind = (typeof contactKinds)[number];

/** Kinds of activities in which somebody speaks with the customer, in the spellings of common CRMs; notes and tasks are none. */
const spoken: Record<Exclude<ContactKind, "reply">, string> = {
  call: "call|phone|电话|来电|去电|回访",
  mail: "mail|邮件",
  meeting: "meeting|demo|appointment|会议|会面|面谈",
  visit: "visit|拜访|上门",
  message: "sms|message|chat|wechat|whatsapp|短信|微信|消息"
};
const kinds = Object.keys(spoken) as (keyof typeof spoken)[];

/**
 * When the company spoke with a customer, one row per customer and instant: calls, mails, meetings, visits and messages that took place, and
 * public replies to tickets as the log or, of first ones, the list tells them, by their time or by the hours from the opening.
 */
export const intLoopContact = model({
  name: "int_loop_contact",
  title: {
    en: "When the company spoke with a customer, one row per customer and instant.",
    zh: "与客户的联系，每位客户每个时刻一行。"
  },
  from: [intCustomerActivities, intTicket, intTicketEvent, stgTickets],
  grain: ["customer_id", "contacted_at"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    contacted_at: c.instant("When.", "联系时间。"),
    contacted_on: c.day("Business day of it.", "联系日期。"),
    contacted_by: c.oneOf(contactKinds, "How.", "联系方式。")
  }),
  query: (db, {zone}) =>
    db
      .with("contacts", (db) => {
        const kindOf = (type: s.Value<string>) =>
          kinds.reduceRight<s.Value<ContactKind | null>>(
            (otherwise, kind) => s.when(s.matches(type, spoken[kind]), s.text(kind), otherwise),
            s.nothing<ContactKind>("varchar")
          );
        const activities = db
          .selectFrom("int_customer_activities")
          .where("happened_at", "is not", null)
          .select(({ref}) => [
            "customer_id",
            ref("happened_at").$notNull().as("at"),
            kindOf(s.lower(ref("activity_type"))).as("kind")
          ]);
        const replies = db
          .selectFrom("int_ticket_event")
          .innerJoin("int_ticket", "int_ticket.ticket_id", "int_ticket_event.ticket_id")
          .where("action", "=", "public_reply")
          .where("customer_id", "is not", null)
          .select(({ref}) => [
            ref("customer_id").$notNull().as("customer_id"),
            ref("happened_at").as("at"),
            s.text("reply").$castTo<ContactKind | null>().as("kind")
          ]);
        const firsts = db
          .selectFrom("stg_tickets")
          .innerJoin("int_ticket", "int_ticket.ticket_id", "stg_tickets.ticket_id")
          .where("first_reply_hours", "is not", null)
          .where("customer_id", "is not", null)
          .select(({ref}) => [
            ref("customer_id").$notNull().as("customer_id"),
            s
              .coalesce<Date>(
                ref("first_replied_at"),
                s.addSeconds(
                  ref("stg_tickets.opened_at"),
                  s.toBigint(s.round(s.multiply(ref("first_reply_hours").$notNull(), s.num(3600))))
                )
              )
              .as("at"),
            s.text("reply").$castTo<ContactKind | null>().as("kind")
          ]);
        return activities.unionAll(replies).unionAll(firsts);
      })
      .selectFrom("contacts")
      .where("kind", "is not", null)
      .groupBy(["customer_id", "at"])
      .select(({ref}) => [
        "customer_id",
        ref("at").as("contacted_at"),
        s.day(s.local(ref("at"), zone)).as("contacted_on"),
        s.min(ref("kind")).as("contacted_by")
      ])
});
