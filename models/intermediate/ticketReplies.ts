import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {intTicketStep} from "./int_ticket_step.ts";

/** The replies that a ticket needed after the first. */
interface NextReplies {
  next_ticket_id: string;
  next_replies: number;
  median_next_reply_work_minutes: number | null;
}

/**
 * Next replies of tickets, one row per ticket with any: a public reply, not the first, to what the customer wrote since the last one; it
 * is waited for since the first of these messages.
 */
export const nextReplies = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intTicketStep]>>)
    .with("said", (db) =>
      db
        .selectFrom("int_ticket_step")
        .where("action", "in", ["public_reply", "customer_reply"])
        .select(({ref}) => [
          "ticket_id",
          "position",
          "action",
          "replies",
          "work_seconds",
          s
            .ordered(s.lag(ref("action")), {partitionBy: [ref("ticket_id")], orderBy: [ref("position")]})
            .as("action_before")
        ])
    )
    .with("turns", (db) =>
      db
        .selectFrom("said")
        .where(({ref}) => s.coalesce(s.compare(ref("action"), "<>", ref("action_before")), s.yes))
        .select(({ref}) => [
          "ticket_id",
          "action",
          "action_before",
          "replies",
          s
            .subtract(
              ref("work_seconds"),
              s.ordered(s.lag(ref("work_seconds")), {partitionBy: [ref("ticket_id")], orderBy: [ref("position")]})
            )
            .as("waited")
        ])
    )
    .selectFrom("turns")
    .where("action", "=", "public_reply")
    .where("action_before", "=", "customer_reply")
    .where("replies", ">", 1)
    .groupBy("ticket_id")
    .select(({ref}) => [
      "ticket_id as next_ticket_id",
      s.countRows().as("next_replies"),
      s.median(s.ratio(ref("waited"), s.num(60))).as("median_next_reply_work_minutes")
    ]) as unknown as SelectQueryBuilder<any, any, NextReplies>;
