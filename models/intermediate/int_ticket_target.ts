import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {firstReplyRuns} from "./firstReplyRuns.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketClock} from "./int_ticket_clock.ts";
import {intTicketStep} from "./int_ticket_step.ts";
import {intWorkHour} from "./int_work_hour.ts";
import {resolutionRuns} from "./resolutionRuns.ts";
import {promisedTickets} from "./ticketPromises.ts";
import {ticketPriorities} from "./ticketWords.ts";
import {workTotal} from "./workTotal.ts";

export const ticketTargets = ["first_reply", "resolution"] as const;
export const ticketClocks = ["business", "elapsed"] as const;

/**
 * What was promised for tickets and what became of it, one row per ticket and target.
 *
 * The target is that of the priority with which the ticket began, else the one for all others; a ticket without one has no row. The clock of
 * the first reply runs from the opening to the first public reply, or where none came to the end of the ticket, without pause. The clock
 * of the resolution runs from the opening to the last solution while the state is new or open: whatever the clock, elapsed or of
 * working hours, it rests while the ticket waits for the customer, is on hold or stands solved. A ticket that is still open is breached once
 * past its target; where the list alone says that it waits or is on hold, nobody knows since when, so that its clock rests, at the target at
 * most. Discarded tickets have no row, nor have those opened outside every version of the calendar one in working hours. A ticket that ended nobody knows when has no row for its resolution, nor one for its first reply where nobody tells of replies.
 */
export const intTicketTarget = model({
  name: "int_ticket_target",
  title: {
    en: "What was promised for tickets, one row per ticket and target.",
    zh: "工单服务承诺，每张工单每项承诺一行。"
  },
  from: [stgTickets, intTicket, intTicketClock, intTicketStep, intWorkHour],
  grain: ["ticket_id", "target"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    target: c.oneOf(ticketTargets, "What was promised.", "承诺事项。"),
    priority: c.oneOf(ticketPriorities, "Priority with which the ticket began.", "初始优先级。").nullable(),
    clock: c.oneOf(ticketClocks, "Whose minutes count.", "计时方式。"),
    target_minutes: c.minutes("Minutes that it may take.", "承诺时限（分钟）。"),
    spent_minutes: c.minutes("Minutes on the clock so far.", "已计时分钟数。"),
    due_at: c
      .instant(
        "When the target is or was reached; empty while the clock rests, or where the calendar ends before.",
        "到期时间；暂停计时或日历未覆盖时为空。"
      )
      .nullable(),
    is_breached: c.flag("More minutes than promised.", "是否超时。"),
    is_running: c.flag("Not yet answered or solved at as_of.", "截止时是否仍未完成。"),
    is_paused: c.flag("It is not, and the clock rests.", "是否处于暂停计时。"),
    remaining_minutes: c.number("Minutes left, below zero past the target.", "剩余分钟数，超时为负。")
  }),
  query: (db, {service}) =>
    db
      .with("promised", (db) => promisedTickets(db, service))
      .with("ends", (db) =>
        db
          .selectFrom("int_ticket_step")
          .where("action", "=", "end")
          .select([
            "ticket_id as end_ticket_id",
            "is_running as runs_at_end",
            "step_from_at as end_at",
            "work_seconds as end_total",
            "position as end_position"
          ])
      )
      .with("replies", (db) => firstReplyRuns(db))
      .with("resolutions", (db) => resolutionRuns(db))
      .with("runs", (db) => db.selectFrom("replies").selectAll().unionAll(db.selectFrom("resolutions").selectAll()))
      .with("dues", (db) =>
        db
          .selectFrom("runs")
          .innerJoin("int_work_hour", (on) =>
            on.on(({ref}) => s.compare(ref("work_hour"), "=", workHourOf(dueTotal(ref))))
          )
          .where("is_business", "=", true)
          .where(({ref}) => s.compare(ref("work_seconds_before"), "<", dueTotal(ref)))
          .where(({ref}) => s.compare(dueTotal(ref), "<=", workTotal(ref("stretch_to_at"), ref)))
          .select(({ref}) => [
            ref("runs.ticket_id").as("due_ticket_id"),
            ref("runs.target").as("due_target"),
            s
              .addSeconds(ref("stretch_from_at"), s.subtract(dueTotal(ref), ref("work_seconds_before")))
              .as("work_due_at")
          ])
      )
      .selectFrom("runs")
      .leftJoin("dues", (on) => on.onRef("due_ticket_id", "=", "ticket_id").onRef("due_target", "=", "target"))
      .select(({ref}) => {
        const isBreached = s.compare(ref("spent_seconds"), ">", ref("target_seconds"));
        const isPaused = s.both(ref("is_paused"), s.not(isBreached));
        const minutes = (seconds: s.Value<number>) => s.ratio(seconds, s.num(60)).$castTo<number>();
        const elapsedDue = s.addSeconds(ref("run_from_at"), s.subtract(ref("target_seconds"), ref("run_before")));
        return [
          "ticket_id",
          ref("target").$castTo<(typeof ticketTargets)[number]>().as("target"),
          "priority",
          s
            .when(ref("is_business"), s.text("business"), s.text("elapsed"))
            .$castTo<(typeof ticketClocks)[number]>()
            .as("clock"),
          minutes(ref("target_seconds")).as("target_minutes"),
          minutes(ref("spent_seconds")).as("spent_minutes"),
          s.onlyWhen(s.not(isPaused), s.when(ref("is_business"), ref("work_due_at"), elapsedDue)).as("due_at"),
          isBreached.as("is_breached"),
          "is_running",
          isPaused.as("is_paused"),
          minutes(s.subtract(ref("target_seconds"), ref("spent_seconds"))).as("remaining_minutes")
        ];
      })
});

/** Working seconds of the calendar at which a target is reached. */
const dueTotal = (ref: (name: any) => s.Value<any>): s.Value<number> =>
  s.add(ref("run_total"), s.subtract(ref("target_seconds"), ref("run_before")));

/** The hour of work in which so many working seconds are full. */
const workHourOf = (seconds: s.Value<number>) =>
  s.toBigint(s.floor(s.ratio(s.subtract(seconds, s.num(1)), s.num(3600)).$castTo<number>()));
