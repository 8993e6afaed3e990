import type {PurchaseFit, PurchaseModel} from "../statistics/purchase/fitPurchase.ts";

/** Why a model is what it is: what made it chosen, or what kept it from being fitted. */
export const reasons = [
  "heldout",
  "likelihood",
  "forced",
  "not_converged",
  "bound",
  "few_customers",
  "few_repeat_buyers",
  "no_repeat",
  "short_history",
  "no_revenue",
  "correlated",
  "infinite_mean"
] as const;
export type Reason = (typeof reasons)[number];

/** A fit on all history, and how well the same model foretold what was held out; null where nothing was. */
export interface Candidate {
  fit: PurchaseFit;
  deviance: number | null;
}

export interface Choice {
  model: PurchaseModel;
  /** Not the one that should have been: a better one could not be fitted, or stands at a bound. */
  isFallback: boolean;
  reason: Reason;
}

/**
 * Which model is used: the forced one, else the one with the least held-out deviance, else (nothing held out) with the highest likelihood.
 *
 * Fits at an inner maximum go before fits at a bound. Null where nothing was fitted.
 */
export function choose(candidates: readonly Candidate[], forced: PurchaseModel | "auto"): Choice | null {
  const ranked = [...candidates].sort((a, b) => compare(a, b));
  const wanted = forced === "auto" ? ranked[0] : ranked.find(({fit}) => fit.model === forced);
  const order = [...(wanted ? [wanted] : []), ...ranked.filter((candidate) => candidate !== wanted)];
  const chosen = order.find(({fit}) => fit.state === "fitted") ?? order.find(({fit}) => fit.state === "bound");
  if (!chosen) return null;
  const {model, state} = chosen.fit;
  if (chosen === wanted && state === "fitted") {
    return {
      model,
      isFallback: false,
      reason: forced !== "auto" ? "forced" : chosen.deviance === null ? "likelihood" : "heldout"
    };
  }
  return {model, isFallback: true, reason: wanted?.fit.state === "bound" ? "bound" : "not_converged"};
}

/** By held-out deviance, then by log-likelihood per customer; what is unknown comes last. */
function compare(a: Candidate, b: Candidate): number {
  const cost = (x: number | null) => x ?? Number.MAX_VALUE;
  const likelihood = ({fit}: Candidate) => (fit.logLikelihood === null ? null : -fit.logLikelihood / fit.customers);
  return cost(a.deviance) - cost(b.deviance) || cost(likelihood(a)) - cost(likelihood(b));
}
