import {csv, csvName, type CsvValue} from "./csv.ts";
import {download} from "./download.ts";

/** A table to take away: columns, and rows of plain values in the order shown. */
export interface TakenTable {
  columns: readonly string[];
  rows: readonly (readonly CsvValue[])[];
}

/** Hands a table to the reader as CSV; as_of and the query of the page stand in every row. */
export const takeTable = (subject: string, {columns, rows}: TakenTable, asOf: string, filter = ""): void =>
  download(
    csvName(subject, asOf),
    csv(
      [...columns, "as_of", "filter"],
      rows.map((row) => [...row, asOf, filter])
    )
  );
