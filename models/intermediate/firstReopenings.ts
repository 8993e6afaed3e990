import type {QueryCreator} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {intTicketEvent} from "./int_ticket_event.ts";

/** When tickets were opened again for the first time, as far as the log tells: a relation of reopened_id and reopened_at. */
export const firstReopenings = (engine: QueryCreator<any>) => {
  const db = engine as QueryCreator<Database<readonly [typeof intTicketEvent]>>;
  return db
    .selectFrom(
      db
        .selectFrom("int_ticket_event")
        .where("to_state", "is not", null)
        .select(({ref}) => [
          "ticket_id",
          "happened_at",
          "to_state",
          s
            .ordered(s.lag(ref("to_state")), {partitionBy: [ref("ticket_id")], orderBy: [ref("position")]})
            .as("before_state")
        ])
        .as("states")
    )
    .where("before_state", "in", ["solved", "closed"])
    .where("to_state", "in", ["new", "open", "waiting", "on_hold"])
    .groupBy("ticket_id")
    .select(({ref}) => [ref("ticket_id").as("reopened_id"), s.min(ref("happened_at")).as("reopened_at")]);
};
