import type {martNpsMonth} from "../../../models/marts/mart_nps_month.ts";
import type {martNpsQuarter} from "../../../models/marts/mart_nps_quarter.ts";
import type {martNpsWave} from "../../../models/marts/mart_nps_wave.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Spark} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {difference, type Difference} from "../cohorts/intervals.ts";

/** The rows that scores are read from. */
export interface Answers {
  waves: readonly RowOf<typeof martNpsWave>[];
  quarters: readonly RowOf<typeof martNpsQuarter>[];
  months: readonly RowOf<typeof martNpsMonth>[];
}

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

type Scored = Answers["waves" | "quarters"][number];

const round = (name: string, row: Scored): Wave => ({
  name,
  nps: row.nps,
  low: row.nps_low,
  high: row.nps_high,
  answers: row.answers
});

/** Survey waves; where answers carry none, complete quarters over a course of months. Rounds of 30 answers and more count. */
export function npsOf({waves, quarters, months}: Answers, {t}: Pick<Locale, "t">): Nps | undefined {
  const quarter = (on: Date) =>
    t(`Q${quarterOf(on)} ${on.getUTCFullYear()}`, `${on.getUTCFullYear()}年第${quarterOf(on)}季度`);
  const rounds = waves.length
    ? waves
        .toSorted((a, b) => +a.first_on - +b.first_on || a.survey.localeCompare(b.survey))
        .map((row) => round(row.survey, row))
    : quarters
        .filter((row) => !row.is_partial)
        .toSorted((a, b) => +a.answered_quarter - +b.answered_quarter)
        .map((row) => round(quarter(row.answered_quarter), row));
  const counted = rounds.filter(({answers}) => answers >= enoughAnswers);
  const [last, before] = [counted.at(-1), counted.at(-2)];
  if (!last) return undefined;
  const course = waves.length ? {values: counted.map(({nps}) => nps), base: 0} : monthly(months);
  return {last, before, change: before ? between(last, before) : null, course};
}

const quarterOf = (on: Date): number => Math.floor(on.getUTCMonth() / 3) + 1;

/** The last thirteen months with 30 answers and more. */
function monthly(months: Answers["months"]): Spark {
  const shown = months
    .filter(({answers}) => answers >= enoughAnswers)
    .toSorted((a, b) => +a.answered_month - +b.answered_month)
    .slice(-13);
  return {values: shown.map(({nps}) => nps), running: shown.at(-1)?.is_partial, base: 0};
}

/** The difference of two independent scores: their margins add in squares. */
function between(a: Wave, b: Wave): Difference {
  const margin = Math.hypot((a.high - a.low) / 2, (b.high - b.low) / 2);
  return difference(a.nps - b.nps, a.nps - b.nps - margin, a.nps - b.nps + margin);
}
