import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketStep, ticketPhases} from "../intermediate/int_ticket_step.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import {namedBesideAll} from "./namedBesideAll.ts";

/**
 * Where the time of tickets goes, one row per category and phase, and one for all categories; tickets opened in the last 365 days.
 *
 * The phases of a ticket add up to its whole time, from the opening to the last solution or as_of. A ticket of which nothing is
 * logged has none: nobody knows who was waited for.
 */
export const martServicePhase = model({
  name: "mart_service_phase",
  title: {en: "Where the time of tickets goes, one row per category and phase.", zh: "工单时间去向，每类每阶段一行。"},
  from: [intAsOf, intTicket, intTicketStep],
  grain: ["category", "phase"],
  columns: z.strictObject({
    category: c.text("What the tickets are about; all.", "工单类别；all 为全部。"),
    phase: c.oneOf(ticketPhases, "Where the time goes.", "阶段。"),
    tickets: c.count("Tickets that spent time in it.", "在该阶段停留过的工单数。"),
    minutes: c.minutes("Elapsed minutes.", "自然分钟数。"),
    work_minutes: c.minutes("Minutes within working hours.", "工作分钟数。"),
    share: c.share("Of all elapsed minutes of the category.", "占该类自然时间的比例。").nullable(),
    work_share: c.share("Of all its minutes within working hours.", "占该类工作时间的比例。").nullable()
  }),
  query: (db) =>
    db
      .with("spent", (db) =>
        db
          .selectFrom("int_ticket_step as step")
          .innerJoin("int_ticket as ticket", "ticket.ticket_id", "step.ticket_id")
          .crossJoin("int_as_of")
          .where("elapsed_seconds", ">", 0)
          .where("is_logged", "=", true)
          .where(({ref}) => withinDays(365, ref("opened_on"), ref))
          .groupBy(["step.ticket_id", "category", "phase"])
          .select(({ref}) => [
            namedBesideAll(ref("category")).as("category"),
            "phase",
            s.sum(ref("elapsed_seconds")).as("seconds"),
            s.sum(ref("work_seconds_within")).as("work_seconds")
          ])
      )
      .with("both", (db) =>
        db
          .selectFrom("spent")
          .selectAll()
          .unionAll(
            db.selectFrom("spent").select([s.text<string>("all").as("category"), "phase", "seconds", "work_seconds"])
          )
      )
      .with("sums", (db) =>
        db
          .selectFrom("both")
          .groupBy(["category", "phase"])
          .select(({ref}) => [
            "category",
            "phase",
            s.countRows().as("tickets"),
            s.toBigint(s.sum(ref("seconds"))).as("seconds"),
            s.toBigint(s.sum(ref("work_seconds"))).as("work_seconds")
          ])
      )
      .selectFrom("sums")
      .select(({ref}) => [
        "category",
        "phase",
        "tickets",
        s.ratio(ref("seconds"), s.num(60)).$castTo<number>().as("minutes"),
        s.ratio(ref("work_seconds"), s.num(60)).$castTo<number>().as("work_minutes"),
        s.ratio(ref("seconds"), s.overall(s.sum(ref("seconds")), ref("category"))).as("share"),
        s.ratio(ref("work_seconds"), s.overall(s.sum(ref("work_seconds")), ref("category"))).as("work_share")
      ])
});
