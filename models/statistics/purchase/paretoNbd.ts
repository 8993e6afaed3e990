import type {Objective} from "../optimise/positive.ts";
import {logGamma} from "../special/gamma.ts";
import {deathNodes, noDeaths, placeDeaths} from "./deaths.ts";
import {distinct, type PurchaseGroups} from "./groups.ts";

/**
 * Log-likelihood of r, α, s, β under Pareto/NBD, with gradient and Hessian.
 *
 * A customer buys at a gamma(r, α) rate and lives for an exponential time with a gamma(s, β) rate. The likelihood is Γ(r + x) α^r β^s ÷
 * Γ(r) times (α + T)^−(r + x) (β + T)^−s + s ∫ (α + y)^−(r + x) (β + y)^−(s + 1) dy over [t_x, T]. The integral, a difference of two
 * Gauss hypergeometric functions in the papers, is a sum over quadrature nodes here, added up in logs: nothing under- or overflows
 * or cancels, and derivatives are sums over the same nodes. Sources: Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005).
 */
export function paretoNbd(groups: PurchaseGroups): Objective {
  const {lastAge, age, customers} = groups;
  const x = distinct(groups.repeats);
  const deaths = noDeaths();
  const {at, logWeight, logAlpha, logBeta} = deaths;
  const terms = new Float64Array(deathNodes);

  return (parameters) => {
    const [r, alpha, s, beta] = parameters as [number, number, number, number];
    const score = {value: 0, gradient: new Float64Array(4), hessian: new Float64Array(16)};
    const {gradient: g, hessian: h} = score;
    const gammaR = logGamma(r);
    const gammas = Array.from(x.values, (value) => logGamma(r + value));
    const logS = Math.log(s);
    for (let i = 0; i < customers.length; i++) {
      const n = customers[i]!;
      const repeats = x.values[x.index[i]!]!;
      const rx = r + repeats;
      const lαT = Math.log(alpha + age[i]!);
      const lβT = Math.log(beta + age[i]!);
      const alive = -rx * lαT - s * lβT;
      placeDeaths(parameters, repeats, lastAge[i]!, age[i]!, deaths);
      let top = alive;
      for (let k = 0; k < deathNodes; k++) {
        const term = logS + logWeight[k]! - rx * logAlpha[k]! - (s + 1) * logBeta[k]!;
        terms[k] = term;
        if (term > top) top = term;
      }
      // Sums over the ways to have come here: alive at T, or dead at a node; u, v are the logs, p, q the reciprocals.
      let total = Math.exp(alive - top);
      const iα = 1 / (alpha + age[i]!);
      const iβ = 1 / (beta + age[i]!);
      let [su, sv, sp, sq] = [total * lαT, total * lβT, total * rx * iα, total * s * iβ];
      let [suu, suv, svv] = [total * lαT * lαT, total * lαT * lβT, total * lβT * lβT];
      let [sup, suq, svp, svq] = [su * rx * iα, su * s * iβ, sv * rx * iα, sv * s * iβ];
      let [spp, spq, sqq] = [sp * rx * iα, sp * s * iβ, sq * s * iβ];
      let [si, sj, sii, sjj] = [total * iα, total * iβ, sp * iα, sq * iβ];
      let dead = 0;
      for (let k = 0; k < deathNodes; k++) {
        const weight = Math.exp(terms[k]! - top);
        const u = logAlpha[k]!;
        const v = logBeta[k]! - 1 / s;
        const jα = 1 / (alpha + at[k]!);
        const jβ = 1 / (beta + at[k]!);
        const p = rx * jα;
        const q = (s + 1) * jβ;
        dead += weight;
        su += weight * u;
        sv += weight * v;
        sp += weight * p;
        sq += weight * q;
        suu += weight * u * u;
        suv += weight * u * v;
        svv += weight * v * v;
        sup += weight * u * p;
        suq += weight * u * q;
        svp += weight * v * p;
        svq += weight * v * q;
        spp += weight * p * p;
        spq += weight * p * q;
        sqq += weight * q * q;
        si += weight * jα;
        sj += weight * jβ;
        sii += weight * p * jα;
        sjj += weight * q * jβ;
      }
      total += dead;
      const m = n / total;
      const [eu, ev, ep, eq] = [su / total, sv / total, sp / total, sq / total];
      const {value, slope, curve} = gammas[x.index[i]!]!;
      score.value += n * (value - gammaR.value + r * Math.log(alpha) + s * Math.log(beta) + top + Math.log(total));
      g[0]! += n * (slope - gammaR.slope + Math.log(alpha) - eu);
      g[1]! += n * (r / alpha - ep);
      g[2]! += n * (Math.log(beta) - ev);
      g[3]! += n * (s / beta - eq);
      h[0]! += n * (curve - gammaR.curve - eu * eu) + m * suu;
      h[1]! += n * (1 / alpha - eu * ep) + m * (sup - si);
      h[2]! += m * suv - n * eu * ev;
      h[3]! += m * suq - n * eu * eq;
      h[5]! += n * (-r / (alpha * alpha) - ep * ep) + m * (spp + sii);
      h[6]! += m * svp - n * ev * ep;
      h[7]! += m * spq - n * ep * eq;
      h[10]! += m * (svv - dead / (s * s)) - n * ev * ev;
      h[11]! += n * (1 / beta - ev * eq) + m * (svq - sj);
      h[15]! += n * (-s / (beta * beta) - eq * eq) + m * (sqq + sjj);
    }
    for (const [i, j] of [
      [1, 4],
      [2, 8],
      [3, 12],
      [6, 9],
      [7, 13],
      [11, 14]
    ] as const)
      h[j] = h[i]!;
    return score;
  };
}
