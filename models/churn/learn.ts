import {chooseLearners} from "../statistics/learning/chooseLearners.ts";
import type {Learner} from "../statistics/learning/learner.ts";
import {fitSplineLogistic, usualSpline} from "../statistics/learning/splineLogistic.ts";
import {positives, type Table} from "../statistics/learning/table.ts";
import {leastOfClass, leastRows, type Sampled} from "./sample.ts";

export const methods = ["logistic", "trees"] as const;
export type Method = (typeof methods)[number];

/** Why there is a model or none. */
export const learningStates = ["fitted", "too_few", "one_class", "no_closed_horizon"] as const;
export type LearningState = (typeof learningStates)[number];

export interface Learnt {
  state: LearningState;
  rows: number;
  churned: number;
  /** Share of the rows that churned; null without rows. */
  baseShare: number | null;
  /** The models, and the curve of recency alone; absent unless fitted. */
  learners?: Record<Method, Learner> & {recency: Learner};
}

/** What can be learnt from these rows. one_class: nearly all left, or nearly all stayed, so that nothing tells them apart. */
export function learn({table, draws}: Sampled): Learnt {
  const {rows} = table;
  const churned = positives(table);
  const told = {rows, churned, baseShare: rows ? churned / rows : null};
  if (!rows) return {state: "no_closed_horizon", ...told};
  if (rows < leastRows) return {state: "too_few", ...told};
  if (Math.min(churned, rows - churned) < leastOfClass) return {state: "one_class", ...told};
  return {state: "fitted", ...told, learners: {...chooseLearners(table, draws), recency: recencyOf(table)}};
}

const recencyOf = ({rows, outcome, features}: Table): Learner =>
  fitSplineLogistic({rows, outcome, features: features.slice(0, 1)}, usualSpline);
