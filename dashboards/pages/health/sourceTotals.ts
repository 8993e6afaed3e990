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
  /** The newest file has fewer or more rows a day than any earlier one. */
  isUnusual: boolean;
  /** A hundredth of its rows or more was rejected. */
  isLossy: boolean;
}

const UNKNOWN_RHYTHM = 31;
const SHORTEST = 7;
const LOSS = 0.01;

/** Whether a source asks for a look: late, unusual, or with notable losses. */
export const standsOut = ({isLate, isUnusual, isLossy}: SourceTotals): boolean => isLate || isUnusual || isLossy;

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
  const volume =
    earlier.length > 2 ? {last: sizes.at(-1)!, low: Math.min(...earlier), high: Math.max(...earlier)} : null;
  const read = sum(rows, (row) => row.rows_read);
  const rejected = sum(rows, (row) => row.rows_rejected);
  return {
    source,
    kind: rows[0]!.kind,
    files: rows.length,
    read,
    loaded: sum(rows, (row) => row.rows_loaded),
    rejected,
    setAside: sum(rows, (row) => row.rows_set_aside),
    seconds: sum(rows, (row) => row.seconds),
    loadedAt: max(rows, (row) => row.loaded_at)!,
    lastEvent,
    usualDays,
    isLate:
      lastEvent !== null &&
      daysBetween(lastEvent, asOf) > (usualDays === null ? UNKNOWN_RHYTHM : Math.max(SHORTEST, 1.5 * usualDays)),
    volume,
    isUnusual: volume !== null && (volume.last < volume.low || volume.last > volume.high),
    isLossy: rejected > 0 && rejected >= LOSS * read
  };
}
