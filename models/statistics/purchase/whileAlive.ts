import {gaussLegendre} from "../special/gauss.ts";
import type {PurchaseModel} from "./fitPurchase.ts";

/** How far ahead to look, and the discount, per unit of time of the fit: money at τ counts e^(−δτ). */
export interface Horizon {
  length: number;
  discount: number;
}

/** Expected purchases of a customer who is alive: within the horizon, and each discounted to now. */
export interface WhileAlive {
  expected: number;
  discounted: number;
}

const {nodes, weights} = gaussLegendre(6);
/** Terms of a sum after which the rest is taken at the last. */
const mostTerms = 200_000;

/**
 * E[Y(t)] of a customer alive at T who has bought again x times: a function of x and T alone.
 *
 * BG/NBD, MBG/NBD: with p ~ beta(a, b + x + o) and purchases N while nobody drops out negative binomial of shape r + x and odds
 * t ÷ (α + T), it is E[1 + (1 − p) + … + (1 − p)^(N − 1)]: a sum of positive terms that equals the papers' 2F1 form without its cancellation at
 * a = 1. Pareto/NBD: (r + x) (β + T) ÷ ((α + T) (s − 1)) (1 − ((β + T) ÷ (β + T + t))^(s − 1)).
 */
export function purchasesWhileAlive(
  model: PurchaseModel,
  parameters: readonly number[],
  x: number,
  T: number,
  t: number
): number {
  const [r, alpha, c, d] = parameters as [number, number, number, number];
  if (model !== "pareto_nbd") return ofDropout(1, r + x, t / (alpha + T + t), c, dropoutOf(model, d, x));
  return ((r + x) / (alpha + T)) * (d + T) * powerSum(1 - c, Math.log1p(t / (d + T)));
}

/**
 * E[Y(t)²] of the same customer, of which Var[Y] = P(alive) E[Y² | alive] − E[Y]².
 *
 * BG/NBD, MBG/NBD: the same sum of (2k + 1) (1 − p)^k. Pareto/NBD: with L the time lived, E[λ] E[L] + E[λ²] E[L²].
 */
export function squareWhileAlive(
  model: PurchaseModel,
  parameters: readonly number[],
  x: number,
  T: number,
  t: number
): number {
  const [r, alpha, c, d] = parameters as [number, number, number, number];
  if (model !== "pareto_nbd") return ofDropout(2, r + x, t / (alpha + T + t), c, dropoutOf(model, d, x));
  const log = Math.log1p(t / (d + T));
  const rate = (r + x) / (alpha + T);
  const lived = (d + T) * powerSum(1 - c, log);
  const square = 2 * (d + T) ** 2 * Math.max(0, powerSum(2 - c, log) - powerSum(1 - c, log));
  return rate * lived + rate * ((r + x + 1) / (alpha + T)) * square;
}

const dropoutOf = (model: PurchaseModel, b: number, x: number) => b + x + (model === "mbg_nbd" ? 1 : 0);

/** ∫ e^(kv) dv over [0, L]. */
const powerSum = (k: number, length: number) => (k === 0 ? length : Math.expm1(k * length) / k);

/** The mean over a negative binomial N of E[min(N, G)^power], G − 1 the purchases survived with chances 1 − p, p ~ beta(a, b). */
function ofDropout(power: 1 | 2, shape: number, z: number, a: number, b: number): number {
  if (z <= 0) return 0;
  // Weights and sums share a scale that is brought down before it overflows: their ratio alone counts.
  let weight = 1;
  let total = 1;
  let sum = 0;
  let survives = 1;
  let value = 0;
  for (let n = 0; n < mostTerms; n++) {
    const ratio = (z * (shape + n)) / (n + 1);
    const step = power === 1 ? 1 : 2 * n + 1;
    weight *= ratio;
    value += step * survives;
    survives *= (b + n) / (a + b + n);
    total += weight;
    sum += weight * value;
    if (ratio < 1 && weight * (value * (1 - ratio) + step) < 1e-14 * sum * (1 - ratio) ** (1 + power))
      return sum / total;
    if (total > 1e250) {
      weight *= 1e-250;
      total *= 1e-250;
      sum *= 1e-250;
    }
  }
  return withRest(shape, z, total, sum, value);
}

/** The weights of all n add up to (1 − z)^−shape, where that is a number. */
function withRest(shape: number, z: number, total: number, sum: number, purchases: number): number {
  const whole = Math.exp(-shape * Math.log1p(-z));
  return Number.isFinite(whole) && whole > total ? (sum + (whole - total) * purchases) / whole : sum / total;
}

/**
 * Expected purchases within a horizon, plain and discounted, of a customer who is alive.
 *
 * ∫ e^(−δτ) dE[Y(τ)] = e^(−δH) E[Y(H)] + δ ∫ e^(−δτ) E[Y(τ)] dτ, the last by Gauss–Legendre quadrature of six nodes: as δH is small and
 * E[Y] smooth, a hundred-thousandth off at most.
 */
export function whileAlive(
  model: PurchaseModel,
  parameters: readonly number[],
  x: number,
  T: number,
  {length, discount}: Horizon
): WhileAlive {
  const expected = purchasesWhileAlive(model, parameters, x, T, length);
  if (discount === 0) return {expected, discounted: expected};
  let discounted = Math.exp(-discount * length) * expected;
  for (let k = 0; k < nodes.length; k++) {
    const time = nodes[k]! * length;
    discounted +=
      discount * length * weights[k]! * Math.exp(-discount * time) * purchasesWhileAlive(model, parameters, x, T, time);
  }
  return {expected, discounted};
}
