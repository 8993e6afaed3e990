import type {CalendarSettings} from "../settings.ts";
import {piecesOf} from "./dayPieces.ts";
import {offsetSpans} from "./zoneOffsets.ts";

/** Working time in UTC, seconds since 1970, `to` excluded. */
export interface WorkSpan {
  from: number;
  to: number;
}

const daylong = 86_400;

/**
 * The working time within from … to (whole seconds), as disjoint spans in order.
 *
 * An instant is working time where the wall clock of a version's zone shows, on a day on which that version holds, a time within one
 * of the day's pieces. So an hour that summer time leaves out is not worked, and one that winter time repeats is worked twice. Outside
 * every version nobody works.
 */
export function workSpans(calendar: readonly CalendarSettings[], from: number, to: number): WorkSpan[] {
  const found: WorkSpan[] = [];
  for (const version of calendar) {
    const reach = boundsOf(version, from, to);
    for (const {from: start, to: end, ahead} of offsetSpans(version.zone, reach.from, reach.to)) {
      const lastDay = Math.floor((end - 1 + ahead) / daylong);
      for (let day = Math.floor((start + ahead) / daylong); day <= lastDay; day++) {
        for (const piece of piecesOf(version, day)) {
          const [a, b] = [day * daylong + piece.from - ahead, day * daylong + piece.to - ahead];
          if (Math.min(b, end) > Math.max(a, start)) found.push({from: Math.max(a, start), to: Math.min(b, end)});
        }
      }
    }
  }
  return merged(found);
}

/** What of from … to can lie in a version: two days wider than its own days, for no clock is that far from UTC. */
function boundsOf(version: CalendarSettings, from: number, to: number): WorkSpan {
  const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 1000;
  const start = version.from === null ? from : Math.max(from, at(version.from) - 2 * daylong);
  const end = version.to === null ? to : Math.min(to, at(version.to) + 3 * daylong);
  return {from: start, to: Math.max(start, end)};
}

function merged(spans: readonly WorkSpan[]): WorkSpan[] {
  const result: WorkSpan[] = [];
  for (const {from, to} of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({from, to});
  }
  return result;
}
