import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketTarget, ticketTargets} from "../intermediate/int_ticket_target.ts";
import {ticketPriorities, ticketStates} from "../intermediate/ticketWords.ts";
import {martChurnRisk} from "./mart_churn_risk.ts";

/**
 * The open tickets with what is due next and what the customer is worth, one row per ticket.
 *
 * Of the promises that are not fulfilled yet the one with the least time left stands here, those whose clock runs first, on the clock that it was made on.
 */
export const martOpenTicket = model({
  name: "mart_open_ticket",
  title: {en: "The open tickets, one row per ticket.", zh: "未结工单清单，每张一行。"},
  from: [intAsOf, intTicket, intTicketTarget, martChurnRisk],
  grain: ["ticket_id"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。").nullable(),
    priority: c.oneOf(ticketPriorities, "Priority that it has now.", "当前优先级。").nullable(),
    opened_on: c.day("When it was opened.", "创建日期。"),
    age_days: c.wholeDays("Days since then.", "已开天数。"),
    ticket_state: c.oneOf(ticketStates, "State at as_of.", "截止时的状态。"),
    category: c.text("What it is about.", "工单类别。").nullable(),
    team: c.text("Group of agents that has it.", "处理小组。").nullable(),
    agent_key: c.id("Who handles it, as a pseudonym.", "处理人（假名）。").nullable(),
    target: c.oneOf(ticketTargets, "What is due next.", "下一项承诺。").nullable(),
    due_at: c.instant("When; empty while the clock rests.", "到期时间；暂停计时时为空。").nullable(),
    remaining_minutes: c.number("Minutes left on its clock, below zero past it.", "剩余分钟数，超时为负。").nullable(),
    is_breached: c.flag("It is late.", "是否超时。"),
    is_paused: c.flag("Its clock rests.", "是否暂停计时。"),
    net_revenue_365d: c.money("The customer's net revenue of the last 365 days.", "客户近 365 天净收入。").nullable(),
    risk_share: c.share("The customer's risk of churn.", "客户流失风险。").nullable()
  }),
  query: (db) =>
    db
      .with("due", (db) =>
        db
          .selectFrom("int_ticket_target")
          .where("is_running", "=", true)
          .select(({ref}) => [
            "ticket_id as due_ticket_id",
            "target",
            "due_at",
            "remaining_minutes",
            "is_breached",
            "is_paused",
            s
              .ordered(s.rowNumber(), {
                partitionBy: [ref("ticket_id")],
                orderBy: [s.when(ref("is_paused"), s.num(1), s.num(0)), ref("remaining_minutes"), ref("target")]
              })
              .as("place")
          ])
      )
      .selectFrom("int_ticket")
      .crossJoin("int_as_of")
      .leftJoin("due", (on) => on.onRef("due_ticket_id", "=", "ticket_id").on("place", "=", 1))
      .leftJoin("mart_churn_risk as risk", "risk.customer_id", "int_ticket.customer_id")
      .where("is_open", "=", true)
      .select(({ref}) => [
        "ticket_id",
        "int_ticket.customer_id",
        ref("current_priority").as("priority"),
        "opened_on",
        s.daysBetween(ref("opened_on"), ref("as_of_on")).as("age_days"),
        "ticket_state",
        "category",
        "team",
        "agent_key",
        "target",
        "due_at",
        "remaining_minutes",
        s.coalesce(ref("is_breached"), s.no).as("is_breached"),
        s.coalesce(ref("is_paused"), s.no).as("is_paused"),
        "net_revenue_365d",
        "risk_share"
      ])
});
