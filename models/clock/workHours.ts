import type {WorkSpan} from "./workSpans.ts";

const hour = 3600;

/** A stretch of a calendar within one hour of UTC, all of it working time or none; seconds since 1970. */
export interface WorkHour {
  from: number;
  to: number;
  /** Working seconds from the beginning of the calendar to `from`. */
  before: number;
  isWorking: boolean;
}

/**
 * A calendar from … to (whole hours) cut where work begins or ends, at every full hour of UTC and at every full hour of work done.
 *
 * So an instant finds its stretch by its hour alone or nearly so, and an amount of work finds the instant at which it is done.
 */
export function workHours(spans: readonly WorkSpan[], from: number, to: number): WorkHour[] {
  const found: WorkHour[] = [];
  let [at, before] = [from, 0];
  const fill = (until: number, isWorking: boolean) => {
    while (at < until) {
      const nextHour = at - (at % hour) + hour;
      const nextWork = isWorking ? at + hour - (before % hour) : Infinity;
      const end = Math.min(until, nextHour, nextWork);
      found.push({from: at, to: end, before, isWorking});
      if (isWorking) before += end - at;
      at = end;
    }
  };
  for (const span of spans) {
    fill(span.from, false);
    fill(span.to, true);
  }
  fill(to, false);
  return found;
}
