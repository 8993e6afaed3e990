import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import * as s from "../sql.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intTicketEvent} from "./int_ticket_event.ts";
import {knownRows} from "./knownRows.ts";
import {loggedTickets} from "./loggedTickets.ts";
import {
  hasEnded,
  isDiscarded,
  isSatisfied,
  priorityOf,
  stateOf,
  ticketPriorities,
  ticketStates,
  type TicketState
} from "./ticketWords.ts";

/**
 * Service tickets, from the list of the help desk, its log, or both, one row per ticket.
 *
 * Of a ticket on the list, the list says when it was opened, whether it is open and when it was last solved; where it says that a ticket
 * is over, but not since when, the log does. A ticket that only the log knows was opened by its first event and solved when it last went
 * from an open state to an ended one; where the whole log names no states, its last event closed it. The priority is the one with which
 * the ticket began: before the first change that the log tells, the first one given where there was none, else the list's.
 * Merged, spam and deleted tickets are discarded. Where the list names agents, a ticket on it without one is nobody's.
 */
export const intTicket = model({
  name: "int_ticket",
  title: {en: "Service tickets of list and log, one row per ticket.", zh: "客服工单（列表与事件日志合并），每张一行。"},
  from: [stgTickets, intTicketEvent, intCustomerKeys],
  grain: ["ticket_id"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。").nullable(),
    opened_at: c.instant("When the ticket was created.", "创建时间。"),
    opened_on: c.day("Business day of it.", "创建日期。"),
    opened_month: c.month("Month of it.", "创建月份。"),
    solved_at: c.instant("When it was last solved.", "最后解决时间。").nullable(),
    solved_on: c.day("Business day of it.", "最后解决日期。").nullable(),
    solved_month: c.month("Month of it.", "最后解决月份。").nullable(),
    is_open: c.flag("Neither solved nor closed at as_of.", "截止时是否未结。"),
    is_discarded: c.flag("Ended as merged, spam or deleted, without service.", "是否因合并、垃圾或删除而弃置。"),
    is_listed: c.flag("It is on the help desk's list.", "是否在工单列表中。"),
    is_logged: c.flag("The log tells of it.", "是否有事件日志。"),
    priority: c.oneOf(ticketPriorities, "Priority with which it began.", "初始优先级。").nullable(),
    current_priority: c.oneOf(ticketPriorities, "Priority that it has now.", "当前优先级。").nullable(),
    ticket_state: c.oneOf(ticketStates, "State at as_of.", "截止时的状态。"),
    ticket_channel: c.text("How the ticket came in.", "来单渠道。").nullable(),
    category: c.text("What it is about.", "工单类别。").nullable(),
    subcategory: c.text("What it is about, more closely.", "工单子类别。").nullable(),
    team: c.text("Group of agents that has it.", "处理小组。").nullable(),
    agent_key: c.id("Who handles it, as a pseudonym.", "处理人（假名）。").nullable(),
    agent: c.text("Who handles it.", "处理人。", "personal").nullable(),
    product_id: c.id("The product it is about.", "相关商品编号。").nullable(),
    is_satisfied: c
      .flag("The requester was satisfied; empty without a verdict.", "提交人是否满意；无评价时为空。")
      .nullable(),
    reopens: c.integer("How often it was opened again.", "重开次数。").nullable(),
    early_events: c.count(
      "Events that the log dates before its creation; they move no clock.",
      "日志时间早于创建的事件数（不计时）。"
    )
  }),
  query: (db, settings) =>
    db
      .with("known", (db) =>
        db
          .selectFrom(knownRows(db, stgTickets).as("known"))
          .select(["known.ticket_id as known_ticket_id", "known.customer_id"])
      )
      .with("logged", (db) => loggedTickets(db))
      .with("ids", (db) =>
        db
          .selectFrom("stg_tickets")
          .select("ticket_id")
          .union(db.selectFrom("logged").select("logged_ticket_id as ticket_id"))
      )
      .with("habits", (db) =>
        db
          .selectFrom("stg_tickets")
          .select(({ref}) =>
            s.coalesce(s.anyTrue(s.isKnown(s.nullif(s.trim(ref("agent")), s.text("")))), s.no).as("list_names_agents")
          )
      )
      .with("whole", (db) =>
        db
          .selectFrom("ids")
          .leftJoin("stg_tickets as listed", "listed.ticket_id", "ids.ticket_id")
          .leftJoin("logged", "logged_ticket_id", "ids.ticket_id")
          .leftJoin("known", "known_ticket_id", "ids.ticket_id")
          .crossJoin("habits")
          .select(({ref}) => {
            const isListed = s.isKnown(ref("listed.ticket_id"));
            const isOpen = s.coalesce(ref("listed.is_open"), ref("is_open_in_log"), s.no);
            const openedAt = s.coalesce(ref("listed.opened_at"), ref("first_at").$notNull());
            const logSolvedAt = s.onlyWhen(s.compare(ref("log_solved_at"), ">=", openedAt), ref("log_solved_at"));
            const agent = s.firstOf(
              s.nullif(s.trim(ref("listed.agent")), s.text("")),
              s.onlyWhen(s.not(s.both(isListed, ref("list_names_agents"))), ref("log_agent"))
            );
            const current = priorityOf(ref("listed.priority"), settings.service);
            const state = s.firstOf(stateOf(ref("listed.ticket_status"), settings.service), ref("last_state"));
            return [
              "ids.ticket_id",
              "customer_id",
              openedAt.as("opened_at"),
              s
                .when(
                  isListed,
                  s.onlyWhen(s.not(isOpen), s.firstOf(ref("listed.solved_at"), logSolvedAt)),
                  ref("log_solved_at")
                )
                .as("solved_at"),
              isOpen.as("is_open"),
              s
                .both(
                  s.not(isOpen),
                  s.either(isDiscarded(ref("listed.ticket_status")), s.coalesce(ref("log_discarded"), s.no))
                )
                .as("is_discarded"),
              isListed.as("is_listed"),
              s.isKnown(ref("logged_ticket_id")).as("is_logged"),
              s.firstOf(ref("first_priority"), current).as("priority"),
              s.firstOf(current, ref("last_priority")).as("current_priority"),
              s
                .when(
                  isOpen,
                  s.when(s.coalesce(hasEnded(state), s.yes), s.text<TicketState>("open"), state.$notNull()),
                  s.when(
                    s.coalesce(s.compare(state, "=", s.text("closed")), s.no),
                    s.text<TicketState>("closed"),
                    s.text<TicketState>("solved")
                  )
                )
                .as("ticket_state"),
              "ticket_channel",
              "category",
              "subcategory",
              s.firstOf(ref("listed.team"), ref("log_team")).as("team"),
              pseudonym("A-", settings.pseudonymKey, agent).as("agent_key"),
              agent.as("agent"),
              "product_id",
              isSatisfied(ref("satisfaction")).as("is_satisfied"),
              s.firstOf(ref("listed.reopens"), ref("log_reopens")).as("reopens")
            ];
          })
      )
      .with("early", (db) =>
        db
          .selectFrom("int_ticket_event")
          .innerJoin("stg_tickets", "stg_tickets.ticket_id", "int_ticket_event.ticket_id")
          .whereRef("happened_at", "<", "opened_at")
          .groupBy("int_ticket_event.ticket_id")
          .select(["int_ticket_event.ticket_id as early_ticket_id", s.countRows().as("early_events")])
      )
      .selectFrom("whole")
      .leftJoin("early", "early_ticket_id", "ticket_id")
      .select(({ref}) => {
        const opened = s.local(ref("opened_at"), settings.zone);
        const solved = s.local(ref("solved_at"), settings.zone);
        return [
          "ticket_id",
          "customer_id",
          "opened_at",
          s.day(opened).as("opened_on"),
          s.month(opened).as("opened_month"),
          "solved_at",
          s.day(solved).as("solved_on"),
          s.month(solved).as("solved_month"),
          "is_open",
          "is_discarded",
          "is_listed",
          "is_logged",
          "priority",
          "current_priority",
          "ticket_state",
          "ticket_channel",
          "category",
          "subcategory",
          "team",
          "agent_key",
          "agent",
          "product_id",
          "is_satisfied",
          "reopens",
          s.coalesce(ref("early_events"), s.num(0)).as("early_events")
        ];
      })
});
