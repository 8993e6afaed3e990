import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerFeedback} from "./int_customer_feedback.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";
import {intCustomerTickets} from "./int_customer_tickets.ts";

/** How a customer has been in touch up to as_of, one row per customer. */
export const intCustomerContact = model({
  name: "int_customer_contact",
  title: {en: "How a customer has been in touch, one row per customer.", zh: "客户联系汇总，每位客户一行。"},
  from: [intAsOf, intCustomerProfile, intCustomerTickets, intCustomerFeedback],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    tickets: c.count("Service tickets so far.", "累计工单数。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    open_tickets: c.count("Tickets open now.", "当前未解决工单数。"),
    first_contact_on: c.day("Day of the first ticket or answer.", "首次联系日期。").nullable(),
    last_ticket_on: c.day("Day of the last ticket.", "最近工单日期。").nullable(),
    last_nps_score: c.integer("Last answer to the NPS question, 0–10.", "最近 NPS 评分。").nullable(),
    last_nps_on: c.day("Day of that answer.", "该评分日期。").nullable()
  }),
  query: (db) =>
    db
      .with("served", (db) =>
        db
          .selectFrom("int_customer_tickets")
          .crossJoin("int_as_of")
          .groupBy("customer_id")
          .select(({ref}) => [
            ref("customer_id").as("requester_id"),
            s.countRows().as("tickets"),
            s
              .count(
                s.onlyWhen(
                  s.compare(s.daysBetween(ref("opened_on"), ref("as_of_on")), "<", s.num(90)),
                  ref("ticket_id")
                )
              )
              .as("tickets_90d"),
            s.count(s.onlyWhen(ref("is_open"), ref("ticket_id"))).as("open_tickets"),
            s.min(ref("opened_on")).as("first_ticket_on"),
            s.max(ref("opened_on")).as("last_ticket_on")
          ])
      )
      .with("answered", (db) =>
        db
          .selectFrom("int_customer_feedback")
          .groupBy("customer_id")
          .select(({ref}) => {
            const isNps = s.compare(ref("instrument"), "=", s.text("nps"));
            return [
              ref("customer_id").as("respondent_id"),
              s.min(ref("answered_on")).as("first_answer_on"),
              s
                .max(s.onlyWhen(isNps, ref("answered_on")))
                .$castTo<Date | null>()
                .as("last_nps_on"),
              s
                .max(s.onlyWhen(s.both(isNps, s.isNull(ref("next_answered_on"))), ref("score")))
                .$castTo<number | null>()
                .as("last_nps_score")
            ];
          })
      )
      .selectFrom("int_customer_profile")
      .leftJoin("served", "requester_id", "customer_id")
      .leftJoin("answered", "respondent_id", "customer_id")
      .select(({ref}) => [
        "customer_id",
        s.coalesce(ref("tickets"), s.num(0)).as("tickets"),
        s.coalesce(ref("tickets_90d"), s.num(0)).as("tickets_90d"),
        s.coalesce(ref("open_tickets"), s.num(0)).as("open_tickets"),
        s.least(ref("first_ticket_on"), ref("first_answer_on")).as("first_contact_on"),
        "last_ticket_on",
        "last_nps_score",
        "last_nps_on"
      ])
});
