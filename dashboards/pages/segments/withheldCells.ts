import {group} from "d3";
import type {CellRow} from "./rows.ts";
import {withheldParts} from "../../withheld.ts";

/** Cells whose count is withheld; none can be had from the total of its segment. */
export function withheldCells(cells: readonly CellRow[], minCell: number): Set<CellRow> {
  const bySegment = group(cells, (cell) => cell.segment);
  const found = [...bySegment.values()].flatMap((own) => {
    const parts = withheldParts(
      own.map((cell) => cell.customers),
      minCell
    );
    return own.filter((_, i) => parts[i]);
  });
  return new Set(found);
}
