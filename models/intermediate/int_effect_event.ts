import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketTarget} from "./int_ticket_target.ts";

/**
 * Bad service to known customers, one row per ticket that was opened again, that the requester rated bad, or that took longer to solve
 * than promised; it counts from the day on which the ticket was opened.
 */
export const intEffectEvent = model({
  name: "int_effect_event",
  title: {en: "Bad service to known customers, one row per ticket.", zh: "已识别客户遭遇的不良服务，每张工单一行。"},
  from: [intTicket, intTicketTarget],
  grain: ["ticket_id"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    happened_on: c.day("Day on which the ticket was opened.", "工单创建日期。"),
    is_reopened: c.flag("It was opened again.", "曾被重开。"),
    is_rated_bad: c.flag("The requester was not satisfied.", "客户不满意。"),
    is_late: c.flag("It took longer to solve than promised.", "解决超出承诺时限。")
  }),
  query: (db) =>
    db
      .with("judged", (db) =>
        db
          .selectFrom("int_ticket as ticket")
          .leftJoin("int_ticket_target as promised", (on) =>
            on.onRef("promised.ticket_id", "=", "ticket.ticket_id").on("target", "=", "resolution")
          )
          .where("customer_id", "is not", null)
          .select(({ref}) => [
            "ticket.ticket_id",
            ref("customer_id").$notNull().as("customer_id"),
            ref("opened_on").as("happened_on"),
            s.coalesce(s.compare(ref("reopens"), ">", s.num(0)), s.no).as("is_reopened"),
            s.coalesce(s.not(ref("is_satisfied")), s.no).as("is_rated_bad"),
            s.coalesce(ref("is_breached"), s.no).as("is_late")
          ])
      )
      .selectFrom("judged")
      .where(({ref}) => s.either(ref("is_reopened"), ref("is_rated_bad"), ref("is_late")))
      .select(["ticket_id", "customer_id", "happened_on", "is_reopened", "is_rated_bad", "is_late"])
});
