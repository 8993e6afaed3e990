import {choose, learnBoth, type Choice} from "../statistics/learning/choose.ts";
import type {Learner} from "../statistics/learning/learner.ts";
import type {Table} from "../statistics/learning/table.ts";
import {leastLeads, leastOfClass} from "./sample.ts";

export const methods = ["logistic", "trees"] as const;
export type Method = (typeof methods)[number];

/** Why there is a model or none. */
export const learningStates = ["fitted", "too_few", "one_class", "no_closed_horizon"] as const;
export type LearningState = (typeof learningStates)[number];

export interface Learnt {
  state: LearningState;
  leads: number;
  converted: number;
  choice?: Choice & {rows: number};
  /** Absent unless fitted. */
  learners?: Record<Method, Learner>;
}

interface Rows {
  table: Table;
  draws: Float64Array;
  leads: number;
  converted: number;
}

/**
 * What can be learnt from these rows. one_class: nearly all leads converted, or nearly none, so that nothing tells them apart.
 *
 * An earlier choice of options holds until the rows have doubled.
 */
export function learn({table, draws, leads, converted}: Rows, earlier?: Learnt["choice"]): Learnt {
  const told = {leads, converted};
  if (!leads) return {state: "no_closed_horizon", ...told};
  if (leads < leastLeads) return {state: "too_few", ...told};
  if (Math.min(converted, leads - converted) < leastOfClass) return {state: "one_class", ...told};
  const choice = earlier && table.rows < 2 * earlier.rows ? earlier : {...choose(table, draws), rows: table.rows};
  return {state: "fitted", ...told, choice, learners: learnBoth(table, choice)};
}
