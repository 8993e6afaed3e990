import type {Locale} from "../../format/locale.ts";
import type {ScoreRow} from "./rows.ts";
import {instruments, scoresOf} from "./words.ts";

/** Fewer answers than this give no score. */
export const enoughAnswers = 30;

/** The rounds of answers to the question that the page leads with. */
export interface Rounds {
  instrument: string;
  dimension: "survey" | "quarter" | "month";
  /** Rounds of enough answers, in time. */
  rows: ScoreRow[];
  /** What a round is called beside the name of its instrument. */
  name: (row: ScoreRow, locale: Locale) => string;
  /** The same on an axis. */
  tick: (row: ScoreRow, locale: Locale) => string;
}

const quarterOf = ({from_on: on}: ScoreRow): number => Math.floor(on.getUTCMonth() / 3) + 1;

const quarters: Pick<Rounds, "name" | "tick"> = {
  name: (row, {t}) => {
    const year = row.from_on.getUTCFullYear();
    return t(`Q${quarterOf(row)} ${year}`, `${year}年第${quarterOf(row)}季度`);
  },
  tick: (row, {t}) => {
    const year = String(row.from_on.getUTCFullYear()).slice(2);
    return t(`Q${quarterOf(row)} ${year}`, `${year}年Q${quarterOf(row)}`);
  }
};

const months: Pick<Rounds, "name" | "tick"> = {
  name: (row, {f}) => f.month(row.from_on),
  tick: (row, {f}) => f.axisMonth(row.from_on)
};

/** Surveys without the first word that all of them begin with, such as the instrument. */
function surveys(rows: readonly ScoreRow[]): Pick<Rounds, "name" | "tick"> {
  const first = rows[0]!.value.split(" ")[0]!;
  const isShared = rows.every(({value}) => value.startsWith(`${first} `));
  const name = ({value}: ScoreRow) => (isShared && rows.length > 1 ? value.slice(first.length + 1) : value);
  return {name, tick: name};
}

/** The first instrument with a round of enough answers: its surveys where there are two, else its quarters, else its months. */
export function roundsOf(rows: readonly ScoreRow[]): Rounds | undefined {
  for (const instrument of instruments) {
    for (const dimension of ["survey", "quarter", "month"] as const) {
      const all = scoresOf(rows, instrument, dimension).filter(({answers}) => answers >= enoughAnswers);
      if (all.length < (dimension === "month" ? 1 : 2)) continue;
      const names = dimension === "survey" ? surveys(all) : dimension === "quarter" ? quarters : months;
      return {instrument, dimension, rows: all, ...names};
    }
  }
  return undefined;
}
