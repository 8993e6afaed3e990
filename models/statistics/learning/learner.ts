import {binOf} from "./cuts.ts";
import type {BoostedTrees} from "./boostedTrees.ts";
import {contributionOf, type SplineLogistic} from "./splineLogistic.ts";

export type Learner = SplineLogistic | BoostedTrees;

/** What a learner says without any feature: the log odds that contributions add to. */
export const startOf = (learner: Learner): number =>
  learner.kind === "logistic"
    ? learner.intercept
    : learner.start + learner.trees.reduce((sum, {value}) => sum + value[0]!, 0);

/**
 * What each feature of a row adds to the log odds, into `into`; with startOf they add up to the row's log odds.
 *
 * Of trees it is each split's change of the mean step, given to the split's feature (path attribution, Saabas 2014).
 */
export function contributionsOf(learner: Learner, row: Float64Array, into: Float64Array): void {
  if (learner.kind === "logistic") {
    for (let f = 0; f < row.length; f++) into[f] = contributionOf(learner, f, row[f]!);
    return;
  }
  into.fill(0);
  const bins = binsOf(learner, row);
  for (const {feature, at, left, right, value} of learner.trees) {
    let node = 0;
    for (let f = feature[0]!; f >= 0; f = feature[node]!) {
      const next = bins[f]! <= at[node]! ? left[node]! : right[node]!;
      into[f]! += value[next]! - value[node]!;
      node = next;
    }
  }
}

function binsOf({cuts}: BoostedTrees, row: Float64Array): Uint8Array {
  const bins = new Uint8Array(row.length);
  for (let f = 0; f < row.length; f++) bins[f] = binOf(row[f]!, cuts[f]!);
  return bins;
}

/** The log odds of every row of columns. */
export function logitsOf(learner: Learner, features: readonly Float64Array[], rows: number): Float64Array {
  const [row, parts] = [new Float64Array(features.length), new Float64Array(features.length)];
  const start = startOf(learner);
  const logits = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < row.length; f++) row[f] = features[f]![i]!;
    contributionsOf(learner, row, parts);
    logits[i] = parts.reduce((sum, part) => sum + part, start);
  }
  return logits;
}
