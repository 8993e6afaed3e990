import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {intAsOf} from "./int_as_of.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketEvent} from "./int_ticket_event.ts";
import {intWorkHour} from "./int_work_hour.ts";
import {stepActions, ticketMarks, type StepAction} from "./ticketMarks.ts";
import {cases, hasEnded, ticketStates, type TicketState} from "./ticketWords.ts";
import {holds, reached, workTotal} from "./workTotal.ts";

export const ticketPhases = ["first_reply", "with_us", "with_customer", "on_hold", "reopened"] as const;
export const waitedFor = ["us", "customer", "third_party", "nobody"] as const;

/**
 * The life of tickets cut at every message and change of state, one row per step from one of them to the next.
 *
 * A life goes from the opening to the last solution, or to as_of where the ticket is open; steps after it last no time, nor do
 * those of a ticket that ended nobody knows when. Phases: after the first solution all is reopened; else a
 * waiting state is with_customer, a state on hold on_hold; the time to the first public reply is first_reply, what is left
 * with_us. A log that names no waiting state anywhere says by its replies who waits: from an agent's reply to the customer's next one the
 * ticket is with the customer. The clock of the resolution runs while the state is new or open: it rests while the ticket waits for the
 * customer, is on hold or stands solved, and replies alone never stop it.
 */
export const intTicketStep = model({
  name: "int_ticket_step",
  title: {en: "The life of tickets step by step, one row per step.", zh: "工单各阶段的时间，每步一行。"},
  from: [intTicket, intTicketEvent, stgTickets, intAsOf, intWorkHour],
  grain: ["ticket_id", "position"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    position: c.count("Place in the life of the ticket, from 1.", "在工单中的次序，从 1 开始。"),
    action: c.oneOf(stepActions, "What the step begins with.", "该步的起始事件。"),
    step_from_at: c.instant("When it begins.", "开始时间。"),
    work_seconds: c.count("Working seconds of the calendar up to then.", "截至该时刻的日历累计工作秒数。"),
    is_working: c.flag("It begins in working hours.", "是否始于工作时间。"),
    ticket_state: c.oneOf(ticketStates, "The state during it.", "该步期间的状态。"),
    waited_for: c.oneOf(waitedFor, "Who is waited for.", "等待谁。"),
    phase: c.oneOf(ticketPhases, "Where the time goes.", "时间归属阶段。"),
    is_running: c.flag("The clock of the resolution runs.", "解决时限是否计时。"),
    replies: c.count("Public replies of agents so far.", "截至此时的客服公开回复数。"),
    elapsed_seconds: c.count("How long it lasts.", "持续秒数。"),
    work_seconds_within: c.count("Of it within working hours.", "其中工作时间秒数。")
  }),
  query: (db) =>
    db
      .with("log", (db) =>
        db
          .selectFrom("int_ticket_event")
          .select(({ref}) => [
            s.coalesce(s.anyTrue(s.compare(ref("to_state"), "=", s.text("waiting"))), s.no).as("names_waiting")
          ])
      )
      .with("marks", (db) => ticketMarks(db))
      .with("timed", (db) =>
        db
          .selectFrom("marks")
          .innerJoin("int_work_hour", (on) =>
            on.on(({ref}) => s.compare(ref("hour_at"), "=", s.hourStart(reached(ref("at")))))
          )
          .where(({ref}) => holds(reached(ref("at")), ref))
          .select(({ref}) => [
            "ticket_id",
            "at",
            "place",
            "position",
            "action",
            "state",
            "is_working",
            workTotal(reached(ref("at")), ref).as("total")
          ])
      )
      .with("steps", (db) =>
        db.selectFrom("timed").select(({ref}) => {
          const inOrder = {
            partitionBy: [ref("ticket_id")],
            orderBy: [ref("at"), ref("place"), ref("position"), ref("action")]
          };
          const is = (action: StepAction) => s.compare(ref("action"), "=", s.text(action));
          const isMessage = s.either(is("public_reply"), is("customer_reply"));
          const ended = (x: s.Value<any>) => s.overall(s.max(s.onlyWhen(is("end"), x)), ref("ticket_id"));
          return [
            "ticket_id",
            "action",
            "at",
            "total",
            "is_working",
            s.ordered(s.rowNumber(), inOrder).as("position"),
            s.ordered(s.lead(ref("at")), inOrder).as("next_at"),
            s.ordered(s.lead(ref("total")), inOrder).as("next_total"),
            s.running(s.lastKnown(ref("state")), inOrder).as("state"),
            s.running(s.lastKnown(s.onlyWhen(isMessage, ref("action"))), inOrder).as("last_message"),
            s.running(s.count(s.onlyWhen(hasEnded(ref("state")), ref("at"))), inOrder).as("solutions"),
            s.running(s.count(s.onlyWhen(is("public_reply"), ref("at"))), inOrder).as("replies"),
            ended(ref("at")).as("end_at"),
            ended(ref("total")).as("end_total")
          ];
        })
      )
      .selectFrom("steps")
      .innerJoin("int_ticket", "int_ticket.ticket_id", "steps.ticket_id")
      .crossJoin("log")
      .select(({ref}) => {
        const state = ref("state").$castTo<TicketState>();
        const isState = (name: TicketState) => s.compare(state, "=", s.text(name));
        const isWithCustomer = s.either(
          isState("waiting"),
          s.both(
            ref("is_logged"),
            s.not(ref("names_waiting")),
            s.coalesce(s.compare(ref("last_message"), "=", s.text("public_reply")), s.no)
          )
        );
        /** What of a step lies before the end of the ticket; no time where nobody says when that was. */
        const within = <T>(
          length: (from: s.Value<T>, to: s.Value<T>) => s.Value<number>,
          [from, next, end]: readonly [s.Value<T>, s.Value<T | null>, s.Value<T | null>]
        ) => {
          const last = end as s.Value<T>;
          return s.coalesce(
            s.onlyWhen(s.isKnown(end), length(s.least(from, last), s.least(s.coalesce(next, from), last))),
            s.num(0)
          );
        };
        return [
          "steps.ticket_id",
          "steps.position",
          "steps.action",
          ref("at").as("step_from_at"),
          ref("total").as("work_seconds"),
          "is_working",
          state.as("ticket_state"),
          s
            .coalesce(
              cases<(typeof waitedFor)[number]>([
                [hasEnded(state), s.text("nobody")],
                [isState("on_hold"), s.text("third_party")],
                [isWithCustomer, s.text("customer")]
              ]),
              s.text("us")
            )
            .as("waited_for"),
          s
            .coalesce(
              cases<(typeof ticketPhases)[number]>([
                [s.compare(ref("solutions"), ">", s.num(0)), s.text("reopened")],
                [isState("on_hold"), s.text("on_hold")],
                [isWithCustomer, s.text("with_customer")],
                [s.compare(ref("replies"), "=", s.num(0)), s.text("first_reply")]
              ]),
              s.text("with_us")
            )
            .as("phase"),
          s.either(isState("new"), isState("open")).as("is_running"),
          "replies",
          within(s.secondsBetween, [ref("at"), ref("next_at"), ref("end_at")]).as("elapsed_seconds"),
          within((from, to) => s.subtract(to, from), [ref("total"), ref("next_total"), ref("end_total")]).as(
            "work_seconds_within"
          )
        ];
      })
});
