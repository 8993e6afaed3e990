import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {stgTickets} from "../staging/stg_tickets.ts";
import type {intTicket} from "./int_ticket.ts";
import type {intTicketClock} from "./int_ticket_clock.ts";
import type {Promised, Run} from "./ticketPromises.ts";

/** The end of a ticket, where it is known. */
export interface End {
  end_ticket_id: string;
  runs_at_end: boolean;
  end_at: Date;
  end_total: number;
  end_position: number;
}

type Read = Database<readonly [typeof intTicket, typeof intTicketClock, typeof stgTickets]> & {
  promised: Promised;
  ends: End;
};

/**
 * The clocks of first replies, one row per ticket with such a target whose reply is known, or that somebody would know: of a ticket without
 * a reply the log names replies, or the list has it and tells the first reply of others. Over `promised` and `ends`.
 */
export const firstReplyRuns = (db: QueryCreator<any>) =>
  (db as QueryCreator<Read>)
    .with("told", (db) =>
      db
        .selectFrom("stg_tickets")
        .select(({ref}) => s.coalesce(s.anyTrue(s.isKnown(ref("first_reply_hours"))), s.no).as("list_tells_replies"))
    )
    .selectFrom("promised")
    .innerJoin("int_ticket_clock as clock", "clock.ticket_id", "promised.ticket_id")
    .leftJoin("ends", "end_ticket_id", "promised.ticket_id")
    .crossJoin("told")
    .where("first_reply_target", "is not", null)
    .where(({ref}) =>
      s.either(
        s.isKnown(ref("first_reply_at")),
        s.both(
          s.isKnown(ref("end_at")),
          s.either(s.both(ref("is_listed"), ref("list_tells_replies")), s.isKnown(ref("agent_replies")))
        )
      )
    )
    .select(({ref}) => {
      const work = s.coalesce(
        s.multiply(ref("first_reply_work_minutes"), s.num(60)),
        s.toDouble(s.subtract(ref("end_total"), ref("opened_total")))
      );
      const elapsed = s.coalesce(
        s.multiply(ref("first_reply_minutes"), s.num(60)),
        s.toDouble(s.secondsBetween(ref("opened_at"), ref("end_at")))
      );
      return [
        "promised.ticket_id",
        s.text("first_reply").as("target"),
        "priority",
        "is_business",
        ref("first_reply_target").as("target_seconds"),
        s.round(s.when(ref("is_business"), work, elapsed)).as("spent_seconds"),
        ref("opened_at").as("run_from_at"),
        ref("opened_total").as("run_total"),
        s.toBigint(s.num(0)).as("run_before"),
        s.both(ref("is_open"), s.isNull(ref("first_reply_at"))).as("is_running"),
        s.no.as("is_paused")
      ];
    }) as unknown as SelectQueryBuilder<any, any, Run>;
