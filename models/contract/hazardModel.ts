import {upperTail, z95} from "../statistics/survival/distributions.ts";
import {concordance} from "../statistics/survival/cox/concordance.ts";
import {coxFit, type Fitted, type Tested} from "../statistics/survival/cox/coxFit.ts";
import {proportionality} from "../statistics/survival/cox/proportionality.ts";
import {keyOf, size, told, type Column, type HazardLevel, type Numbers} from "./hazardLevels.ts";
import type {Pattern} from "./hazardPatterns.ts";
import {endsACoefficient, hazardTerms, levelsOf, type Levels} from "./hazardTerms.ts";

export const modelStates = ["fitted", "no_contracts", "none_ended", "too_few", "no_terms", "not_converged"] as const;

/** The model of what ends contracts sooner, or why there is none. */
export interface HazardModel {
  state: (typeof modelStates)[number];
  contracts: number;
  ended: number;
  left_out: number;
  iterations: number | null;
  likelihood_ratio: Tested | null;
  wald: Tested | null;
  score: Tested | null;
  concordance: number | null;
  concordance_low: number | null;
  concordance_high: number | null;
  proportional: Tested | null;
  levels: HazardLevel[];
}

/**
 * Cox's model of the ends of contracts over what was known when they began.
 *
 * Terms enter in order as long as there are ten ends a coefficient. A coefficient that follows from earlier ones, never varies or runs to
 * infinity is taken out and named, and the rest is fitted again: no number stands for one that does not exist.
 */
export function hazardModel(patterns: readonly Pattern[]): HazardModel {
  const total = size(patterns);
  if (!total.contracts) return nothing("no_contracts", total, []);
  if (!total.ended) return nothing("none_ended", total, []);
  const all = hazardTerms.map((term) => levelsOf(term, patterns));
  let room = Math.floor(total.ended / endsACoefficient);
  const out = new Map<string, HazardLevel["state"]>();
  const chosen = all.filter(({term, compared, few}) => {
    if (!compared.length) out.set(term, few.length ? "too_few" : "one_value");
    else if (compared.length > room) out.set(term, "too_few");
    else {
      room -= compared.length;
      return true;
    }
    return false;
  });
  if (!chosen.length) {
    const state = all.some(({compared}) => compared.length) ? "too_few" : "no_terms";
    return nothing(state, total, told(all, patterns, out, []));
  }
  const taking = patterns.filter((pattern) => chosen.every(({few, of}) => !few.includes(of(pattern))));
  let columns: Column[] = chosen.flatMap(({term, compared}) => compared.map((level) => ({term, level})));
  while (columns.length) {
    const fit = coxFit(rowsOf(taking, columns, chosen));
    if (fit.state === "none_ended") return nothing("too_few", total, told(all, patterns, out, []));
    if (fit.state === "not_converged") return nothing("not_converged", total, told(all, patterns, out, []));
    if (fit.state === "fitted") {
      const left = total.contracts - size(taking).contracts;
      return fitted(fit, columns, {left, levels: (numbers) => told(all, patterns, out, numbers)});
    }
    const named = fit.columns.map((j) => columns[j]!);
    if (fit.state === "separated") {
      const terms = new Set(named.map(({term}) => term));
      for (const term of terms) out.set(term, "separated");
      columns = columns.filter(({term}) => !terms.has(term));
    } else {
      const state = fit.state === "collinear" ? "collinear" : "one_value";
      for (const column of named) out.set(keyOf(column), state);
      columns = columns.filter((column) => !named.includes(column));
    }
  }
  return nothing("no_terms", total, told(all, patterns, out, []));
}

function rowsOf(patterns: readonly Pattern[], columns: readonly Column[], chosen: readonly Levels[]) {
  const levels = new Map(chosen.map((term) => [term.term, term]));
  return patterns.map((pattern) => ({
    time: pattern.duration_days,
    ended: pattern.has_ended,
    count: pattern.contracts,
    covariates: columns.map(({term, level}) =>
      term === "monthly_amount" ? Math.log2(pattern.monthly_amount) : Number(levels.get(term)!.of(pattern) === level)
    )
  }));
}

function fitted(
  fit: Fitted,
  columns: readonly Column[],
  {left, levels}: {left: number; levels: (numbers: readonly Numbers[]) => HazardLevel[]}
): HazardModel {
  const terms = [...new Set(columns.map(({term}) => term))];
  const groups = terms.map((term) => columns.flatMap((column, j) => (column.term === term ? [j] : [])));
  const drift = proportionality(fit, [...groups, columns.map((_, j) => j)]);
  const agreement = concordance(fit);
  const half = agreement ? z95 * agreement.standardError : 0;
  const numbers = columns.map((column, j): Numbers => {
    const [coefficient, error] = [fit.coefficients[j]!, Math.sqrt(fit.covariance[j]![j]!)];
    return {
      ...column,
      coefficient,
      standard_error: error,
      hazard_ratio: Math.exp(coefficient),
      low: Math.exp(coefficient - z95 * error),
      high: Math.exp(coefficient + z95 * error),
      p_value: upperTail((coefficient / error) ** 2, 1),
      proportional_p: drift[terms.indexOf(column.term)]?.p ?? null
    };
  });
  return {
    state: "fitted",
    contracts: fit.subjects,
    ended: fit.events,
    left_out: left,
    iterations: fit.iterations,
    likelihood_ratio: fit.likelihoodRatio,
    wald: fit.wald,
    score: fit.score,
    concordance: agreement?.concordance ?? null,
    concordance_low: agreement && Math.max(0, agreement.concordance - half),
    concordance_high: agreement && Math.min(1, agreement.concordance + half),
    proportional: drift.at(-1) ?? null,
    levels: levels(numbers)
  };
}

const nothing = (
  state: HazardModel["state"],
  {contracts, ended}: {contracts: number; ended: number},
  levels: HazardLevel[]
): HazardModel => ({
  state,
  contracts,
  ended,
  left_out: 0,
  iterations: null,
  likelihood_ratio: null,
  wald: null,
  score: null,
  concordance: null,
  concordance_low: null,
  concordance_high: null,
  proportional: null,
  levels
});
