import {csv} from "./csv.ts";

const text = (cell: Element): string => (cell.textContent ?? "").replace(/\s+/g, " ").trim();

/** What a table of the page shows, in its order, as CSV; `extra` columns such as as_of and filter close every row. */
export function tableCsv(table: HTMLTableElement, extra: Readonly<Record<string, string>> = {}): string {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(text);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const data = rows.filter((row) => row.cells.length === heads.length).map((row) => [...row.cells].map(text));
  return csv(
    [...heads, ...Object.keys(extra)],
    data.map((row) => [...row, ...Object.values(extra)])
  );
}
