import type {Expression, QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import type {Priority} from "../settings.ts";
import * as s from "../sql.ts";
import type {intTicketEvent} from "./int_ticket_event.ts";
import {ticketPriorities} from "./ticketWords.ts";

/** 1 is the most urgent; null without a priority. */
const rankOf = (priority: Expression<Priority | null>) =>
  ticketPriorities.reduceRight<s.Value<number | null>>(
    (otherwise, level, i) => s.when(s.compare(priority, "=", s.text(level)), s.num(i + 1), otherwise),
    s.nothing<number>("bigint")
  );

/** Whether a ticket was escalated. */
interface AgentChange {
  changed_ticket_id: string;
  is_escalated: boolean;
}

/**
 * Tickets whose agent, team or priority the log gives, one row per ticket: escalated where it was given to an agent or a team other than
 * the first or than the one from which it was taken, passed on to nobody named, or raised in priority. The priority before a change is
 * what the change says, else what the change before gave. A first agent, team or priority is none.
 */
export const agentChanges = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intTicketEvent]>>)
    .with("given", (db) =>
      db
        .selectFrom("int_ticket_event")
        .where("action", "in", ["assignee", "team", "priority"])
        .select(({ref}) => [
          "ticket_id",
          "action",
          "agent_key",
          "team",
          "priority",
          s.compare(ref("agent_key"), "<>", ref("from_agent_key")).as("is_other_agent"),
          s.compare(ref("team"), "<>", ref("from_team")).as("is_other_team"),
          s
            .firstOf(
              ref("from_priority"),
              s.ordered(s.lag(ref("priority")), {
                partitionBy: [ref("ticket_id"), ref("action")],
                orderBy: [ref("position")]
              })
            )
            .as("priority_before")
        ])
    )
    .selectFrom("given")
    .groupBy("ticket_id")
    .select(({ref}) => {
      const is = (action: string) => s.compare(ref("action"), "=", s.text(action));
      const isRaised = s.compare(rankOf(ref("priority")), "<", rankOf(ref("priority_before")));
      return [
        "ticket_id as changed_ticket_id",
        s
          .either(
            s.compare(s.countDistinct(s.onlyWhen(is("assignee"), ref("agent_key"))), ">", s.num(1)),
            s.compare(s.countDistinct(s.onlyWhen(is("team"), ref("team"))), ">", s.num(1)),
            s.coalesce(
              s.anyTrue(
                s.either(
                  isRaised,
                  ref("is_other_agent"),
                  ref("is_other_team"),
                  s.both(is("team"), s.isNull(ref("team")))
                )
              ),
              s.no
            )
          )
          .as("is_escalated")
      ];
    }) as unknown as SelectQueryBuilder<any, any, AgentChange>;
