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
 * the first, passed on to nobody named, or raised in priority. A first agent, team or priority is none.
 */
export const agentChanges = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intTicketEvent]>>)
    .selectFrom("int_ticket_event")
    .where("action", "in", ["assignee", "team", "priority"])
    .groupBy("ticket_id")
    .select(({ref}) => {
      const is = (action: string) => s.compare(ref("action"), "=", s.text(action));
      const isRaised = s.compare(rankOf(ref("priority")), "<", rankOf(ref("from_priority")));
      return [
        "ticket_id as changed_ticket_id",
        s
          .either(
            s.compare(s.countDistinct(s.onlyWhen(is("assignee"), ref("agent_key"))), ">", s.num(1)),
            s.compare(s.countDistinct(s.onlyWhen(is("team"), ref("team"))), ">", s.num(1)),
            s.coalesce(s.anyTrue(s.either(isRaised, s.both(is("team"), s.isNull(ref("team"))))), s.no)
          )
          .as("is_escalated")
      ];
    }) as unknown as SelectQueryBuilder<any, any, AgentChange>;
