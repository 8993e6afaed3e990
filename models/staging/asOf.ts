import type {Expression} from "kysely";
import type {Settings} from "../settings.ts";
import {coalesce, compare, num, onlyWhen, ratio, secondsBetween, timestamp, yes} from "../sql.ts";

type Instant = Expression<Date | null>;

/** The configured as_of as a literal; null where the last event decides. */
export const configuredAsOf = ({asOf}: Settings) => (asOf ? timestamp(asOf.replace("T", " ").replace("Z", "")) : null);

/** Whether an event had happened at the configured as_of; always true where none is configured. */
export function happened(at: Instant, settings: Settings) {
  const end = configuredAsOf(settings);
  return end ? compare(at, "<=", end) : yes;
}

/** Whether an event had happened at the configured as_of or nobody says when it did. */
export const mayHaveHappened = (at: Instant, settings: Settings) =>
  configuredAsOf(settings) ? coalesce(happened(at, settings), yes) : yes;

/** Whether what took so many minutes from a start was over at the configured as_of. */
export function happenedWithin(minutes: Expression<number | null>, from: Instant, settings: Settings) {
  const end = configuredAsOf(settings);
  return end ? compare(minutes, "<=", ratio(secondsBetween(from, end), num(60))) : yes;
}

/** The instant, or null where it lay ahead at the configured as_of. */
export function soFar<T extends Date | null>(at: Expression<T>, settings: Settings) {
  return onlyWhen(happened(at, settings), at);
}
