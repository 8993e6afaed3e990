import {shownValue, type Measure, type MeasureWords} from "./measures.ts";
import type {BacktestRow, Method, MethodRow} from "./rows.ts";

/** One method held against another on one measure, over the same snapshots. */
export interface Compared {
  measure: MeasureWords;
  against: Method;
  ours: number;
  theirs: number;
  /** Snapshots in which ours was better, of those in which both have the measure. */
  better: number;
  of: number;
  /** Interval of the difference, above 0 in favour of ours; null where it is not known. */
  gain: readonly [low: number, high: number] | null;
  /** Better over all, in more than half of the snapshots where there are any, and clear of its interval where there is one. */
  isBetter: boolean;
}

/** The method that the evidence is about: the used one, else the model with the least Brier score; null where none was tested. */
export function judged(rows: readonly MethodRow[]): MethodRow | null {
  const used = rows.find((row) => row.is_used);
  const models = rows.filter(({method, brier}) => (method === "logistic" || method === "trees") && brier !== null);
  return used ?? models.toSorted((a, b) => a.brier! - b.brier!)[0] ?? null;
}

/** Holds a method against the simple rules, measure by measure; a rule that ranks nobody is not asked how well it ranks. */
export function compared(
  ours: MethodRow,
  rows: readonly MethodRow[],
  backtest: readonly BacktestRow[],
  measures: readonly MeasureWords[],
  minCell: number
): Compared[] {
  const monthly = new Map(backtest.map((row) => [`${row.snapshot_on.getTime()} ${row.method}`, row]));
  return (["alive", "recency", "base"] as const).flatMap((against) => {
    const theirs = rows.find(({method}) => method === against);
    return measures.flatMap((measure): Compared[] => {
      const [a, b] = [shownValue(ours, measure, minCell), theirs ? shownValue(theirs, measure, minCell) : null];
      if (a === null || b === null) return [];
      const wins = (mine: number, other: number) => (measure.isError ? mine < other : mine > other);
      const months = backtest.flatMap((row) => {
        const other = monthly.get(`${row.snapshot_on.getTime()} ${against}`)?.[measure.id] ?? null;
        const mine = row[measure.id];
        return row.method === ours.method && mine !== null && other !== null ? [wins(mine, other)] : [];
      });
      const [better, of] = [months.filter(Boolean).length, months.length];
      const gain = gainOf(ours, measure.id, against);
      const isBetter = wins(a, b) && (of === 0 || better * 2 > of) && (gain === null || gain[0] > 0);
      return [{measure, against, ours: a, theirs: b, better, of, gain, isBetter}];
    });
  });
}

/** The interval of the gain that the mart tells: AUC and Brier score over recency, Brier score over one share. */
function gainOf(row: MethodRow, measure: Measure, against: Method): Compared["gain"] {
  const [low, high] =
    measure === "auc" && against === "recency"
      ? [row.auc_gain_low, row.auc_gain_high]
      : measure === "brier" && against === "recency"
        ? [row.brier_gain_low, row.brier_gain_high]
        : measure === "brier" && against === "base"
          ? [row.base_gain_low, row.base_gain_high]
          : [null, null];
  return low === null || high === null ? null : [low, high];
}
