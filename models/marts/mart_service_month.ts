import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketClock} from "../intermediate/int_ticket_clock.ts";
import {stgOrders} from "../staging/stg_orders.ts";

/**
 * Service load and speed, one row per calendar month with a ticket opened or solved.
 *
 * Reply times are of tickets opened in the month, resolution times of tickets solved in it; elapsed hours, not business hours.
 */
export const martServiceMonth = model({
  name: "mart_service_month",
  title: {
    en: "Service load and speed, one row per month.",
    zh: "客服量与速度，每月一行。"
  },
  from: [intAsOf, stgOrders, intTicket, intTicketClock],
  grain: ["service_month"],
  columns: z.strictObject({
    service_month: c.month("The calendar month.", "自然月。"),
    opened_tickets: c.count("Tickets opened.", "新建工单数。"),
    solved_tickets: c.count("Tickets solved.", "解决工单数。"),
    replied_tickets: c.count("Of the opened, those with a first reply.", "新建工单中已首次回复的数量。"),
    median_first_reply_hours: c.hours("Median hours to the first reply.", "首次回复时长中位数。").nullable(),
    p90_first_reply_hours: c.hours("90th percentile of it.", "首次回复时长 90 分位数。").nullable(),
    median_resolution_hours: c.hours("Median hours to the last solution.", "解决时长中位数。").nullable(),
    p90_resolution_hours: c.hours("90th percentile of it.", "解决时长 90 分位数。").nullable(),
    reopened_share: c.share("Of the solved, those opened again.", "解决后重开的比例。").nullable(),
    orders: c.count("Orders of the month, cancelled ones apart.", "当月订单数（不含取消）。"),
    tickets_per_100_orders: c.number("Tickets opened per 100 orders.", "每百单工单数。").nullable(),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("tickets", (db) =>
        db
          .selectFrom("int_ticket as ticket")
          .innerJoin("int_ticket_clock as clock", "clock.ticket_id", "ticket.ticket_id")
          .select(({ref}) => [
            "ticket.ticket_id",
            "opened_month",
            "solved_month",
            "ticket.reopens",
            s.ratio(ref("first_reply_minutes"), s.num(60)).as("first_reply_hours"),
            s.ratio(ref("resolution_minutes"), s.num(60)).as("resolution_hours")
          ])
      )
      .with("opened", (db) =>
        db
          .selectFrom("tickets")
          .groupBy("opened_month")
          .select(({ref}) => [
            "opened_month",
            s.countRows().as("opened_tickets"),
            s.count(ref("first_reply_hours")).as("replied_tickets"),
            s.median(ref("first_reply_hours")).as("median_first_reply_hours"),
            s.p90(ref("first_reply_hours")).as("p90_first_reply_hours")
          ])
      )
      .with("solved", (db) =>
        db
          .selectFrom("tickets")
          .where("solved_month", "is not", null)
          .groupBy("solved_month")
          .select(({ref}) => [
            "solved_month",
            s.countRows().as("solved_tickets"),
            s.median(ref("resolution_hours")).as("median_resolution_hours"),
            s.p90(ref("resolution_hours")).as("p90_resolution_hours"),
            s.count(s.onlyWhen(s.compare(ref("reopens"), ">", s.num(0)), ref("ticket_id"))).as("reopened_tickets")
          ])
      )
      .with("ordered", (db) =>
        db
          .selectFrom("stg_orders")
          .where("is_cancelled", "=", false)
          .groupBy("order_month")
          .select(["order_month", s.countRows().as("orders")])
      )
      .with("months", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("opened")
              .select(({ref}) => ref("opened_month").$castTo<Date | null>().as("service_month"))
              .unionAll(db.selectFrom("solved").select(({ref}) => ref("solved_month").as("service_month")))
              .as("seen")
          )
          .groupBy("service_month")
          .select(({ref}) => [ref("service_month").$notNull().as("service_month"), s.countRows().as("times")])
      )
      .selectFrom("months")
      .leftJoin("opened", "opened_month", "service_month")
      .leftJoin("solved", "solved_month", "service_month")
      .leftJoin("ordered", "order_month", "service_month")
      .crossJoin("int_as_of")
      .select(({ref}) => [
        "service_month",
        s.coalesce(ref("opened_tickets"), s.num(0)).as("opened_tickets"),
        s.coalesce(ref("solved_tickets"), s.num(0)).as("solved_tickets"),
        s.coalesce(ref("replied_tickets"), s.num(0)).as("replied_tickets"),
        "median_first_reply_hours",
        "p90_first_reply_hours",
        "median_resolution_hours",
        "p90_resolution_hours",
        s.ratio(ref("reopened_tickets"), ref("solved_tickets")).as("reopened_share"),
        s.coalesce(ref("orders"), s.num(0)).as("orders"),
        s
          .ratio(s.multiply(s.num(100), s.coalesce(ref("opened_tickets"), s.num(0))), ref("orders"))
          .as("tickets_per_100_orders"),
        s.compare(ref("service_month"), ">", ref("last_complete_month")).as("is_partial")
      ])
});
