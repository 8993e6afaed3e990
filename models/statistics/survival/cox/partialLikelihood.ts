import {eachEventTime, type Ties} from "./eventTimes.ts";
import type {RiskSets} from "./riskSets.ts";

/** The log partial likelihood at β with its gradient and its information (the negative Hessian). */
export interface Likelihood {
  logLikelihood: number;
  score: number[];
  information: number[][];
}

/** Cox's partial likelihood (1972, 1975), summed over the times with ends. */
export function partialLikelihood(sets: RiskSets, beta: readonly number[], ties: Ties): Likelihood {
  const p = sets.columns;
  const score = new Array<number>(p).fill(0);
  const information = Array.from({length: p}, () => new Array<number>(p).fill(0));
  let logLikelihood = 0;
  eachEventTime(sets, beta, ties, (at) => {
    logLikelihood += at.logLikelihood;
    for (let i = 0; i < p; i++) {
      score[i]! += at.score[i]!;
      for (let j = 0; j < p; j++) information[i]![j]! += at.information[i * p + j]!;
    }
  });
  return {logLikelihood, score, information};
}
