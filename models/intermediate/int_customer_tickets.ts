import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intTicket} from "./int_ticket.ts";

/** Service tickets of known customers, one row per ticket. */
export const intCustomerTickets = model({
  name: "int_customer_tickets",
  title: {en: "Service tickets of known customers, one row per ticket.", zh: "已识别客户的工单，每张一行。"},
  from: [intTicket],
  grain: ["ticket_id"],
  shard: "customer_id",
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    opened_at: c.instant("When the ticket was created.", "创建时间。"),
    opened_on: c.day("Business day of it.", "创建日期。"),
    solved_at: c.instant("When it was last solved.", "最后解决时间。").nullable(),
    solved_on: c.day("Business day of it.", "最后解决日期。").nullable(),
    resolution_hours: c.hours("Elapsed hours to the last solution.", "解决时长。").nullable(),
    is_open: c.flag("Neither solved nor closed at as_of.", "截止时是否未结。"),
    reopens: c.integer("How often it was opened again.", "重开次数。").nullable(),
    category: c.text("What it is about.", "工单类别。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("int_ticket")
      .where("customer_id", "is not", null)
      .select(({ref}) => [
        "ticket_id",
        ref("customer_id").$notNull().as("customer_id"),
        "opened_at",
        "opened_on",
        "solved_at",
        "solved_on",
        s.ratio(s.secondsBetween(ref("opened_at"), ref("solved_at")), s.num(3600)).as("resolution_hours"),
        "is_open",
        "reopens",
        "category"
      ])
});
