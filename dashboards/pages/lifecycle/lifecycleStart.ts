import type {CsvValue} from "../../live/csv.ts";
import type {Context} from "../../context.ts";
import type {Period} from "./periods.ts";
import {ordered} from "./stageTones.ts";

/** What the browser code of the page starts with: the periods, as far as they may be published. */
export interface LifecycleStart {
  periods: Period[];
  minCell: number;
  asOf: string;
  lang: Context["lang"];
  currency: string;
  /** Address of the customers page, without filters. */
  customers: string;
}

export const startOf = (periods: Period[], c: Context): LifecycleStart => ({
  periods,
  minCell: c.minCell,
  asOf: c.f.iso(c.asOf),
  lang: c.lang,
  currency: c.currency,
  customers: c.href("/customers")
});

/** The moves of a period for the CSV: one line per pair of stages with anybody in it; empty where withheld. */
export function movesCsv({from, to, rows}: Period): {columns: string[]; rows: CsvValue[][]} {
  return {
    columns: ["from_on", "to_on", "from_stage", "to_stage", "customers"],
    rows: rows.flatMap((row) =>
      row.cells.flatMap((n, i): CsvValue[][] => (n === 0 ? [] : [[from, to, row.from, ordered[i]!, n]]))
    )
  };
}
