import {group, sum} from "d3";
import {outside} from "../../../models/marts/outsideSegments.ts";
import {isWithheld, withheldParts} from "../../withheld.ts";
import {withheldFlows, type Flow} from "../../withheldFlows.ts";
import type {MoveRow, SegmentRow} from "./rows.ts";

/** Customers with their net revenue in the window then and now. */
export interface Moved {
  customers: number;
  before: number;
  after: number;
}

/** Who moved between two days, as it may be published: null is withheld. */
export interface Moves {
  /** Month ends between the days. */
  months: number;
  /** ISO days. */
  fromOn: string;
  toOn: string;
  /** Names of the rows: the segments, then (new) and (returned) where there are any. */
  from: readonly string[];
  /** Names of the columns: the segments, then (gone) where there are any. */
  to: readonly string[];
  /** [row][column] */
  cells: readonly (readonly (Moved | null)[])[];
  fromTotals: readonly (Moved | null)[];
  toTotals: readonly (Moved | null)[];
}

type Part = "customers" | "net_revenue_before" | "net_revenue_after";

const total = (rows: readonly MoveRow[]): Moved => {
  const of = (part: Part) => sum(rows, (row) => row[part]);
  const money = (part: Part) => Math.round(of(part) * 1e4) / 1e4;
  return {customers: of("customers"), before: money("net_revenue_before"), after: money("net_revenue_after")};
};

/** The matrices of moves, the shortest time first. One in which something cannot be withheld safely is left out. */
export function movesOf(
  rows: readonly MoveRow[],
  segments: readonly Pick<SegmentRow, "segment" | "position">[],
  minCell: number
): Moves[] {
  const names = segments.toSorted((a, b) => a.position - b.position).map(({segment}) => segment);
  return [...group(rows, (row) => row.months_before)]
    .sort(([a], [b]) => a - b)
    .flatMap(([, own]) => matrixOf(own, names, minCell) ?? []);
}

function matrixOf(rows: readonly MoveRow[], names: readonly string[], minCell: number): Moves | null {
  const from = [
    ...names,
    ...[outside.new, outside.returned].filter((name) => rows.some((r) => r.from_segment === name))
  ];
  const to = [...names, ...[outside.gone].filter((name) => rows.some((row) => row.to_segment === name))];
  const cellRows = from.map((a) => to.map((b) => rows.filter((r) => r.from_segment === a && r.to_segment === b)));
  const cells = cellRows.map((line) => line.map(total));
  const [fromTotals, toTotals] = [
    from.map((name) => total(rows.filter((row) => row.from_segment === name))),
    to.map((name) => total(rows.filter((row) => row.to_segment === name)))
  ];
  const sizes = (totals: readonly Moved[]) => totals.map(({customers}) => customers);
  const hidden = (totals: readonly Moved[]) => withheldParts(sizes(totals).slice(0, names.length), minCell);
  const line = (end: string, all: string, {customers}: Moved, isHidden: boolean | undefined): Flow => ({
    from: end,
    to: isHidden === undefined ? "outside" : all,
    customers,
    isWithheld: isHidden ?? isWithheld(customers, minCell),
    isFixed: isHidden !== undefined
  });
  const [hiddenRows, hiddenColumns] = [hidden(fromTotals), hidden(toTotals)];
  const withheld = withheldFlows([
    ...cells.flatMap((row, i) =>
      row.map(({customers}, j) => ({
        from: `row ${i}`,
        to: `column ${j}`,
        customers,
        isWithheld: isWithheld(customers, minCell)
      }))
    ),
    ...fromTotals.map((moved, i) => line(`row ${i}`, "rows", moved, hiddenRows[i])),
    ...toTotals.map((moved, j) => line(`column ${j}`, "columns", moved, hiddenColumns[j]))
  ]);
  const day = (on: Date) => on.toISOString().slice(0, 10);
  if (!withheld) return null;
  const at = (i: number, j: number) => i * to.length + j;
  const [rowsFrom, columnsFrom] = [at(from.length, 0), at(from.length, 0) + from.length];
  return {
    months: rows[0]!.months_before,
    fromOn: day(rows[0]!.from_on),
    toOn: day(rows[0]!.to_on),
    from,
    to,
    cells: cells.map((row, i) => row.map((moved, j) => (withheld[at(i, j)] ? null : moved))),
    fromTotals: fromTotals.map((moved, i) => (withheld[rowsFrom + i] ? null : moved)),
    toTotals: toTotals.map((moved, j) => (withheld[columnsFrom + j] ? null : moved))
  };
}
