import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {detractionDrivers, exposureDays, type DetractionDriver} from "../feedback/detraction.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {firstReopenings} from "./firstReopenings.ts";
import {intCustomerRefunds} from "./int_customer_refunds.ts";
import {intEffectEvent} from "./int_effect_event.ts";
import {intFeedbackAnswer} from "./int_feedback_answer.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketEvent} from "./int_ticket_event.ts";
import {intTicketTarget} from "./int_ticket_target.ts";
import {intVerbatim} from "./int_verbatim.ts";
import {intVerbatimTheme} from "./int_verbatim_theme.ts";

/**
 * What had happened to customers before they said whether they recommend the company, one row per customer, driver and value.
 *
 * Of each customer the last NPS answer of the last 365 days counts, and of tickets and refunds that began in the 180 days before it what had
 * happened by then. Bad service is that of int_effect_event: a ticket opened again by then (for the first time in the log, else its last
 * solution, which comes later), rated bad and solved by then, or past the target of its resolution by then. A late reply is one whose target
 * had passed. A ticket is open that was neither solved nor closed at that moment. Themes are those of what was written with the answer.
 */
export const intFeedbackExposure = model({
  name: "int_feedback_exposure",
  title: {
    en: "What had happened to customers before they answered, one row per customer, driver and value.",
    zh: "客户作答前的经历，每位客户每项每值一行。"
  },
  from: [
    intCustomerRefunds,
    intEffectEvent,
    intFeedbackAnswer,
    intTicket,
    intTicketEvent,
    intTicketTarget,
    intVerbatim,
    intVerbatimTheme
  ],
  grain: ["customer_id", "driver", "value"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    driver: c.oneOf(detractionDrivers, "What happened.", "经历。"),
    value: c.text("Which of its kinds; any: whichever.", "具体类别；any 为任意。")
  }),
  query: (db) =>
    db
      .with("answers", (db) =>
        db
          .selectFrom("int_feedback_answer")
          .where("instrument", "=", "nps")
          .where("is_last", "=", true)
          .where("answer_window", "=", "year")
          .select(({ref}) => [
            ref("customer_id").$notNull().as("answerer_id"),
            "response_id",
            "answered_at",
            "answered_on"
          ])
      )
      .with("tickets", (db) =>
        db
          .selectFrom("answers")
          .innerJoin("int_ticket as ticket", "ticket.customer_id", "answerer_id")
          .whereRef("opened_at", "<", "answered_at")
          .select(({ref}) => [
            "answerer_id",
            "ticket_id",
            "category",
            "answered_at",
            "solved_at",
            recent(ref("opened_on"), ref).as("is_recent"),
            s.both(ref("is_open"), s.isNull(ref("solved_at"))).as("is_still_open"),
            s.coalesce(s.compare(ref("solved_at"), ">", ref("answered_at")), s.no).as("is_solved_later")
          ])
      )
      .with("reopened", firstReopenings)
      .with("breached", (db) =>
        db
          .selectFrom("int_ticket_target")
          .where("is_breached", "=", true)
          .select(["ticket_id as late_id", "target as late_target", "due_at"])
      )
      .with("events", (db) =>
        db
          .selectFrom("int_effect_event")
          .select(({ref}) => [ref("ticket_id").as("event_ticket"), "is_reopened", "is_rated_bad", "is_late"])
      )
      .with("bad", (db) =>
        db
          .selectFrom("tickets")
          .innerJoin("events", "event_ticket", "tickets.ticket_id")
          .leftJoin("reopened", "reopened_id", "tickets.ticket_id")
          .leftJoin("breached", (on) =>
            on.onRef("late_id", "=", "tickets.ticket_id").on("late_target", "=", "resolution")
          )
          .where("is_recent", "=", true)
          .select(({ref}) => {
            const by = (condition: Expression<boolean>, at: Expression<Date | null>) =>
              s.both(condition, s.coalesce(s.compare(at, "<", ref("answered_at")), s.no));
            return [
              "answerer_id",
              by(ref("is_reopened"), s.firstOf<Date>(ref("reopened_at"), ref("solved_at"))).as("was_reopened"),
              by(ref("is_rated_bad"), ref("solved_at")).as("was_rated_bad"),
              by(ref("is_late"), ref("due_at")).as("was_late")
            ];
          })
      )
      .with("rows", (db) => {
        const row = (driver: DetractionDriver, value: Expression<string>) => (ref: (name: any) => Expression<any>) =>
          [
            (ref("answerer_id") as s.Value<string>).as("customer_id"),
            s.text(driver).$castTo<DetractionDriver>().as("driver"),
            (value as s.Value<string>).as("value")
          ] as const;
        const any = s.text(anyValue).$castTo<string>();
        const tickets = db.selectFrom("tickets");
        const recentTickets = tickets.where("is_recent", "=", true);
        const ways = [anyValue, "reopened", "rated_bad", "late"];
        const bad = db
          .selectFrom("bad")
          .crossJoin(s.series(1, ways.length, "way"))
          .where(({ref}) => {
            const flags = [ref("was_reopened"), ref("was_rated_bad"), ref("was_late")];
            const isNth = (n: number, flag: Expression<boolean>) => s.both(s.compare(ref("n"), "=", s.num(n)), flag);
            return s.either(isNth(1, s.either(...flags)), ...flags.map((flag, i) => isNth(i + 2, flag)));
          })
          .select(({ref}) => row("bad_service", nth(ways, ref("n")))(ref));
        return recentTickets
          .select(({ref}) => row("ticket", any)(ref))
          .unionAll(bad)
          .unionAll(
            recentTickets
              .innerJoin("breached", "late_id", "ticket_id")
              .where("late_target", "=", "first_reply")
              .whereRef("due_at", "<", "answered_at")
              .select(({ref}) => row("late_reply", any)(ref))
          )
          .unionAll(
            tickets
              .where(({ref}) => s.either(ref("is_still_open"), ref("is_solved_later")))
              .select(({ref}) => row("open_ticket", any)(ref))
          )
          .unionAll(
            recentTickets
              .where("category", "is not", null)
              .select(({ref}) => row("category", ref("category").$notNull())(ref))
          )
          .unionAll(
            db
              .selectFrom("answers")
              .innerJoin("int_customer_refunds as refund", "refund.customer_id", "answerer_id")
              .whereRef("refunded_at", "<", "answered_at")
              .where(({ref}) => recent(ref("refunded_on"), ref))
              .select(({ref}) => row("refund", any)(ref))
          )
          .unionAll(
            db
              .selectFrom("answers")
              .innerJoin("int_verbatim as said", (on) =>
                on.onRef("source_key", "=", "answers.response_id").on("origin", "=", "feedback")
              )
              .innerJoin("int_verbatim_theme as spoken", "spoken.verbatim_id", "said.verbatim_id")
              .where("parent", "is", null)
              .select(({ref}) => row("theme", ref("theme"))(ref))
          );
      })
      .selectFrom("rows")
      .distinct()
      .select(["customer_id", "driver", "value"])
});

const anyValue = "any";

/** Whether a day lies in the days before the answer. */
const recent = (on: Expression<Date>, ref: (name: any) => Expression<any>) =>
  s.compare(s.daysBetween(on, ref("answered_on")), "<=", s.num(exposureDays));
