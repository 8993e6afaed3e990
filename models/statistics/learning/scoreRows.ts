import {contributionsOf, startOf, type Learner} from "./learner.ts";
import {sigmoid} from "./logistic.ts";

/** A model with the mean contribution of each feature over the rows learnt from. */
export interface Scorer {
  learner: Learner;
  means: number[];
}

export type Reasons = (parts: Float64Array, means: readonly number[]) => unknown;

/** The probability of every row of columns and, as JSON, what raises it. */
export function scoreRows(
  {learner, means}: Scorer,
  features: readonly Float64Array[],
  rows: number,
  reasonsOf: Reasons
) {
  const [row, parts] = [new Float64Array(features.length), new Float64Array(features.length)];
  const start = startOf(learner);
  const shares = new Float64Array(rows);
  const reasons: string[] = [];
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < row.length; f++) row[f] = features[f]![i]!;
    contributionsOf(learner, row, parts);
    shares[i] = sigmoid(parts.reduce((sum, part) => sum + part, start));
    reasons.push(JSON.stringify(reasonsOf(parts, means)));
  }
  return {shares, reasons};
}
