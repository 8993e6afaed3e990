import {foldedParts, isWithheld} from "../../withheld.ts";
import {cellSize} from "./cellSize.ts";
import type {CauseRow} from "./rows.ts";

/** A category of complaints with its parts, most frequent first; parts that are small or rare stand together under "others". */
export interface Cause {
  category: string;
  row: CauseRow;
  parts: CauseRow[];
  /** Tickets of parts that are not shown. */
  rest: number;
}

/** Categories, and parts of each, that travel with the page. */
const [CATEGORIES, PARTS] = [60, 12];

/** Categories in their order; one of too few customers is left out; such parts are counted together, so that none is told. None where no ticket names its category. */
export function causesOf(rows: readonly CauseRow[], minCell: number): Cause[] {
  if (rows.every(({category}) => category === "unknown")) return [];
  return rows
    .filter((row) => row.subcategory === "all" && row.tickets > 0 && !isWithheld(cellSize(row), minCell))
    .toSorted((a, b) => b.tickets - a.tickets || a.category.localeCompare(b.category))
    .slice(0, CATEGORIES)
    .map((row) => {
      const inside = rows.filter((one) => one.category === row.category && one.subcategory !== "all");
      const parts = inside.some((one) => one.subcategory !== "unknown") ? inside : [];
      const folded = foldedParts(parts.map(cellSize), minCell);
      const shown = parts
        .filter((_, i) => !folded[i])
        .toSorted((a, b) => b.tickets - a.tickets)
        .slice(0, PARTS);
      return {
        category: row.category,
        row,
        parts: shown,
        rest: parts.reduce((sum, one) => sum + one.tickets, 0) - shown.reduce((sum, one) => sum + one.tickets, 0)
      };
    });
}
