import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {isComplaint} from "../feedback/complaints.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {firstReopenings} from "./firstReopenings.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketEvent} from "./int_ticket_event.ts";

/**
 * Tickets that are complaints, one row per ticket, also of nobody known.
 *
 * A complaint is a ticket whose category or subcategory says so, that was opened again, or that the requester rated bad, the first of these that
 * holds. It was made when the ticket was opened; when it was opened again for the first time, as far as the log tells; when it was solved,
 * after which it is rated. Where that is not known, when it was opened.
 */
export const intLoopComplaint = model({
  name: "int_loop_complaint",
  title: {en: "Tickets that are complaints, one row per ticket.", zh: "属于投诉的工单，每张一行。"},
  from: [intTicket, intTicketEvent],
  grain: ["ticket_id"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    customer_id: c.id("The customer, as a pseudonym; null: not known.", "客户（假名）；未识别为空。").nullable(),
    complaint: c.oneOf(["category", "reopened", "rated_bad"], "What makes it one.", "判定依据。"),
    complained_at: c.instant("When it was made.", "投诉时间。")
  }),
  query: (db) =>
    db
      .with("reopened", firstReopenings)
      .with("judged", (db) =>
        db
          .selectFrom("int_ticket")
          .leftJoin("reopened", "reopened_id", "ticket_id")
          .select(({ref}) => [
            "ticket_id",
            "customer_id",
            "opened_at",
            "solved_at",
            "reopened_at",
            s.either(isComplaint(ref("category")), isComplaint(ref("subcategory"))).as("is_named"),
            s.coalesce(s.compare(ref("reopens"), ">", s.num(0)), s.no).as("is_reopened"),
            s.coalesce(s.not(ref("is_satisfied")), s.no).as("is_rated_bad")
          ])
      )
      .selectFrom("judged")
      .where(({ref}) => s.either(ref("is_named"), ref("is_reopened"), ref("is_rated_bad")))
      .select(({ref}) => {
        const by = <A, B, C>(named: Expression<A>, reopened: Expression<B>, rated: Expression<C>) =>
          s.when(ref("is_named"), named, s.when(ref("is_reopened"), reopened, rated));
        return [
          "ticket_id",
          "customer_id",
          by(s.text("category"), s.text("reopened"), s.text("rated_bad")).as("complaint"),
          by(
            ref("opened_at"),
            s.coalesce(ref("reopened_at"), ref("opened_at")),
            s.coalesce(ref("solved_at"), ref("opened_at"))
          ).as("complained_at")
        ];
      })
});
