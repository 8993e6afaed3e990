import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketClock} from "../intermediate/int_ticket_clock.ts";
import {intWorkHour} from "../intermediate/int_work_hour.ts";
import {withinDays} from "../intermediate/withinDays.ts";

/**
 * When tickets come, one row per weekday and hour of the company's zone; tickets opened in the last 365 days.
 *
 * All 168 hours are there once there is a ticket. An hour is a working hour where at least half of it was worked in the eight weeks up to as_of.
 */
export const martServiceHour = model({
  name: "mart_service_hour",
  title: {en: "When tickets come, one row per weekday and hour.", zh: "来单时段，每周每小时一行。"},
  from: [intAsOf, intTicket, intTicketClock, intWorkHour],
  grain: ["weekday", "hour"],
  columns: z.strictObject({
    weekday: c.count("1 is Monday, 7 Sunday.", "1 为周一，7 为周日。"),
    hour: c.count("Hour of the day, 0 to 23.", "小时，0–23。"),
    tickets: c.count("Tickets opened.", "新建工单数。"),
    within_hours_share: c.share("Of them within working hours.", "其中在工作时间内的比例。").nullable(),
    median_first_reply_minutes: c
      .minutes("Median elapsed minutes to the first reply.", "首次回复用时中位数（自然分钟）。")
      .nullable(),
    is_working: c.flag("A working hour as the calendar is now.", "按当前日历是否为工作时段。")
  }),
  query: (db, {zone}) =>
    db
      .with("opened", (db) =>
        db
          .selectFrom("int_ticket as ticket")
          .innerJoin("int_ticket_clock as clock", "clock.ticket_id", "ticket.ticket_id")
          .crossJoin("int_as_of")
          .where(({ref}) => withinDays(365, ref("opened_on"), ref))
          .groupBy(({ref}) => [s.weekdayOf(ref("opened_on")), s.hourOf(s.local(ref("opened_at"), zone))])
          .select(({ref}) => [
            s.weekdayOf(ref("opened_on")).as("opened_weekday"),
            s.hourOf(s.local(ref("opened_at"), zone)).as("opened_hour"),
            s.countRows().as("tickets"),
            s
              .ratio(s.count(s.onlyWhen(ref("is_opened_in_hours"), ref("ticket.ticket_id"))), s.countRows())
              .as("within_hours_share"),
            s.median(ref("first_reply_minutes")).as("median_first_reply_minutes")
          ])
      )
      .with("hours", (db) =>
        db
          .selectFrom("int_work_hour")
          .crossJoin("int_as_of")
          .whereRef("stretch_from_at", "<=", "as_of_at")
          .where(({ref}) => s.compare(s.daysBetween(ref("stretch_from_at"), ref("as_of_at")), "<", s.num(56)))
          .groupBy(({ref}) => [
            weekdayIn(ref("stretch_from_at"), zone),
            s.hourOf(s.local(ref("stretch_from_at"), zone))
          ])
          .select(({ref}) => {
            const length = s.secondsBetween(ref("stretch_from_at"), ref("stretch_to_at"));
            return [
              weekdayIn(ref("stretch_from_at"), zone).as("work_weekday"),
              s.hourOf(s.local(ref("stretch_from_at"), zone)).as("work_hour_of_day"),
              s.ratio(s.sum(s.onlyWhen(ref("is_working"), length)), s.sum(length)).as("worked_share")
            ];
          })
      )
      .with("cells", (db) =>
        db
          .selectFrom(s.series(1, 7, "days"))
          .crossJoin(s.series(0, 23, "clock"))
          .crossJoin(db.selectFrom("int_ticket").select(s.countRows().as("all_tickets")).as("whole"))
          .where("all_tickets", ">", 0)
          .select(["days.n as weekday", "clock.n as hour"])
      )
      .selectFrom("cells")
      .leftJoin("opened", (on) => on.onRef("opened_weekday", "=", "weekday").onRef("opened_hour", "=", "hour"))
      .leftJoin("hours", (on) => on.onRef("work_weekday", "=", "weekday").onRef("work_hour_of_day", "=", "hour"))
      .select(({ref}) => [
        "weekday",
        "hour",
        s.coalesce(ref("tickets"), s.num(0)).as("tickets"),
        "within_hours_share",
        "median_first_reply_minutes",
        s.coalesce(s.compare(ref("worked_share"), ">=", s.num(0.5)), s.no).as("is_working")
      ])
});

const weekdayIn = (at: s.Value<Date>, zone: string) => s.weekdayOf(s.day(s.local(at, zone)));
