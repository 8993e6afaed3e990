import type {Expression, QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import type {Priority, ServiceSettings} from "../settings.ts";
import * as s from "../sql.ts";
import type {intTicket} from "./int_ticket.ts";
import type {intTicketStep} from "./int_ticket_step.ts";

type Target = ServiceSettings["targets"][number];

/** A ticket with what was promised for it, in seconds; null where nothing was. */
export interface Promised {
  ticket_id: string;
  priority: Priority | null;
  is_open: boolean;
  is_listed: boolean;
  /** The state that it has now is one in which the clock rests. */
  rests_now: boolean;
  opened_at: Date;
  /** Working seconds of the calendar up to its opening. */
  opened_total: number;
  is_business: boolean | null;
  first_reply_target: number | null;
  resolution_target: number | null;
}

/** One clock of a ticket: what it may take, what it has taken, and the last stretch that began before that was reached. */
export interface Run {
  ticket_id: string;
  target: string;
  priority: Priority | null;
  is_business: boolean;
  target_seconds: number;
  spent_seconds: number;
  run_from_at: Date;
  run_total: number;
  /** Seconds on the clock before that stretch. */
  run_before: number;
  is_running: boolean;
  is_paused: boolean;
}

/**
 * The tickets with the targets of the priority with which they began, else those for all others, one row per ticket; discarded ones have
 * none, nor have targets in working hours those that were opened when no version of the calendar held.
 */
export const promisedTickets = (db: QueryCreator<any>, service: ServiceSettings) =>
  (db as QueryCreator<Database<readonly [typeof intTicket, typeof intTicketStep]>>)
    .selectFrom("int_ticket")
    .innerJoin("int_ticket_step as step", (on) =>
      on.onRef("step.ticket_id", "=", "int_ticket.ticket_id").on("action", "=", "opened")
    )
    .where("is_discarded", "=", false)
    .select(({ref}) => {
      const isCovered = isCalendarDay(ref("opened_at"), service);
      const of = <T>(say: (target: Target) => s.Value<T>, none: s.Value<T>) =>
        targetOf(ref("priority"), service, say, none);
      const seconds = (minutes: number | null) =>
        minutes === null ? s.nothing<number>("bigint") : s.toBigint(s.num(60 * minutes));
      const counted = (clock: Target["clock"], minutes: number | null): s.Value<number | null> =>
        clock === "business" ? s.onlyWhen(isCovered, seconds(minutes)) : seconds(minutes);
      return [
        "int_ticket.ticket_id",
        "priority",
        "is_open",
        "is_listed",
        s
          .either(...restingStates.map((state) => s.compare(ref("int_ticket.ticket_state"), "=", s.text(state))))
          .as("rests_now"),
        "opened_at",
        ref("work_seconds").as("opened_total"),
        of(({clock}) => (clock === "business" ? s.yes : s.no), s.nothing<boolean>("boolean") as s.Value<boolean>).as(
          "is_business"
        ),
        of(({clock, firstReplyMinutes}) => counted(clock, firstReplyMinutes), seconds(null)).as("first_reply_target"),
        of(({clock, resolutionMinutes}) => counted(clock, resolutionMinutes), seconds(null)).as("resolution_target")
      ];
    }) as unknown as SelectQueryBuilder<any, any, Promised>;

const restingStates = ["waiting", "on_hold"] as const;

/** Whether a version of the calendar holds on the day that its clocks show at an instant. */
const isCalendarDay = (at: s.Value<Date>, {calendars}: ServiceSettings): s.Value<boolean> =>
  calendars.some(({from, to}) => from === null && to === null)
    ? s.yes
    : s.either(
        ...calendars.map(({zone, from, to}) => {
          const day = s.day(s.local(at, zone));
          return s.both(
            s.yes,
            ...(from === null ? [] : [s.compare(day, ">=", s.date(from))]),
            ...(to === null ? [] : [s.compare(day, "<=", s.date(to))])
          );
        })
      );

/** What the target of a priority says: its own, else the one for all others, else none. */
function targetOf<T>(
  priority: Expression<Priority | null>,
  {targets}: ServiceSettings,
  say: (target: Target) => s.Value<T>,
  none: s.Value<T>
): s.Value<T> {
  const others = targets.find(({priority}) => priority === null);
  return targets
    .filter((target) => target.priority !== null)
    .reduceRight<s.Value<T>>(
      (otherwise, target) => s.when(s.compare(priority, "=", s.text(target.priority!)), say(target), otherwise),
      others ? say(others) : none
    );
}
