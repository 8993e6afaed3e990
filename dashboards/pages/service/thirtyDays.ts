import type {BacklogRow} from "./rows.ts";

/** The backlog thirty days before the last day; undefined where history is shorter. */
export const thirtyDaysBefore = (backlog: readonly BacklogRow[]): BacklogRow | undefined =>
  backlog.toSorted((a, b) => +a.backlog_on - +b.backlog_on).at(-31);
