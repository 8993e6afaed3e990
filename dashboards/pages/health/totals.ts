import {sum} from "d3";
import type {CheckRow, LoadRow, PastLoadRow} from "./rows.ts";

/** The whole ledger in numbers. */
export interface Totals {
  /** Distinct files. */
  files: number;
  /** Files as sources read them; a file that two sources read counts twice, its rows too. */
  loads: number;
  sources: number;
  read: number;
  loaded: number;
  rejected: number;
  setAside: number;
  /** Rows read are loaded, rejected or set aside. */
  addsUp: boolean;
  /** Files that could not be loaded. */
  refusedFiles: number;
  checks: number;
  failed: CheckRow[];
  lastEvent: Date | null;
  loadedAt: Date | null;
}

const latest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((a, b) => (a && (!b || a >= b) ? a : b), null);

/** Sums the loads and counts the checks. */
export function totalsOf(loads: readonly LoadRow[], checks: readonly CheckRow[], past: readonly PastLoadRow[]): Totals {
  const read = sum(loads, (row) => row.rows_read);
  const loaded = sum(loads, (row) => row.rows_loaded);
  const rejected = sum(loads, (row) => row.rows_rejected);
  const setAside = sum(loads, (row) => row.rows_set_aside);
  return {
    files: new Set(loads.map(({file}) => file)).size,
    loads: loads.length,
    sources: new Set(loads.map(({source}) => source)).size,
    read,
    loaded,
    rejected,
    setAside,
    addsUp: read === loaded + rejected + setAside,
    refusedFiles: new Set(past.filter(({status}) => status === "failed").map(({file}) => file)).size,
    checks: checks.length,
    failed: checks.filter((row) => !row.is_passed),
    lastEvent: latest(loads.map((row) => row.last_event_at)),
    loadedAt: latest(loads.map((row) => row.loaded_at))
  };
}
