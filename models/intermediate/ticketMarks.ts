import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {stgTickets} from "../staging/stg_tickets.ts";
import type {intAsOf} from "./int_as_of.ts";
import type {intTicket} from "./int_ticket.ts";
import type {intTicketEvent} from "./int_ticket_event.ts";
import type {TicketState} from "./ticketWords.ts";

export const stepActions = ["opened", "public_reply", "customer_reply", "status", "end"] as const;
export type StepAction = (typeof stepActions)[number];

/** Where a step of a ticket begins; marks of an instant stand by place, then by position. */
interface Mark {
  ticket_id: string;
  at: Date;
  place: number;
  position: number;
  action: StepAction;
  state: TicketState | null;
}

type Read = Database<readonly [typeof intTicket, typeof intTicketEvent, typeof stgTickets, typeof intAsOf]>;

/**
 * The marks at which the life of a ticket is cut: its opening, every message and change of state since, the first reply as the list has it
 * where the log has none as early, and its end where somebody knows it.
 */
export const ticketMarks = (db: QueryCreator<any>) =>
  (db as QueryCreator<Read>)
    .with("messages", (db) =>
      db
        .selectFrom("int_ticket_event")
        .innerJoin("int_ticket", "int_ticket.ticket_id", "int_ticket_event.ticket_id")
        .whereRef("happened_at", ">=", "opened_at")
        .where(({ref}) =>
          s.either(
            s.compare(ref("action"), "=", s.text("public_reply")),
            s.compare(ref("action"), "=", s.text("customer_reply")),
            s.both(s.isKnown(ref("to_state")), s.not(s.compare(ref("action"), "=", s.text("created"))))
          )
        )
        .select(({ref}) => [
          "int_ticket_event.ticket_id",
          ref("happened_at").as("at"),
          s.num(1).as("place"),
          "position",
          ref("action").$castTo<StepAction>().as("action"),
          ref("to_state").as("state")
        ])
    )
    .with("replied", (db) =>
      db
        .selectFrom("messages")
        .where("action", "=", "public_reply")
        .groupBy("ticket_id")
        .select(({ref}) => ["ticket_id as replied_ticket_id", s.min(ref("at")).as("replied_at")])
    )
    .with("marks", (db) =>
      db
        .selectFrom("messages")
        .selectAll()
        .unionAll(
          db
            .selectFrom("int_ticket")
            .select(({ref}) => [
              "ticket_id",
              ref("opened_at").as("at"),
              s.num(0).as("place"),
              s.num(0).as("position"),
              s.text("opened").$castTo<StepAction>().as("action"),
              s.text("new").$castTo<TicketState | null>().as("state")
            ])
        )
        .unionAll(
          db
            .selectFrom("stg_tickets")
            .leftJoin("replied", "replied_ticket_id", "ticket_id")
            .crossJoin("int_as_of")
            .where("first_reply_hours", "is not", null)
            .where(({ref}) => s.compare(listedReply(ref), "<=", ref("as_of_at")))
            .where(({ref}) => s.coalesce(s.compare(listedReply(ref), "<", ref("replied_at")), s.yes))
            .select(({ref}) => [
              "ticket_id",
              listedReply(ref).as("at"),
              s.num(1).as("place"),
              s.num(0).as("position"),
              s.text("public_reply").$castTo<StepAction>().as("action"),
              s.nothing<TicketState>("varchar").as("state")
            ])
        )
        .unionAll(
          db
            .selectFrom("int_ticket")
            .crossJoin("int_as_of")
            .where(({ref}) => s.either(ref("is_open"), s.isKnown(ref("solved_at"))))
            .select(({ref}) => [
              "ticket_id",
              s.greatest(s.coalesce(ref("solved_at"), ref("as_of_at")), ref("opened_at")).as("at"),
              s.num(2).as("place"),
              s.num(0).as("position"),
              s.text("end").$castTo<StepAction>().as("action"),
              s.nothing<TicketState>("varchar").as("state")
            ])
        )
    )
    .selectFrom("marks")
    .selectAll() as unknown as SelectQueryBuilder<any, any, Mark>;

/** The first reply as the list has it: so many hours after the opening. */
const listedReply = (ref: (name: any) => s.Value<any>) =>
  s.addSeconds(ref("opened_at"), s.round(s.multiply(ref("first_reply_hours"), s.num(3600))));
