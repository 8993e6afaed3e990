import type {martFeedbackGroup} from "../../../models/marts/mart_feedback_group.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Spark} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {difference, type Difference} from "../cohorts/intervals.ts";

/** Groups of answers to the NPS question, of which surveys, months and quarters are read. */
export type NpsRow = RowOf<typeof martFeedbackGroup>;

/** Fewer answers than this give no score. */
export const enoughAnswers = 30;

/** One round of answers to the NPS question. */
export interface Wave {
  name: string;
  nps: number;
  low: number;
  high: number;
  answers: number;
}

/** The last round that counts, against the one before, and the course of the score. */
export interface Nps {
  last: Wave;
  before: Wave | undefined;
  change: Difference | null;
  course: Spark;
}

/** Survey waves; where answers carry none, complete quarters over a course of months. Rounds of 30 answers and more count. */
export function npsOf(rows: readonly NpsRow[], {t}: Pick<Locale, "t">): Nps | undefined {
  const of = (dimension: NpsRow["dimension"]) =>
    rows
      .filter((row) => row.dimension === dimension)
      .toSorted((a, b) => +a.from_on - +b.from_on || a.value.localeCompare(b.value));
  const [waves, quarters] = [of("survey"), of("quarter").filter((row) => !row.is_partial)];
  const quarter = ({from_on: on}: NpsRow) =>
    t(`Q${quarterOf(on)} ${on.getUTCFullYear()}`, `${on.getUTCFullYear()}年第${quarterOf(on)}季度`);
  const round = (row: NpsRow): Wave => ({
    name: waves.length ? row.value : quarter(row),
    nps: row.score,
    low: row.low,
    high: row.high,
    answers: row.answers
  });
  const counted = (waves.length ? waves : quarters).map(round).filter(({answers}) => answers >= enoughAnswers);
  const [last, before] = [counted.at(-1), counted.at(-2)];
  if (!last) return undefined;
  const course = waves.length ? {values: counted.map(({nps}) => nps), base: 0} : monthly(of("month"));
  return {last, before, change: before ? between(last, before) : null, course};
}

const quarterOf = (on: Date): number => Math.floor(on.getUTCMonth() / 3) + 1;

/** The last thirteen months with 30 answers and more, of months in their order. */
function monthly(months: readonly NpsRow[]): Spark {
  const shown = months.filter(({answers}) => answers >= enoughAnswers).slice(-13);
  return {values: shown.map(({score}) => score), running: shown.at(-1)?.is_partial, base: 0};
}

/** The difference of two independent scores: their margins add in squares. */
function between(a: Wave, b: Wave): Difference {
  const margin = Math.hypot((a.high - a.low) / 2, (b.high - b.low) / 2);
  return difference(a.nps - b.nps, a.nps - b.nps - margin, a.nps - b.nps + margin);
}
