import type {CandidateRow} from "./rows.ts";

/** By what a forecast is judged: both are means per customer, and smaller is better. */
export type Measure = "deviance" | "mean_absolute_error";

/** What the held-out part of the history says of the chosen model. */
export interface HoldOut {
  chosen: CandidateRow;
  /** The better of the two simple forecasts: own pace so far, mean of all. */
  rival: CandidateRow;
  measure: Measure;
  /** Error of the chosen model ÷ that of the rival − 1: negative where the model is the better one. */
  difference: number;
  isWorse: boolean;
}

const has = (row: CandidateRow | undefined, measure: Measure): row is CandidateRow =>
  row?.[measure] !== undefined && row[measure] !== null && Number.isFinite(row[measure]);

/**
 * The verdict over the held-out part; null where nothing could be held out.
 *
 * Judged by Poisson deviance; by the mean absolute error where a simple forecast has none (a mean of zero against a purchase).
 */
export function holdOutOf(candidates: readonly CandidateRow[]): HoldOut | null {
  const chosen = candidates.find((row) => row.is_chosen);
  const simple = candidates.filter((row) => row.model === "naive" || row.model === "base");
  const measure = (["deviance", "mean_absolute_error"] as const).find(
    (name) => has(chosen, name) && simple.length > 0 && simple.every((row) => has(row, name))
  );
  if (!chosen || !measure) return null;
  const rival = simple.reduce((best, row) => (row[measure]! < best[measure]! ? row : best));
  const [own, other] = [chosen[measure]!, rival[measure]!];
  const difference = other > 0 ? own / other - 1 : own > 0 ? 1 : 0;
  return {chosen, rival, measure, difference, isWorse: own >= other};
}
