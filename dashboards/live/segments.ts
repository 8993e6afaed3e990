import {csv, csvName, type CsvValue} from "./csv.ts";
import {download} from "./download.ts";

/** The segment table as plain values. */
export interface SegmentsStart {
  asOf: string;
  columns: readonly string[];
  rows: readonly (readonly CsvValue[])[];
}

/** The segment table can be taken away as CSV. */
export function start({asOf, columns, rows}: SegmentsStart): void {
  document.querySelector("[data-action=csv]")?.addEventListener("click", () => {
    const lines = rows.map((row) => [...row, asOf, ""]);
    download(csvName("segments", asOf), csv([...columns, "as_of", "filter"], lines));
  });
}
