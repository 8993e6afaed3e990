import type {Expression} from "kysely";
import type {Settings} from "../settings.ts";
import {compare, onlyWhen, timestamp, yes} from "../sql.ts";

type Instant = Expression<Date | null>;

/** The configured as_of as a literal; null where the last event decides. */
export const configuredAsOf = ({asOf}: Settings) =>
  asOf ? timestamp(new Date(asOf).toISOString().slice(0, -1).replace("T", " ")) : null;

/** Whether an event had happened at the configured as_of; always true where none is configured. */
export function happened(at: Instant, settings: Settings) {
  const end = configuredAsOf(settings);
  return end ? compare(at, "<=", end) : yes;
}

/** The instant, or null where it lay ahead at the configured as_of. */
export function soFar<T extends Date | null>(at: Expression<T>, settings: Settings) {
  return onlyWhen(happened(at, settings), at);
}
