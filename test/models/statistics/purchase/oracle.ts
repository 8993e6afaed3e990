import gammaln from "@stdlib/math-base-special-gammaln";
import type {PurchaseModel} from "../../../../models/statistics/purchase/fitPurchase.ts";

const beta = (a: number, b: number) => gammaln(a) + gammaln(b) - gammaln(a + b);

/** ∫ f over the whole line by the trapezoid rule, exact to rounding for what falls off at both ends. */
function line(f: (v: number) => number, from: number, to: number, step: number): number {
  let sum = 0;
  for (let v = from; v <= to; v += step) sum += f(v);
  return sum * step;
}

/** Fine enough for sixteen digits: what is integrated is analytic in a strip of half-width π ÷ 2. */
const step = 0.2;

/** E over a gamma variate of shape k and rate 1, in its logarithm. */
const overGamma = (k: number, f: (x: number) => number) => {
  const whole = gammaln(k);
  return line((v) => Math.exp(k * v - Math.exp(v) - whole) * f(Math.exp(v)), -40 / k - 5, 9, step);
};

/** E over a beta variate, in its log odds. */
const overBeta = (a: number, b: number, f: (p: number) => number) => {
  const whole = beta(a, b);
  const density = (p: number, q: number) => Math.exp(a * Math.log(p) + b * Math.log(q) - whole);
  return line(
    (v) => density(1 / (1 + Math.exp(-v)), 1 / (1 + Math.exp(v))) * f(1 / (1 + Math.exp(-v))),
    -40 / a - 5,
    40 / b + 5,
    step
  );
};

/**
 * Likelihood of one history, integrated by brute force over who customers may be from what one customer does; shares no formula with the product.
 *
 * One customer of rate λ: purchases at Poisson times while alive, alive all through with a known chance or gone since the last purchase (after
 * each with chance p), or gone at an exponential time of rate μ.
 */
export function likelihood(
  model: PurchaseModel,
  [r, alpha, c, d]: readonly number[],
  x: number,
  t: number,
  T: number
): number {
  const byRate = (inner: (rate: number) => number) => overGamma(r!, (g) => inner(g / alpha!));
  if (model === "pareto_nbd") {
    return byRate((rate) =>
      overGamma(c!, (g) => {
        const death = g / d!;
        const both = rate + death;
        return rate ** x * ((death / both) * Math.exp(-both * t) + (rate / both) * Math.exp(-both * T));
      })
    );
  }
  const chances = x + (model === "mbg_nbd" ? 1 : 0);
  const stays = overBeta(c!, d!, (p) => (1 - p) ** chances);
  const leaves = chances > 0 ? overBeta(c!, d!, (p) => p * (1 - p) ** (chances - 1)) : 0;
  return byRate((rate) => rate ** x * (stays * Math.exp(-rate * T) + leaves * Math.exp(-rate * t)));
}

/** E[purchases in (T, T + t]] of one history by the same brute force: ∫ (alive ∧ history) × purchases of one who is alive ÷ likelihood. */
export function expectation(
  model: PurchaseModel,
  parameters: readonly number[],
  [x, t, T]: readonly [number, number, number],
  ahead: number
): number {
  const [r, alpha, c, d] = parameters as [number, number, number, number];
  const chances = x + (model === "mbg_nbd" ? 1 : 0);
  const joint = overGamma(r, (g) => {
    const rate = g / alpha;
    const bought = rate ** x * Math.exp(-rate * T);
    return model === "pareto_nbd"
      ? bought * overGamma(c, (h) => Math.exp((-h / d) * T) * ((rate * d) / h) * -Math.expm1((-h / d) * ahead))
      : bought * overBeta(c, d, (p) => ((1 - p) ** chances * -Math.expm1(-rate * p * ahead)) / p);
  });
  return joint / likelihood(model, parameters, x, t, T);
}

/** Gauss's series of 2F1(a, b; c; z) for |z| < 1. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [sum, term] = [1, 1];
  for (let k = 0; k < 100_000 && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
  }
  return sum;
}
