import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";

/**
 * Open tickets at the end of each of the last 366 days, one row per day; the last is now.
 *
 * Backlog = opened − closed so far. A ticket that is closed without a time of solution is left out: nobody knows when it ended.
 */
export const martBacklog = model({
  name: "mart_backlog",
  title: {
    en: "Open tickets at the end of each of the last 366 days, one row per day.",
    zh: "近 366 天每日末未结工单，每日一行。"
  },
  from: [intAsOf, intTicket],
  grain: ["backlog_on"],
  columns: z.strictObject({
    backlog_on: c.day("The day.", "日期。"),
    opened_tickets: c.count("Opened on the day.", "当日新建。"),
    solved_tickets: c.count("Solved on the day.", "当日解决。"),
    open_tickets: c.count("Open at its end.", "日末未结。"),
    old_days: c.wholeDays("Open for longer is old, as configured.", "超过该天数视为久未解决（可配置）。"),
    old_open_tickets: c.count("Of them opened more days before.", "其中久未解决。"),
    is_as_of: c.flag("The last day, still running.", "是否为截止日。")
  }),
  query: (db, {service}) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, 365))
          .select(({ref}) => [
            s.addDays(ref("as_of_on"), s.subtract(s.num(0), ref("n"))).as("backlog_on"),
            s.compare(ref("n"), "=", s.num(0)).as("is_as_of")
          ])
      )
      .with("tickets", (db) =>
        db
          .selectFrom("int_ticket")
          .where(({ref}) => s.either(ref("is_open"), s.isKnown(ref("solved_on"))))
          .select(["opened_on", "solved_on"])
      )
      .with("begun", (db) => db.selectFrom("tickets").select(({ref}) => s.min(ref("opened_on")).as("begun_on")))
      .with("opened", (db) =>
        db
          .selectFrom("tickets")
          .groupBy("opened_on")
          .select(["opened_on", s.countRows().as("opened_tickets")])
      )
      .with("solved", (db) =>
        db
          .selectFrom("tickets")
          .groupBy("solved_on")
          .select(["solved_on", s.countRows().as("solved_tickets")])
      )
      .with("waiting", (db) =>
        db
          .selectFrom("tickets")
          .crossJoin("days")
          .whereRef("opened_on", "<=", "backlog_on")
          .where(({ref}) => s.compare(s.coalesce(ref("solved_on"), s.never), ">", ref("backlog_on")))
          .groupBy("backlog_on")
          .select(({ref}) => [
            ref("backlog_on").as("waiting_on"),
            s.countRows().as("open_tickets"),
            s
              .count(
                s.onlyWhen(
                  s.compare(s.daysBetween(ref("opened_on"), ref("backlog_on")), ">", s.num(service.oldDays)),
                  ref("opened_on")
                )
              )
              .as("old_open_tickets")
          ])
      )
      .selectFrom("days")
      .crossJoin("begun")
      .leftJoin("opened", "opened_on", "backlog_on")
      .leftJoin("solved", "solved_on", "backlog_on")
      .leftJoin("waiting", "waiting_on", "backlog_on")
      .whereRef("backlog_on", ">=", "begun_on")
      .select(({ref}) => [
        "backlog_on",
        s.coalesce(ref("opened_tickets"), s.num(0)).as("opened_tickets"),
        s.coalesce(ref("solved_tickets"), s.num(0)).as("solved_tickets"),
        s.coalesce(ref("open_tickets"), s.num(0)).as("open_tickets"),
        s.num(service.oldDays).as("old_days"),
        s.coalesce(ref("old_open_tickets"), s.num(0)).as("old_open_tickets"),
        "is_as_of"
      ])
});
