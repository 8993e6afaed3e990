import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import type {Priority} from "../settings.ts";
import * as s from "../sql.ts";
import type {intTicketEvent} from "./int_ticket_event.ts";
import {hasEnded, type TicketState} from "./ticketWords.ts";

/** What the log says of one ticket. */
interface Logged {
  logged_ticket_id: string;
  first_at: Date;
  is_open_in_log: boolean;
  log_solved_at: Date | null;
  last_state: TicketState | null;
  log_reopens: number | null;
  log_discarded: boolean;
  first_priority: Priority | null;
  last_priority: Priority | null;
  log_agent: string | null;
  log_team: string | null;
}

/**
 * What the log alone says of tickets, one row per ticket that it tells of: when the first event was, in which state it is and since
 * when, its priorities, who has it, how often an ended state gave way to an open one, and whether it was put away without service. Null where the log names no such thing.
 */
export const loggedTickets = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intTicketEvent]>>)
    .with("steps", (db) =>
      db
        .selectFrom("int_ticket_event")
        .where("to_state", "is not", null)
        .select(({ref}) => [
          "ticket_id",
          "position",
          "happened_at",
          "to_state",
          "is_discarded",
          hasEnded(ref("to_state")).as("is_end"),
          s
            .coalesce(
              hasEnded(
                s.ordered(s.lag(ref("to_state")), {partitionBy: [ref("ticket_id")], orderBy: [ref("position")]})
              ),
              s.no
            )
            .as("was_end")
        ])
    )
    .with("states", (db) =>
      db
        .selectFrom("steps")
        .groupBy("ticket_id")
        .select(({ref}) => [
          "ticket_id as state_ticket_id",
          s.latest(ref("to_state").$notNull(), ref("position")).as("last_state"),
          s.max(s.onlyWhen(s.both(ref("is_end"), s.not(ref("was_end"))), ref("happened_at"))).as("ended_at"),
          s.count(s.onlyWhen(s.both(s.not(ref("is_end")), ref("was_end")), ref("position"))).as("times_reopened"),
          s
            .compare(
              s.max(s.onlyWhen(ref("is_discarded"), ref("position"))),
              ">",
              s.coalesce(s.max(s.onlyWhen(s.not(ref("is_end")), ref("position"))), s.num(0))
            )
            .as("was_discarded")
        ])
    )
    .with("named", (db) =>
      db
        .selectFrom("int_ticket_event")
        .select(({ref}) =>
          s.coalesce(s.anyTrue(s.compare(ref("action"), "=", s.text("status"))), s.no).as("names_states")
        )
    )
    .with("priorities", (db) =>
      db
        .selectFrom("int_ticket_event")
        .where("action", "=", "priority")
        .groupBy("ticket_id")
        .select(({ref}) => [
          "ticket_id as priority_ticket_id",
          s.earliest(s.coalesce(ref("from_priority"), ref("priority"), s.text("")), ref("position")).as("began_with"),
          s.latest(s.coalesce(ref("priority"), s.text("")), ref("position")).as("ended_with")
        ])
    )
    .with("tickets", (db) =>
      db
        .selectFrom("int_ticket_event")
        .groupBy("ticket_id")
        .select(({ref}) => [
          "ticket_id as logged_ticket_id",
          s.min(ref("happened_at")).as("first_at"),
          s.max(ref("happened_at")).as("last_at"),
          s.latest(ref("agent"), s.onlyWhen(s.isKnown(ref("agent")), ref("position"))).as("log_agent"),
          s.latest(ref("team"), s.onlyWhen(s.isKnown(ref("team")), ref("position"))).as("log_team")
        ])
    )
    .selectFrom("tickets")
    .crossJoin("named")
    .leftJoin("states", "state_ticket_id", "logged_ticket_id")
    .leftJoin("priorities", "priority_ticket_id", "logged_ticket_id")
    .select(({ref}) => {
      const isEnded = s.coalesce(hasEnded(ref("last_state")), s.no);
      return [
        "logged_ticket_id",
        "first_at",
        s.both(ref("names_states"), s.not(isEnded)).as("is_open_in_log"),
        s
          .when(ref("names_states"), s.onlyWhen(isEnded, ref("ended_at")), ref("last_at"))
          .$castTo<Date | null>()
          .as("log_solved_at"),
        s.onlyWhen(ref("names_states"), ref("last_state")).as("last_state"),
        s.onlyWhen(ref("names_states"), s.coalesce(ref("times_reopened"), s.num(0))).as("log_reopens"),
        s.coalesce(ref("was_discarded"), s.no).as("log_discarded"),
        s.nullif(ref("began_with"), s.text("")).as("first_priority"),
        s.nullif(ref("ended_with"), s.text("")).as("last_priority"),
        "log_agent",
        "log_team"
      ];
    }) as unknown as SelectQueryBuilder<any, any, Logged>;
