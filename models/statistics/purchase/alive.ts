import {deathNodes, noDeaths, placeDeaths} from "./deaths.ts";
import type {PurchaseModel} from "./fitPurchase.ts";

/** P(alive at T | x, t_x, T) and its gradient in the logs of the four parameters. */
export interface Alive {
  share: number;
  gradient: Float64Array;
}

/**
 * P(alive) of one history under fitted parameters; writes into `out`.
 *
 * BG/NBD, MBG/NBD: 1 ÷ (1 + a ÷ (b + x + o − 1) ((α + T) ÷ (α + t_x))^(r + x)), o as in `betaGeometric`; BG/NBD gives 1 where x = 0.
 * Pareto/NBD: the part of the likelihood in which nobody has died. Never 0 ÷ 0: odds are taken in logs.
 */
export function aliveShare(
  model: PurchaseModel,
  parameters: readonly number[],
  x: number,
  t: number,
  T: number,
  out: Alive
): void {
  if (model === "pareto_nbd") ofPareto(parameters, x, t, T, out);
  else ofBetaGeometric(model === "mbg_nbd" ? 1 : 0, parameters, x, t, T, out);
}

function ofBetaGeometric(o: number, parameters: readonly number[], x: number, t: number, T: number, out: Alive): void {
  const [r, alpha, a, b] = parameters as [number, number, number, number];
  if (x + o === 0) {
    out.share = 1;
    out.gradient.fill(0);
    return;
  }
  const back = b + x + o - 1;
  const log = Math.log(alpha + T) - Math.log(alpha + t);
  out.share = 1 / (1 + Math.exp(Math.log(a) - Math.log(back) + (r + x) * log));
  const spread = -out.share * (1 - out.share);
  out.gradient[0] = spread * r * log;
  out.gradient[1] = spread * alpha * (r + x) * (1 / (alpha + T) - 1 / (alpha + t));
  out.gradient[2] = spread;
  out.gradient[3] = (-spread * b) / back;
}

const deaths = noDeaths();

/** With W the odds of being dead, a sum over nodes, the share is 1 ÷ (1 + W) and its gradient −share (1 − share) ∇ ln W. */
function ofPareto(parameters: readonly number[], x: number, t: number, T: number, out: Alive): void {
  const [r, alpha, s, beta] = parameters as [number, number, number, number];
  placeDeaths(parameters, x, t, T, deaths);
  const {at, logWeight, logAlpha, logBeta} = deaths;
  const [lα, lβ] = [Math.log(alpha + T), Math.log(beta + T)];
  const logS = Math.log(s);
  let odds = 0;
  let [gr, gα, gs, gβ] = [0, 0, 0, 0];
  for (let k = 0; k < deathNodes; k++) {
    const y = at[k]!;
    const u = lα - logAlpha[k]!;
    const v = lβ - logBeta[k]!;
    const weight = Math.exp(Math.min(600, logS + logWeight[k]! - logBeta[k]! + (r + x) * u + s * v));
    odds += weight;
    gr += weight * u;
    gα += weight * (1 / (alpha + T) - 1 / (alpha + y));
    gs += weight * v;
    gβ += weight * (s / (beta + T) - (s + 1) / (beta + y));
  }
  out.share = 1 / (1 + odds);
  const fall = -out.share * (1 - out.share);
  const mean = odds > 0 ? 1 / odds : 0;
  out.gradient[0] = fall * r * gr * mean;
  out.gradient[1] = fall * alpha * (r + x) * gα * mean;
  out.gradient[2] = fall * (1 + s * gs * mean);
  out.gradient[3] = fall * beta * gβ * mean;
}
