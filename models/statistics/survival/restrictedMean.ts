import type {CurveStep} from "./kaplanMeier.ts";

/**
 * The mean time up to `horizon`: the area under the curve, with its standard error.
 *
 * Var = Σ A(t)² d ÷ (n (n − d)) over the ends, where A(t) is the area from t to the horizon. The horizon must not be past the last
 * time unless nobody is left then. Source: Klein & Moeschberger (2003), 4.5.
 */
export function restrictedMean(curve: readonly CurveStep[], horizon: number): {mean: number; standardError: number} {
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (const step of curve.toReversed()) {
    if (step.time >= horizon) continue;
    area += step.survival * (until - step.time);
    until = step.time;
    if (step.ended > 0 && step.ended < step.atRisk)
      variance += (area * area * step.ended) / (step.atRisk * (step.atRisk - step.ended));
  }
  return {mean: area + until, standardError: Math.sqrt(variance)};
}
