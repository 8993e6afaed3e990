import {choose, learnBoth, type Choice} from "../statistics/learning/choose.ts";
import type {Learner} from "../statistics/learning/learner.ts";
import {fitSplineLogistic, usualSpline} from "../statistics/learning/splineLogistic.ts";
import {positives, type Table} from "../statistics/learning/table.ts";
import {catalogue} from "./catalogue.ts";
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
  /** How smooth the models are, and of how many rows that was chosen. */
  choice?: Choice & {rows: number};
  /** The models, and the curve of recency alone; absent unless fitted. */
  learners?: Record<Method, Learner> & {recency: Learner};
}

/** The purchase model's own answer is a forecast already: what is learnt may follow it wholly, and corrects it at a price. */
const free = [catalogue.findIndex(({id}) => id === "return_share")];

/**
 * What can be learnt from these rows. one_class: nearly all left, or nearly all stayed, so that nothing tells them apart.
 *
 * An earlier choice of options holds until the rows have doubled.
 */
export function learn({table, draws}: Sampled, earlier?: Learnt["choice"]): Learnt {
  const {rows} = table;
  const churned = positives(table);
  const told = {rows, churned, baseShare: rows ? churned / rows : null};
  if (!rows) return {state: "no_closed_horizon", ...told};
  if (rows < leastRows) return {state: "too_few", ...told};
  if (Math.min(churned, rows - churned) < leastOfClass) return {state: "one_class", ...told};
  const choice = earlier && rows < 2 * earlier.rows ? earlier : {...choose(table, draws, free), rows};
  return {state: "fitted", ...told, choice, learners: {...learnBoth(table, choice, free), recency: recencyOf(table)}};
}

const recencyOf = ({rows, outcome, features}: Table): Learner =>
  fitSplineLogistic({rows, outcome, features: features.slice(0, 1)}, usualSpline);
