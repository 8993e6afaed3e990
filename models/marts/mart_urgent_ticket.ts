import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martOpenTicket} from "./mart_open_ticket.ts";

/** How many tickets the list holds. */
const LONGEST = 200;
/** More minutes than any target has, for tickets without one. */
const never = 1e12;

/**
 * The two hundred open tickets that are to be answered first, one row per place.
 *
 * Tickets stand by the time left on the clock of what is due next, the most overdue first; those without a promise come last, the oldest
 * first; of equals the ticket_id decides.
 */
export const martUrgentTicket = model({
  name: "mart_urgent_ticket",
  title: {
    en: "The two hundred open tickets to be answered first, one row per place.",
    zh: "最应先处理的 200 张未结工单，每个名次一行。"
  },
  from: [martOpenTicket],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place by urgency, from 1.", "按紧迫程度的名次，从 1 开始。"),
    ...martOpenTicket.columns.shape
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("mart_open_ticket")
          .selectAll()
          .select(({ref}) =>
            s
              .ordered(s.rowNumber(), {
                orderBy: [
                  s.coalesce(ref("remaining_minutes"), s.toDouble(s.num(never))),
                  s.descending(ref("age_days")),
                  ref("ticket_id")
                ]
              })
              .as("place")
          )
      )
      .selectFrom("placed")
      .where("place", "<=", LONGEST)
      .selectAll()
});
