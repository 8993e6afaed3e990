import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";

/** Service tickets of known customers, one row per ticket. */
export const intCustomerTickets = model({
  name: "int_customer_tickets",
  title: {en: "Service tickets of known customers, one row per ticket.", zh: "已识别客户的工单，每张一行。"},
  from: [stgTickets, intCustomerKeys],
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
      .selectFrom(knownRows(db, stgTickets).as("known"))
      .select([
        "ticket_id",
        "customer_id",
        "opened_at",
        "opened_on",
        "solved_at",
        "solved_on",
        "resolution_hours",
        "is_open",
        "reopens",
        "category"
      ])
});
