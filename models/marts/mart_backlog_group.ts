import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketStep} from "../intermediate/int_ticket_step.ts";
import {cases} from "../intermediate/ticketWords.ts";

export const backlogDimensions = ["status", "priority", "age"] as const;
export const backlogAges = ["0-1", "2-5", "6-14", "15+"] as const;

/**
 * Open tickets at the end of each of the last 120 days by state, priority and age, one row per day, dimension and value that had any.
 *
 * The values of a dimension add up to mart_backlog. The state of a past day is the log's, unknown where it tells of none; solved is one
 * that was opened again later, for a ticket is open until its last solution. The state of the last day is that at as_of. The priority is the
 * one with which the ticket began. Age is in days: 0-1, 2-5, 6-14, 15+.
 */
export const martBacklogGroup = model({
  name: "mart_backlog_group",
  title: {
    en: "Open tickets of the last 120 days by state, priority and age, one row per day, dimension and value.",
    zh: "近 120 天未结工单（按状态、优先级、时长），每日每组一行。"
  },
  from: [intAsOf, intTicket, intTicketStep],
  grain: ["backlog_on", "dimension", "value"],
  columns: z.strictObject({
    backlog_on: c.day("The day.", "日期。"),
    dimension: c.oneOf(backlogDimensions, "What is told apart.", "维度。"),
    value: c.text("The group.", "组别。"),
    open_tickets: c.count("Open at the end of the day.", "日末未结工单数。"),
    is_as_of: c.flag("The last day, still running.", "是否为截止日。")
  }),
  query: (db, {zone}) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(1, 119))
          .select(({ref}) => s.addDays(ref("as_of_on"), s.subtract(s.num(0), ref("n"))).as("backlog_on"))
      )
      .with("log", (db) =>
        db
          .selectFrom("int_ticket_step")
          .select(({ref}) =>
            s.coalesce(s.anyTrue(s.compare(ref("action"), "=", s.text("status"))), s.no).as("names_states")
          )
      )
      .with("spans", (db) =>
        db
          .selectFrom("int_ticket_step as step")
          .innerJoin("int_ticket as ticket", "ticket.ticket_id", "step.ticket_id")
          .crossJoin("log")
          .crossJoin("int_as_of")
          .where("elapsed_seconds", ">", 0)
          .select(({ref}) => {
            const localDay = (at: s.Value<Date>) => s.day(s.local(at, zone));
            return [
              "opened_on",
              "priority",
              localDay(ref("step_from_at")).as("from_on"),
              localDay(s.addSeconds(ref("step_from_at"), ref("elapsed_seconds"))).as("to_on"),
              s
                .when(
                  s.both(ref("is_logged"), ref("names_states")),
                  ref("step.ticket_state"),
                  s.text<string>(unknownGroup)
                )
                .as("state")
            ];
          })
      )
      .with("waiting", (db) =>
        db
          .selectFrom("spans")
          .innerJoin("days", (on) => on.onRef("from_on", "<=", "backlog_on").onRef("to_on", ">", "backlog_on"))
          .whereRef("from_on", "<", "to_on")
          .select(({ref}) => [
            "backlog_on",
            "opened_on",
            "priority",
            ref("state").$castTo<string>().as("state"),
            s.no.as("is_as_of")
          ])
          .unionAll(
            db
              .selectFrom("int_ticket")
              .crossJoin("int_as_of")
              .where("is_open", "=", true)
              .select(({ref}) => [
                ref("as_of_on").as("backlog_on"),
                "opened_on",
                "priority",
                ref("ticket_state").$castTo<string>().as("state"),
                s.yes.as("is_as_of")
              ])
          )
      )
      .with("named", (db) => {
        const of = (dimension: (typeof backlogDimensions)[number]) =>
          db.selectFrom("waiting").select(({ref}) => {
            const age = s.daysBetween(ref("opened_on"), ref("backlog_on"));
            const upTo = (days: number) => s.compare(age, "<=", s.num(days));
            const [first, second, third, last] = backlogAges;
            const values = {
              status: ref("state"),
              priority: s.coalesce(ref("priority").$castTo<string | null>(), s.text<string>(unknownGroup)),
              age: s.coalesce(
                cases<string>([
                  [upTo(1), s.text(first)],
                  [upTo(5), s.text(second)],
                  [upTo(14), s.text(third)]
                ]),
                s.text<string>(last)
              )
            };
            return [
              "backlog_on",
              s.text(dimension).$castTo<(typeof backlogDimensions)[number]>().as("dimension"),
              values[dimension].as("value"),
              "is_as_of"
            ];
          });
        return of("status").unionAll(of("priority")).unionAll(of("age"));
      })
      .selectFrom("named")
      .groupBy(["backlog_on", "dimension", "value", "is_as_of"])
      .select(["backlog_on", "dimension", "value", s.countRows().as("open_tickets"), "is_as_of"])
});
