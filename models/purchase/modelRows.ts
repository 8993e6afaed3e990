import {parameterNames, type FitState, type PurchaseFit} from "../statistics/purchase/fitPurchase.ts";
import {spendNames} from "../statistics/purchase/gammaGamma.ts";
import type {Candidate, Choice, Reason} from "./choose.ts";
import {leastCustomers} from "./fitSpan.ts";
import type {Spend} from "./spend.ts";

export const modelStates = [
  "fitted",
  "fallback",
  "too_few",
  "one_time_only",
  "not_converged",
  "no_spend",
  "short_history"
] as const;

/** One row of int_purchase_model. */
export interface ModelRow {
  span: string;
  model: string;
  state: (typeof modelStates)[number];
  reason: Reason | null;
  parameters: Record<string, number>;
  covariance: number[][];
  log_likelihood: number | null;
  customers: number;
  groups: number;
  iterations: number;
  gradient_norm: number | null;
  heldout_deviance: number | null;
  correlation: number | null;
  is_chosen: boolean;
}

const named = (names: readonly string[], values: readonly number[]) =>
  Object.fromEntries(values.map((value, i) => [names[i]!, value]));

const unusable: Record<FitState, ModelRow["state"]> = {
  fitted: "fitted",
  bound: "fitted",
  not_converged: "not_converged",
  too_few: "too_few",
  one_time_only: "one_time_only",
  impossible: "not_converged"
};

function reasonOf({state, customers}: PurchaseFit): Reason | null {
  if (state === "too_few") return customers < leastCustomers ? "few_customers" : "few_repeat_buyers";
  if (state === "one_time_only") return customers < leastCustomers ? "few_customers" : "no_repeat";
  if (state === "bound") return "bound";
  return state === "fitted" ? null : "not_converged";
}

export function purchaseRow(span: string, {fit, deviance}: Candidate, choice: Choice | null): ModelRow {
  const isChosen = choice?.model === fit.model;
  return {
    span,
    model: fit.model,
    state: isChosen && choice.isFallback ? "fallback" : unusable[fit.state],
    reason: isChosen ? choice.reason : reasonOf(fit),
    parameters: named(parameterNames[fit.model], fit.parameters),
    covariance: fit.covariance,
    log_likelihood: fit.logLikelihood,
    customers: fit.customers,
    groups: fit.groups,
    iterations: fit.iterations,
    gradient_norm: fit.gradientNorm,
    heldout_deviance: deviance,
    correlation: null,
    is_chosen: isChosen
  };
}

/** The row of spend: of p, q, γ, or in their place the mean. */
export function spendRow(span: string, {state, reason, fit, mean, meanError, correlation}: Spend): ModelRow {
  const isFitted = state === "fitted";
  return {
    span,
    model: "gamma_gamma",
    state,
    reason,
    parameters: isFitted ? named(spendNames, fit.parameters) : mean === null ? {} : {mean_spend: mean},
    covariance: isFitted ? fit.covariance : mean === null ? [] : [[(meanError ?? 0) ** 2]],
    log_likelihood: isFitted ? fit.logLikelihood : null,
    customers: fit.customers,
    groups: fit.groups,
    iterations: fit.iterations,
    gradient_norm: fit.gradientNorm,
    heldout_deviance: null,
    correlation,
    is_chosen: state !== "no_spend"
  };
}
