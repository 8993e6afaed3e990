import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerTickets} from "./int_customer_tickets.ts";
import {withinDays} from "./withinDays.ts";

/** How a customer was served. */
export const serviceColumns = {
  tickets: c.count("Service tickets so far.", "累计工单数。"),
  tickets_30d: c.count("Tickets opened in the last 30 days.", "近 30 天工单数。"),
  tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
  tickets_365d: c.count("Tickets opened in the last 365 days.", "近 365 天工单数。"),
  open_tickets: c.count("Tickets open now.", "当前未解决工单数。"),
  reopened_tickets: c.count("Tickets that were opened again.", "曾被重开的工单数。")
};

/** When, where there was any. */
export const serviceFacts = {
  median_resolution_hours: c.hours("Median elapsed hours to the last solution.", "解决时长中位数。").nullable(),
  last_ticket_on: c.day("Day of the last ticket.", "最近工单日期。").nullable()
};

/** How a customer was served up to as_of, one row per customer with a ticket; windows end at as_of and count its day. */
export const intCustomerService = model({
  name: "int_customer_service",
  title: {
    en: "How a customer was served, one row per customer with a ticket.",
    zh: "客户服务汇总，每位有工单的客户一行。"
  },
  from: [intAsOf, intCustomerTickets],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...serviceColumns,
    ...serviceFacts,
    first_ticket_on: c.day("Day of the first ticket.", "首张工单日期。"),
    last_ticket_at: c.instant("When the last ticket was opened.", "最近工单创建时间。")
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_tickets")
      .crossJoin("int_as_of")
      .groupBy("customer_id")
      .select(({ref}) => {
        const those = (condition: s.Value<boolean>) => s.count(s.onlyWhen(condition, ref("ticket_id")));
        const openedIn = (days: number) => those(withinDays(days, ref("opened_on"), ref));
        return [
          "customer_id",
          s.countRows().as("tickets"),
          openedIn(30).as("tickets_30d"),
          openedIn(90).as("tickets_90d"),
          openedIn(365).as("tickets_365d"),
          those(ref("is_open")).as("open_tickets"),
          those(s.compare(ref("reopens"), ">", s.num(0))).as("reopened_tickets"),
          s.median(ref("resolution_hours")).as("median_resolution_hours"),
          s.max(ref("opened_on")).as("last_ticket_on"),
          s.min(ref("opened_on")).as("first_ticket_on"),
          s.max(ref("opened_at")).as("last_ticket_at")
        ];
      })
});
