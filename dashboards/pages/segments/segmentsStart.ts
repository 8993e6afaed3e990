import type {Context} from "../../context.ts";
import {movesOf, type Moves} from "./moves.ts";
import type {Scores} from "./movesTable.ts";
import type {MonthRow, MoveRow, SegmentRow} from "./rows.ts";
import {segmentCsv} from "./segmentCsv.ts";
import {largestMoves, upDownOf} from "./upDown.ts";
import type {UpDownData} from "./upDownBody.ts";

/** What the browser code of the page starts with; nothing in it is withheld on the page. */
export interface SegmentsStart {
  asOf: string;
  lang: Context["lang"];
  currency: string;
  /** Address of the customers of a segment, whose name is to be put at its end. */
  customers: string;
  /** The segment table for the CSV. */
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  moves: readonly Moves[];
  scores: Scores;
  /** For each of `moves`. */
  upDown: readonly UpDownData[];
}

/** How many of the largest moves are told each way. */
const told = 3;

export function segmentsStart(
  {segments, months, moved}: {segments: readonly SegmentRow[]; months: readonly MonthRow[]; moved: readonly MoveRow[]},
  c: Context
): SegmentsStart {
  const scores = Object.fromEntries(segments.map(({segment, mean_score}) => [segment, mean_score]));
  const moves = movesOf(moved, segments, c.minCell);
  return {
    asOf: c.f.iso(c.asOf),
    lang: c.lang,
    currency: c.currency,
    customers: c.href("/customers", {segment: ""}),
    ...segmentCsv(segments, months, c.minCell),
    moves,
    scores,
    upDown: moves.map((one) => ({
      ...upDownOf(moved, one, scores, c.minCell),
      up: largestMoves(one, scores, "up", told),
      down: largestMoves(one, scores, "down", told)
    }))
  };
}
