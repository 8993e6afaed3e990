import {maximise, type Bounds, type Objective} from "../optimise/positive.ts";
import {logGamma} from "../special/gamma.ts";
import {distinct} from "./groups.ts";

/** Customers with repeat purchases, as columns: x, their mean spend over those (> 0), and how many customers. */
export interface SpendGroups {
  repeats: Float64Array;
  meanSpend: Float64Array;
  customers: Float64Array;
}

/** fitted; bound: a parameter at its bound; infinite_mean: q ≤ 1, so that who has not yet come back has no expected spend; too_few; impossible: an amount or a count of zero or less. */
export type SpendState = "fitted" | "bound" | "infinite_mean" | "not_converged" | "too_few" | "impossible";

export interface SpendFit {
  state: SpendState;
  isConverged: boolean;
  /** p, q, γ; empty where none were fitted. */
  parameters: number[];
  standardErrors: number[];
  covariance: number[][];
  logLikelihood: number | null;
  customers: number;
  groups: number;
  iterations: number;
  gradientNorm: number | null;
}

export const spendNames = ["p", "q", "gamma"] as const;

const limits: Bounds = [
  [1e-2, 1e4],
  [1e-2, 1e4],
  [1e-6, 1e6]
];

/**
 * The maximum-likelihood fit of the Gamma–Gamma model of spend per purchase (Fader & Hardie 2013).
 *
 * A purchase is gamma(p, ν), ν differs between customers as gamma(q, γ), and neither has to do with how often they buy. The mean of
 * x purchases has density Γ(px + q) ÷ (Γ(px) Γ(q)) γ^q m^(px − 1) x^px ÷ (γ + mx)^(px + q). Fitted at a mean spend of 1, so that no
 * currency is too small or too large.
 */
export function fitSpend(groups: SpendGroups, minCustomers = 1): SpendFit {
  const {repeats, meanSpend, customers} = groups;
  let [n, total] = [0, 0];
  let isPossible = true;
  for (let i = 0; i < customers.length; i++) {
    isPossible &&= repeats[i]! > 0 && meanSpend[i]! > 0 && Number.isFinite(meanSpend[i]!) && customers[i]! > 0;
    n += customers[i]!;
    total += customers[i]! * meanSpend[i]!;
  }
  const size = {customers: n, groups: customers.length};
  if (!isPossible) return unfitted("impossible", size);
  if (n < Math.max(1, minCustomers)) return unfitted("too_few", size);
  const mean = total / n;
  const scaled = {...groups, meanSpend: meanSpend.map((m) => m / mean)};
  const some = gammaGamma(everyFew(scaled));
  const tried = [
    [3, 3, 1],
    [1, 2, 1],
    [10, 5, 0.5]
  ].map((start) => maximise(some, start, limits, 0.01));
  const best = tried.reduce((a, b) => (b.value > a.value ? b : a));
  const found = maximise(gammaGamma(scaled), best.parameters, limits);
  const parameters = found.parameters.map((p, i) => (i === 2 ? p * mean : p));
  const isSound = found.isStationary && found.isCurved;
  const state = !isSound
    ? "not_converged"
    : parameters[1]! <= 1
      ? "infinite_mean"
      : found.bound.some(Boolean)
        ? "bound"
        : "fitted";
  const covariance = found.covariance?.map((row, i) => row.map((c, j) => c * parameters[i]! * parameters[j]!)) ?? [];
  return {
    state,
    isConverged: state === "fitted",
    parameters,
    standardErrors: covariance.map((row, i) => Math.sqrt(row[i]!)),
    covariance,
    // The density of m is that of m ÷ mean, divided by the mean.
    logLikelihood: Number.isFinite(found.value) ? found.value - n * Math.log(mean) : null,
    ...size,
    iterations: best.iterations + found.iterations,
    gradientNorm: Number.isFinite(found.gradientNorm) ? found.gradientNorm : null
  };
}

/** Some 2,000 of the groups, evenly spaced, on which starts are tried. */
function everyFew(groups: SpendGroups): SpendGroups {
  const few = Math.ceil(groups.customers.length / 2000);
  const take = (column: Float64Array) => column.filter((_, i) => i % few === 0);
  return {repeats: take(groups.repeats), meanSpend: take(groups.meanSpend), customers: take(groups.customers)};
}

const unfitted = (state: SpendState, size: {customers: number; groups: number}): SpendFit => ({
  state,
  isConverged: false,
  parameters: [],
  standardErrors: [],
  covariance: [],
  logLikelihood: null,
  ...size,
  iterations: 0,
  gradientNorm: null
});

function gammaGamma({repeats, meanSpend, customers}: SpendGroups): Objective {
  const x = distinct(repeats);
  const weights = new Float64Array(x.values.length);
  /** Σ x (ln m + ln x) and Σ −ln m, which the parameters do not touch. */
  let [logs, constant] = [0, 0];
  for (let i = 0; i < customers.length; i++) {
    weights[x.index[i]!]! += customers[i]!;
    logs += customers[i]! * repeats[i]! * (Math.log(meanSpend[i]!) + Math.log(repeats[i]!));
    constant -= customers[i]! * Math.log(meanSpend[i]!);
  }
  return (parameters) => {
    const [p, q, gamma] = parameters as [number, number, number];
    const gammaQ = logGamma(q);
    const gradient = new Float64Array(3);
    const hessian = new Float64Array(9);
    let value = constant + p * logs;
    gradient[0] = logs;
    for (let k = 0; k < weights.length; k++) {
      const [xk, n] = [x.values[k]!, weights[k]!];
      const [both, px] = [logGamma(p * xk + q), logGamma(p * xk)];
      value += n * (both.value - px.value - gammaQ.value + q * Math.log(gamma));
      gradient[0]! += n * xk * (both.slope - px.slope);
      gradient[1]! += n * (both.slope - gammaQ.slope + Math.log(gamma));
      gradient[2]! += (n * q) / gamma;
      hessian[0]! += n * xk * xk * (both.curve - px.curve);
      hessian[1]! += n * xk * both.curve;
      hessian[4]! += n * (both.curve - gammaQ.curve);
      hessian[5]! += n / gamma;
      hessian[8]! -= (n * q) / (gamma * gamma);
    }
    for (let i = 0; i < customers.length; i++) {
      const n = customers[i]!;
      const xi = repeats[i]!;
      const base = gamma + meanSpend[i]! * xi;
      const log = n * Math.log(base);
      const over = n / base;
      const shape = p * xi + q;
      value -= shape * log;
      gradient[0]! -= xi * log;
      gradient[1]! -= log;
      gradient[2]! -= shape * over;
      hessian[2]! -= xi * over;
      hessian[5]! -= over;
      hessian[8]! += (shape * over) / base;
    }
    [hessian[3], hessian[6], hessian[7]] = [hessian[1]!, hessian[2]!, hessian[5]!];
    return {value, gradient, hessian};
  };
}

/** E(M | x, m̄) = p (γ + m̄ x) ÷ (px + q − 1): between the customer's own mean and everybody's; x = 0 gives everybody's. */
export const expectSpend = ([p, q, gamma]: readonly number[], repeats: number, meanSpend: number): number =>
  (p! * (gamma! + meanSpend * repeats)) / (p! * repeats + q! - 1);
