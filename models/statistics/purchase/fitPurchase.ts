import {maximise, type Bounds, type Maximum, type Objective} from "../optimise/positive.ts";
import {betaGeometric} from "./betaGeometric.ts";
import {sampleOf, totalsOf, type GroupTotals, type PurchaseGroups} from "./groups.ts";
import {paretoNbd} from "./paretoNbd.ts";

export const purchaseModels = ["bg_nbd", "mbg_nbd", "pareto_nbd"] as const;
export type PurchaseModel = (typeof purchaseModels)[number];

export const parameterNames: Record<PurchaseModel, readonly string[]> = {
  bg_nbd: ["r", "alpha", "a", "b"],
  mbg_nbd: ["r", "alpha", "a", "b"],
  pareto_nbd: ["r", "alpha", "s", "beta"]
};

/**
 * What came of a fit. fitted: an inner maximum; bound: highest where a parameter is at its bound, so that the others alone have errors;
 * not_converged: no maximum found; too_few, one_time_only: not tried; impossible: ages that no customer can have.
 */
export type FitState = "fitted" | "bound" | "not_converged" | "too_few" | "one_time_only" | "impossible";

export interface PurchaseFit {
  model: PurchaseModel;
  state: FitState;
  isConverged: boolean;
  /** r, α, a, b or r, α, s, β, in the unit of time of the groups; empty where none were fitted. */
  parameters: number[];
  /** By the delta method from the observed information in logs; 0 at a bound. Empty where there is none. */
  standardErrors: number[];
  covariance: number[][];
  logLikelihood: number | null;
  customers: number;
  groups: number;
  iterations: number;
  /** Norm of the log-likelihood's gradient in the logs of the parameters. */
  gradientNorm: number | null;
}

export interface FitOptions {
  /** Fewer customers, or fewer of them who came back, are not fitted. */
  minCustomers?: number;
  minRepeatBuyers?: number;
  /** More groups than these are fitted on a sample of them by hash. */
  mostGroups?: number;
}

const limits: Bounds = [
  [1e-4, 1e3],
  [1e-4, 1e5],
  [1e-4, 1e3],
  [1e-4, 1e5]
];

/** Groups on which starts are tried. */
const trial = 4000;

/**
 * The maximum-likelihood fit of a purchase model to grouped customers.
 *
 * From several starts on a sample of groups, then from the best on all. Pareto/NBD, thirty times as dear, takes a sample of
 * about 20,000 groups unless told otherwise: customers, likelihood and errors are then the sample's.
 */
export function fitPurchase(
  model: PurchaseModel,
  all: PurchaseGroups,
  {minCustomers = 1, minRepeatBuyers = 1, mostGroups = model === "pareto_nbd" ? 20_000 : Infinity}: FitOptions = {}
): PurchaseFit {
  const groups = sampleOf(all, mostGroups);
  const totals = totalsOf(groups);
  const whole = groups === all ? totals : totalsOf(all);
  if (!whole.isPossible) return unfitted(model, "impossible", whole);
  if (whole.customers > 0 && whole.repeatBuyers === 0) return unfitted(model, "one_time_only", whole);
  if (whole.customers < Math.max(1, minCustomers) || whole.repeatBuyers < minRepeatBuyers) {
    return unfitted(model, "too_few", whole);
  }
  const some = objectiveOf(model, sampleOf(all, trial));
  const tried = startsOf(totals).map((start) => maximise(some, start, limits, 0.01));
  const best = tried.reduce((a, b) => (b.value > a.value ? b : a));
  const found = maximise(objectiveOf(model, groups), best.parameters, limits);
  return fitOf(model, {...found, iterations: best.iterations + found.iterations}, totals);
}

const objectiveOf = (model: PurchaseModel, groups: PurchaseGroups): Objective =>
  model === "pareto_nbd" ? paretoNbd(groups) : betaGeometric(groups, model === "mbg_nbd" ? 1 : 0);

/** Heterogeneity and loyalty as seen in retail, at the base's own rate and age. */
function startsOf({repeats, age, customers}: GroupTotals): number[][] {
  const rate = repeats / Math.max(age, 1e-9);
  const mean = Math.max(age / customers, 1e-3);
  return [
    [0.5, 0.5 / (2 * rate), 0.7, 2],
    [0.3, 0.3 / (4 * rate), 0.5, mean / 4],
    [1, 1 / rate, 1, 10],
    [3, 3 / rate, 0.3, mean]
  ];
}

function fitOf(model: PurchaseModel, found: Maximum, {customers, groups}: GroupTotals): PurchaseFit {
  const {parameters, covariance: logs, bound} = found;
  const isSound = found.isStationary && found.isCurved;
  const state = !isSound ? "not_converged" : bound.some(Boolean) ? "bound" : "fitted";
  const covariance = logs?.map((row, i) => row.map((c, j) => c * parameters[i]! * parameters[j]!)) ?? [];
  return {
    model,
    state,
    isConverged: state === "fitted",
    parameters,
    standardErrors: covariance.map((row, i) => Math.sqrt(row[i]!)),
    covariance,
    logLikelihood: Number.isFinite(found.value) ? found.value : null,
    customers: Math.round(customers),
    groups,
    iterations: found.iterations,
    gradientNorm: Number.isFinite(found.gradientNorm) ? found.gradientNorm : null
  };
}

const unfitted = (model: PurchaseModel, state: FitState, {customers, groups}: GroupTotals): PurchaseFit => ({
  model,
  state,
  isConverged: false,
  parameters: [],
  standardErrors: [],
  covariance: [],
  logLikelihood: null,
  customers,
  groups,
  iterations: 0,
  gradientNorm: null
});
