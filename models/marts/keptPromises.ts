import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {intTicketTarget} from "../intermediate/int_ticket_target.ts";

/** Whether the promises of a ticket were kept; null where none was made, or an open ticket still has time. */
interface Kept {
  kept_ticket_id: string;
  first_reply_kept: boolean | null;
  resolution_kept: boolean | null;
}

/** Promises kept and broken, one row per ticket with a target. */
export const keptPromises = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intTicketTarget]>>)
    .selectFrom("int_ticket_target")
    .groupBy("ticket_id")
    .select(({ref}) => {
      const isDecided = s.either(ref("is_breached"), s.not(ref("is_running")));
      const kept = (target: string) =>
        s.anyTrue(
          s.onlyWhen(s.both(isDecided, s.compare(ref("target"), "=", s.text(target))), s.not(ref("is_breached")))
        );
      return [
        "ticket_id as kept_ticket_id",
        kept("first_reply").as("first_reply_kept"),
        kept("resolution").as("resolution_kept")
      ];
    }) as unknown as SelectQueryBuilder<any, any, Kept>;
