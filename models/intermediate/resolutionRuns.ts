import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {End} from "./firstReplyRuns.ts";
import type {intTicketStep} from "./int_ticket_step.ts";
import type {Promised, Run} from "./ticketPromises.ts";

type Read = Database<readonly [typeof intTicketStep]> & {promised: Promised; ends: End};

/**
 * The clocks of resolutions, one row per ticket with such a target and a known end: the sum of the steps in which the clock runs, and the
 * last of them that began before the target was reached. Where an open ticket rests by its state now, but no event tells since when, its
 * clock stands at the target at most. Over `promised` and `ends`.
 */
export const resolutionRuns = (db: QueryCreator<any>) =>
  (db as QueryCreator<Read>)
    .with("running", (db) =>
      db
        .selectFrom("int_ticket_step as step")
        .innerJoin("ends", "end_ticket_id", "step.ticket_id")
        .innerJoin("promised", "promised.ticket_id", "step.ticket_id")
        .where("is_running", "=", true)
        .where("resolution_target", "is not", null)
        .whereRef("position", "<", "end_position")
        .select(({ref}) => {
          const spent = s.when(ref("is_business"), ref("work_seconds_within"), ref("elapsed_seconds"));
          return [
            "step.ticket_id",
            "position",
            "step_from_at",
            "work_seconds",
            "resolution_target",
            spent.as("spent"),
            s
              .coalesce(
                s.before(s.sum(spent), {partitionBy: [ref("step.ticket_id")], orderBy: [ref("position")]}),
                s.num(0)
              )
              .as("spent_before")
          ];
        })
    )
    .with("spent", (db) =>
      db
        .selectFrom("running")
        .groupBy("ticket_id")
        .select(({ref}) => {
          const isInTime = s.compare(ref("spent_before"), "<", ref("resolution_target"));
          const last = <T>(x: s.Value<T>) => s.latest(x, s.onlyWhen(isInTime, ref("position")));
          return [
            "ticket_id as spent_ticket_id",
            s.sum(ref("spent")).as("spent_seconds"),
            last(ref("step_from_at")).as("run_from_at"),
            last(ref("work_seconds")).as("run_total"),
            last(ref("spent_before")).as("run_before")
          ];
        })
    )
    .selectFrom("promised")
    .innerJoin("spent", "spent_ticket_id", "promised.ticket_id")
    .innerJoin("ends", "end_ticket_id", "promised.ticket_id")
    .select(({ref}) => {
      const spent = s.toDouble(ref("spent_seconds"));
      const restsUntold = s.both(ref("is_open"), ref("rests_now"), ref("runs_at_end"));
      return [
        "promised.ticket_id",
        s.text("resolution").as("target"),
        "priority",
        "is_business",
        ref("resolution_target").as("target_seconds"),
        s.when(restsUntold, s.least(spent, s.toDouble(ref("resolution_target"))), spent).as("spent_seconds"),
        "run_from_at",
        "run_total",
        s.toBigint(ref("run_before")).as("run_before"),
        ref("is_open").as("is_running"),
        s.both(ref("is_open"), s.either(s.not(ref("runs_at_end")), ref("rests_now"))).as("is_paused")
      ];
    }) as unknown as SelectQueryBuilder<any, any, Run>;
