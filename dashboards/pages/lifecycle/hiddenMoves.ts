import {isWithheld} from "../../withheld.ts";
import {withheldFlows, type Flow} from "../../withheldFlows.ts";
import {buyers, ordered, type Before} from "./stageTones.ts";

/** Totals of the rows and columns of a matrix of moves, and which of them are withheld elsewhere. */
interface Totals {
  rows: readonly number[];
  columns: readonly number[];
  hiddenRows: readonly boolean[];
  hiddenColumns: readonly boolean[];
}

const isStage = (origin: Before): boolean => (ordered as readonly Before[]).includes(origin);

/**
 * Which cells and row totals of a matrix of moves may not be shown, where the totals of stages are known from elsewhere; null where
 * nothing would hide them. Where first orders are too few, the totals of the first day are not known: monthsOf leaves such days out.
 */
export function hiddenMoves(
  from: readonly Before[],
  cells: readonly (readonly number[])[],
  totals: Totals,
  minCell: number
): {cells: boolean[][]; rows: boolean[]} | null {
  const flow = (start: string, end: string, customers: number, hidden?: boolean): Flow => ({
    from: start,
    to: end,
    customers,
    isWithheld: hidden ?? isWithheld(customers, minCell),
    isFixed: hidden !== undefined
  });
  const buyersOf = (totals: readonly number[], lines: readonly Before[]) =>
    lines.reduce((sum, line, i) => sum + ((buyers as readonly Before[]).includes(line) ? totals[i]! : 0), 0);
  const isKnown = !isWithheld(buyersOf(totals.columns, ordered) - buyersOf(totals.rows, from), minCell);
  const flows = withheldFlows([
    ...cells.flatMap((row, i) => row.map((n, j) => flow(`row ${i}`, `column ${j}`, n))),
    ...from.map((origin, i) =>
      isStage(origin) && isKnown
        ? flow(`row ${i}`, "rows", totals.rows[i]!, totals.hiddenRows[i])
        : flow(`row ${i}`, "outside", totals.rows[i]!)
    ),
    ...totals.columns.map((n, j) => flow(`column ${j}`, "columns", n, totals.hiddenColumns[j]))
  ]);
  const width = ordered.length;
  return (
    flows && {
      cells: cells.map((_, i) => flows.slice(i * width, (i + 1) * width)),
      rows: flows.slice(cells.length * width, cells.length * width + from.length)
    }
  );
}
