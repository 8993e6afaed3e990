import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intTicket} from "./int_ticket.ts";
import {intTicketEvent} from "./int_ticket_event.ts";
import {intTicketStep} from "./int_ticket_step.ts";
import {agentChanges} from "./ticketAgents.ts";
import {nextReplies} from "./ticketReplies.ts";

/**
 * How long tickets took, elapsed and in working hours, one row per ticket.
 *
 * First reply: opening to the first public reply of an agent. Resolution: opening to the last solution, whatever came between. Waiting
 * sums the steps of the ticket's life up to as_of by who is waited for, time that it stood solved apart. A next reply answers the
 * customer's first message since the agent's last one. One touch: solved with at most one public reply and never reopened. First
 * contact: solved, never reopened, and the customer never had to write again. Escalated: given to another agent or team, or raised in
 * priority. What neither list nor log can say is null: replies need a log that names replies, escalations one that names agents, teams or priorities,
 * and who was waited for a log at all. A reply after the last solution is no first reply. Discarded tickets are no one-touch and no first contact.
 */
export const intTicketClock = model({
  name: "int_ticket_clock",
  title: {en: "How long tickets took, one row per ticket.", zh: "工单用时，每张一行。"},
  from: [intTicket, intTicketStep, intTicketEvent],
  grain: ["ticket_id"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    is_opened_in_hours: c.flag("It was opened in working hours.", "是否在工作时间内创建。"),
    first_reply_at: c.instant("First public reply of an agent.", "客服首次公开回复时间。").nullable(),
    first_reply_minutes: c.minutes("Elapsed minutes to it.", "首次回复用时（自然分钟）。").nullable(),
    first_reply_work_minutes: c.minutes("The same in working hours.", "首次回复用时（工作分钟）。").nullable(),
    resolution_minutes: c.minutes("Elapsed minutes to the last solution.", "解决用时（自然分钟）。").nullable(),
    resolution_work_minutes: c.minutes("The same in working hours.", "解决用时（工作分钟）。").nullable(),
    requester_wait_minutes: c.minutes("The customer waited for us.", "客户等待我方的时间。").nullable(),
    requester_wait_work_minutes: c.minutes("The same in working hours.", "客户等待我方的工作分钟。").nullable(),
    agent_wait_minutes: c.minutes("We waited for the customer.", "我方等待客户的时间。").nullable(),
    agent_wait_work_minutes: c.minutes("The same in working hours.", "我方等待客户的工作分钟。").nullable(),
    hold_minutes: c.minutes("Both waited for somebody else.", "挂起时间。").nullable(),
    hold_work_minutes: c.minutes("The same in working hours.", "挂起的工作分钟。").nullable(),
    next_replies: c
      .count("Answers to what the customer wrote after the first reply.", "首次回复后的后续回复次数。")
      .nullable(),
    median_next_reply_work_minutes: c
      .minutes("Their median wait in working hours.", "后续回复等待中位数（工作分钟）。")
      .nullable(),
    reopens: c.integer("How often it was opened again.", "重开次数。").nullable(),
    agent_replies: c.count("Public replies of agents.", "客服公开回复数。").nullable(),
    customer_replies: c.count("Messages of the customer after the opening.", "客户后续留言数。").nullable(),
    agents: c.count("Agents who replied publicly.", "公开回复过的客服人数。").nullable(),
    is_one_touch: c.flag("Solved with at most one reply.", "是否一次回复解决。").nullable(),
    is_first_contact: c.flag("Solved without the customer writing again.", "是否首次联系即解决。").nullable(),
    is_escalated: c.flag("Passed on or raised in priority.", "是否升级。").nullable()
  }),
  query: (db) =>
    db
      .with("lives", (db) =>
        db
          .selectFrom("int_ticket_step")
          .groupBy("ticket_id")
          .select(({ref}) => {
            const at = (action: string, x: s.Value<any>) =>
              s.min(s.onlyWhen(s.compare(ref("action"), "=", s.text(action)), x));
            const waited = (who: string, x: s.Value<number>) =>
              s.ratio(s.sum(s.onlyWhen(s.compare(ref("waited_for"), "=", s.text(who)), x)), s.num(60));
            return [
              "ticket_id as life_ticket_id",
              s
                .anyTrue(s.both(ref("is_working"), s.compare(ref("action"), "=", s.text("opened"))))
                .as("is_opened_in_hours"),
              at("opened", ref("work_seconds")).as("opened_total"),
              at("public_reply", ref("step_from_at")).as("first_reply_at"),
              at("public_reply", ref("work_seconds")).as("reply_total"),
              at("end", ref("step_from_at")).as("life_end_at"),
              at("end", ref("work_seconds")).as("end_total"),
              ...(["us", "customer", "third_party"] as const).flatMap((who) => [
                waited(who, ref("elapsed_seconds")).as(`${who}_minutes`),
                waited(who, ref("work_seconds_within")).as(`${who}_work_minutes`)
              ])
            ];
          })
      )
      .with("messages", (db) =>
        db
          .selectFrom("int_ticket_event as event")
          .innerJoin("int_ticket as ticket", "ticket.ticket_id", "event.ticket_id")
          .whereRef("happened_at", ">=", "opened_at")
          .groupBy("event.ticket_id")
          .select(({ref}) => {
            const is = (action: string) => s.compare(ref("action"), "=", s.text(action));
            return [
              "event.ticket_id as message_ticket_id",
              s.count(s.onlyWhen(is("public_reply"), ref("position"))).as("agent_replies"),
              s.count(s.onlyWhen(is("customer_reply"), ref("position"))).as("customer_replies"),
              s.countDistinct(s.onlyWhen(is("public_reply"), ref("event.agent_key"))).as("agents")
            ];
          })
      )
      .with("log", (db) =>
        db.selectFrom("int_ticket_event").select(({ref}) => {
          const names = (...actions: string[]) =>
            s.coalesce(
              s.anyTrue(s.either(...actions.map((action) => s.compare(ref("action"), "=", s.text(action))))),
              s.no
            );
          return [
            names("public_reply", "customer_reply").as("names_replies"),
            names("assignee", "team", "priority").as("names_changes")
          ];
        })
      )
      .with("nexts", (db) => nextReplies(db))
      .with("changes", (db) => agentChanges(db))
      .selectFrom("int_ticket")
      .innerJoin("lives", "life_ticket_id", "ticket_id")
      .leftJoin("messages", "message_ticket_id", "ticket_id")
      .leftJoin("nexts", "next_ticket_id", "ticket_id")
      .leftJoin("changes", "changed_ticket_id", "ticket_id")
      .crossJoin("log")
      .select(({ref}) => {
        const minutes = (seconds: s.Value<number | null>) => s.ratio(seconds, s.num(60));
        const isLived = s.both(ref("is_logged"), s.isKnown(ref("end_total")));
        const tellsReplies = s.both(ref("is_logged"), ref("names_replies"));
        const isSolved = s.isKnown(ref("solved_at"));
        const isForGood = s.compare(ref("reopens"), "=", s.num(0));
        const isJudged = s.both(isSolved, tellsReplies, s.isKnown(ref("reopens")), s.not(ref("is_discarded")));
        const isReplied = s.coalesce(s.compare(ref("first_reply_at"), "<=", ref("life_end_at")), s.yes);
        const firstReplyAt = s.onlyWhen(isReplied, ref("first_reply_at"));
        const told = <T>(x: s.Value<T>) => s.onlyWhen(tellsReplies, x);
        const none = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
        return [
          "ticket_id",
          ref("is_opened_in_hours").$notNull().as("is_opened_in_hours"),
          firstReplyAt.as("first_reply_at"),
          minutes(s.secondsBetween(ref("opened_at"), firstReplyAt)).as("first_reply_minutes"),
          minutes(s.onlyWhen(isReplied, s.subtract(ref("reply_total"), ref("opened_total")))).as(
            "first_reply_work_minutes"
          ),
          minutes(s.secondsBetween(ref("opened_at"), ref("solved_at"))).as("resolution_minutes"),
          minutes(s.onlyWhen(isSolved, s.subtract(ref("end_total"), ref("opened_total")))).as(
            "resolution_work_minutes"
          ),
          ...(
            [
              ["us", "requester_wait"],
              ["customer", "agent_wait"],
              ["third_party", "hold"]
            ] as const
          ).flatMap(([who, name]) => [
            s.onlyWhen(isLived, none(ref(`${who}_minutes`))).as(`${name}_minutes`),
            s.onlyWhen(isLived, none(ref(`${who}_work_minutes`))).as(`${name}_work_minutes`)
          ]),
          told(none(ref("next_replies"))).as("next_replies"),
          "median_next_reply_work_minutes",
          "reopens",
          told(none(ref("agent_replies"))).as("agent_replies"),
          told(none(ref("customer_replies"))).as("customer_replies"),
          told(none(ref("agents"))).as("agents"),
          s
            .onlyWhen(isJudged, s.both(isForGood, s.compare(none(ref("agent_replies")), "<=", s.num(1))))
            .as("is_one_touch"),
          s
            .onlyWhen(isJudged, s.both(isForGood, s.compare(none(ref("customer_replies")), "=", s.num(0))))
            .as("is_first_contact"),
          s
            .onlyWhen(s.both(ref("is_logged"), ref("names_changes")), s.coalesce(ref("is_escalated"), s.no))
            .as("is_escalated")
        ];
      })
});
