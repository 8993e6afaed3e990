import {group, sum} from "d3";
import {outside} from "../../../models/marts/outsideSegments.ts";
import type {Moves} from "./moves.ts";
import {wayOf, type Scores} from "./movesTable.ts";
import type {MoveRow} from "./rows.ts";

const ways = ["up", "level", "stayed", "down", "new", "returned", "gone"] as const;

/** How many customers of two days moved which way. */
export interface UpDown {
  counts: Readonly<Record<(typeof ways)[number], number>>;
  /** Counts are in whole tens, so that they give no withheld cell of the matrix away. */
  isRounded: boolean;
}

const wayIn = (scores: Scores, {from_segment: from, to_segment: to}: MoveRow): (typeof ways)[number] => {
  if (to === outside.gone) return "gone";
  if (from === outside.new) return "new";
  return from === outside.returned ? "returned" : wayOf(scores, from, to);
};

/** How many moved up, down, in and out, for the days of a matrix; rounded to tens where anything of it is withheld. */
export function upDownOf(rows: readonly MoveRow[], moves: Moves, scores: Scores, minCell: number): UpDown {
  const own = rows.filter(({months_before}) => months_before === moves.months);
  const byWay = group(own, (row) => wayIn(scores, row));
  const exact = ways.map((way) => sum(byWay.get(way) ?? [], ({customers}) => customers));
  const isRounded =
    [moves.cells, moves.fromTotals, moves.toTotals].flat(2).includes(null) || exact.some((n) => n > 0 && n < minCell);
  const counts = ways.map((way, i) => [way, isRounded ? 10 * Math.round(exact[i]! / 10) : exact[i]!] as const);
  return {counts: Object.fromEntries(counts) as UpDown["counts"], isRounded};
}

/** The largest published moves of a way, as [from, to, customers]. */
export function largestMoves(
  moves: Moves,
  scores: Scores,
  way: "up" | "down",
  most: number
): [string, string, number][] {
  return moves.from
    .flatMap((from, i) =>
      moves.to.map((to, j): [string, string, number] => [from, to, moves.cells[i]![j]?.customers ?? 0])
    )
    .filter(([from, to, customers]) => customers > 0 && wayOf(scores, from, to) === way)
    .sort((a, b) => b[2] - a[2])
    .slice(0, most);
}
