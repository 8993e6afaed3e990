import {type martNpsQuarter} from "../../../models/marts/mart_nps_quarter.ts";
import {type martNpsWave} from "../../../models/marts/mart_nps_wave.ts";
import {type RowOf} from "../../../models/model.ts";
import {type Locale} from "../../format/locale.ts";
import {difference, type Difference} from "../cohorts/intervals.ts";

export type WaveRow = RowOf<typeof martNpsWave>;
export type QuarterRow = RowOf<typeof martNpsQuarter>;

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

/** The rounds that count, oldest first, and the last against the one before. */
export interface Nps {
  waves: Wave[];
  last: Wave;
  before: Wave | undefined;
  change: Difference | null;
}

const round = (name: string, row: WaveRow | QuarterRow): Wave => ({
  name,
  nps: row.nps,
  low: row.nps_low,
  high: row.nps_high,
  answers: row.answers
});

/** Survey waves, or complete quarters where answers carry none; rounds of 30 answers and more. */
export function npsOf(
  waves: readonly WaveRow[],
  quarters: readonly QuarterRow[],
  {t}: Pick<Locale, "t">
): Nps | undefined {
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
  return {waves: counted, last, before, change: before ? between(last, before) : null};
}

const quarterOf = (on: Date): number => Math.floor(on.getUTCMonth() / 3) + 1;

/** The difference of two independent scores: their margins add in squares. */
function between(a: Wave, b: Wave): Difference {
  const margin = Math.hypot((a.high - a.low) / 2, (b.high - b.low) / 2);
  return difference(a.nps - b.nps, a.nps - b.nps - margin, a.nps - b.nps + margin);
}
