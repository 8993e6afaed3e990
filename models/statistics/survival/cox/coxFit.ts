import {quadratic, symmetricInverse} from "../symmetricInverse.ts";
import {upperTail} from "../distributions.ts";
import {independentColumns} from "./independentColumns.ts";
import type {Ties} from "./eventTimes.ts";
import {partialLikelihood, type Likelihood} from "./partialLikelihood.ts";
import {riskSets, type CoxRow, type RiskSets} from "./riskSets.ts";

/** A χ² statistic with its degrees of freedom and its p-value. */
export interface Tested {
  chiSquare: number;
  degrees: number;
  p: number;
}

export interface Fitted {
  state: "fitted";
  /** Log hazard ratios a unit of each covariate. */
  coefficients: number[];
  /** Inverse of the information. */
  covariance: number[][];
  logLikelihood: number;
  nullLogLikelihood: number;
  likelihoodRatio: Tested;
  wald: Tested;
  score: Tested;
  iterations: number;
  subjects: number;
  events: number;
  /** What the diagnostics go on with: scaled risk sets and coefficients. */
  scaled: {sets: RiskSets; beta: number[]};
}

/**
 * Why there is no fit: nobody ended; columns that never vary, or follow from columns before them; columns whose coefficient runs to
 * infinity because they separate the ended from the rest; or the search did not arrive.
 */
export type CoxFit =
  | Fitted
  | {state: "none_ended"}
  | {state: "constant" | "collinear" | "separated"; columns: number[]}
  | {state: "not_converged"};

const most = 50;

/** Change of the log-likelihood, relative to its size, from which on it stands still. */
const still = 1e-10;

/** A Newton step, in standard deviations of a covariate, that is no rounding: the likelihood stands still but the coefficient does not. */
const moving = 1e-3;

/**
 * Proportional hazards by Newton's method on the partial likelihood, steps halved until it rises.
 *
 * A number is returned only for a maximum that exists: separation, collinearity and constants are named with their columns. Source: Cox
 * (1972); Therneau & Grambsch (2000), 3.
 */
export function coxFit(rows: readonly CoxRow[], ties: Ties = "efron"): CoxFit {
  const sets = riskSets(rows);
  const p = sets.columns;
  if (!sets.events) return {state: "none_ended"};
  const constant = sets.deviations.flatMap((deviation, j) => (deviation ? [] : [j]));
  if (constant.length) return {state: "constant", columns: constant};
  const start = partialLikelihood(sets, new Array<number>(p).fill(0), ties);
  const unmoved = start.information.flatMap((row, j) => (row[j]! > 1e-12 * sets.events ? [] : [j]));
  if (unmoved.length) return {state: "constant", columns: unmoved};
  const {dependent} = independentColumns(start.information);
  if (dependent.length) return {state: "collinear", columns: dependent};

  let beta = new Array<number>(p).fill(0);
  let now = start;
  for (let iteration = 1; iteration <= most; iteration++) {
    const step = newtonStep(now);
    if (!step) return {state: "separated", columns: flat(now)};
    const next = climb(sets, beta, step, now, ties);
    const gain = next.now.logLikelihood - now.logLikelihood;
    ({beta, now} = next);
    if (gain > still * (Math.abs(now.logLikelihood) + 1)) continue;
    const last = newtonStep(now);
    const columns = last ? last.flatMap((size, j) => (Math.abs(size) > moving ? [j] : [])) : flat(now);
    if (columns.length || !last) return {state: "separated", columns};
    return summary(sets, {beta, now, start, iterations: iteration});
  }
  return {state: "not_converged"};
}

function newtonStep({score, information}: Likelihood): number[] | null {
  const inverse = symmetricInverse(information);
  return inverse && inverse.map((row) => row.reduce((sum, value, j) => sum + value * score[j]!, 0));
}

/** Columns of which the likelihood knows nothing any more. */
const flat = ({information}: Likelihood): number[] => {
  const least = Math.min(...information.map((row, j) => row[j]!));
  return information.flatMap((row, j) => (row[j]! <= 10 * least ? [j] : []));
};

function climb(
  sets: RiskSets,
  beta: readonly number[],
  step: readonly number[],
  before: Likelihood,
  ties: Ties
): {beta: number[]; now: Likelihood} {
  for (let length = 1; length > 1e-4; length /= 2) {
    const to = beta.map((b, j) => b + length * step[j]!);
    const now = partialLikelihood(sets, to, ties);
    if (Number.isFinite(now.logLikelihood) && now.logLikelihood >= before.logLikelihood) return {beta: to, now};
  }
  return {beta: [...beta], now: before};
}

interface Search {
  beta: number[];
  now: Likelihood;
  start: Likelihood;
  iterations: number;
}

function summary(sets: RiskSets, {beta, now, start, iterations}: Search): CoxFit {
  const inverse = symmetricInverse(now.information);
  const inverseAtStart = symmetricInverse(start.information);
  if (!inverse || !inverseAtStart) return {state: "not_converged"};
  const degrees = sets.columns;
  const tested = (chiSquare: number): Tested => ({chiSquare, degrees, p: upperTail(chiSquare, degrees)});
  const {deviations} = sets;
  return {
    state: "fitted",
    coefficients: beta.map((b, j) => b / deviations[j]!),
    covariance: inverse.map((row, i) => row.map((value, j) => value / (deviations[i]! * deviations[j]!))),
    logLikelihood: now.logLikelihood,
    nullLogLikelihood: start.logLikelihood,
    likelihoodRatio: tested(2 * (now.logLikelihood - start.logLikelihood)),
    wald: tested(quadratic(beta, now.information)),
    score: tested(quadratic(start.score, inverseAtStart)),
    iterations,
    subjects: sets.subjects,
    events: sets.events,
    scaled: {sets, beta}
  };
}
