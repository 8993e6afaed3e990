import {groups, max, median, sum} from "d3";
import {daysBetween} from "./age.ts";
import type {LoadRow} from "./rows.ts";

/** One source over all of its files. */
export interface SourceTotals {
  source: string;
  kind: string;
  files: number;
  read: number;
  loaded: number;
  rejected: number;
  setAside: number;
  seconds: number;
  loadedAt: Date;
  lastEvent: Date | null;
  /** Silent for longer than its own rhythm allows, and for over a week; for over a month where it has no rhythm. */
  isLate: boolean;
  /** Usual days between the ends of its files; null under three files. */
  usualDays: number | null;
  /** Rows a day that its newest file covers, and the fewest and most of the earlier ones; null under four files. */
  volume: {last: number; low: number; high: number} | null;
}

const UNKNOWN_RHYTHM = 31;
const SHORTEST = 7;

/** Sums loads by source, in order of name. */
export const sourceTotals = (loads: readonly LoadRow[], asOf: Date): SourceTotals[] =>
  groups(loads, ({source}) => source)
    .map(([source, rows]) => totalsOfSource(source, rows, asOf))
    .sort((a, b) => (a.source < b.source ? -1 : 1));

function totalsOfSource(source: string, rows: readonly LoadRow[], asOf: Date): SourceTotals {
  const dated = rows
    .filter((row) => row.last_event_at !== null)
    .sort((a, b) => a.last_event_at!.getTime() - b.last_event_at!.getTime());
  const lastEvent = dated.at(-1)?.last_event_at ?? null;
  const gaps = dated.slice(1).map((row, i) => daysBetween(dated[i]!.last_event_at!, row.last_event_at!));
  const usualDays = gaps.length > 1 ? median(gaps)! : null;
  const sizes = dated.map((row) => row.rows_read / (daysBetween(row.first_event_at!, row.last_event_at!) + 1));
  const earlier = sizes.slice(0, -1);
  return {
    source,
    kind: rows[0]!.kind,
    files: rows.length,
    read: sum(rows, (row) => row.rows_read),
    loaded: sum(rows, (row) => row.rows_loaded),
    rejected: sum(rows, (row) => row.rows_rejected),
    setAside: sum(rows, (row) => row.rows_set_aside),
    seconds: sum(rows, (row) => row.seconds),
    loadedAt: max(rows, (row) => row.loaded_at)!,
    lastEvent,
    usualDays,
    isLate:
      lastEvent !== null &&
      daysBetween(lastEvent, asOf) > (usualDays === null ? UNKNOWN_RHYTHM : Math.max(SHORTEST, 1.5 * usualDays)),
    volume: earlier.length > 2 ? {last: sizes.at(-1)!, low: Math.min(...earlier), high: Math.max(...earlier)} : null
  };
}
