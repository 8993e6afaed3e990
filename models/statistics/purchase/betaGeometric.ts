import {logGamma} from "../special/gamma.ts";
import type {Objective} from "../optimise/positive.ts";
import {distinct, type PurchaseGroups} from "./groups.ts";

/**
 * Log-likelihood of r, α, a, b under BG/NBD (opportunities 0) or MBG/NBD (1), with gradient and Hessian.
 *
 * A customer buys at a gamma(r, α) rate and drops out after a purchase with a beta(a, b) probability: after a repeat purchase alone, or
 * after the first too. With o opportunities before the first repeat, alive at T weighs B(a, b + x + o) (α + T)^−(r + x), and
 * gone since t_x weighs B(a + 1, b + x + o − 1) (α + t_x)^−(r + x) where x + o > 0; both times Γ(r + x) α^r ÷ (Γ(r) B(a, b)).
 * What hangs on one of x, t_x, T alone is computed once a distinct value. Sources: Fader, Hardie & Lee (2005); Batislam, Denizel &
 * Filiztekin (2007); Hoppe & Wagner (2007).
 */
export function betaGeometric(groups: PurchaseGroups, opportunities: 0 | 1): Objective {
  const x = distinct(groups.repeats);
  const t = distinct(groups.lastAge);
  const T = distinct(groups.age);
  const weights = groups.customers;
  const weightOf = new Float64Array(x.values.length);
  for (let i = 0; i < weights.length; i++) weightOf[x.index[i]!]! += weights[i]!;

  return ([r, alpha, a, b]) => {
    const score = ofRepeats(x.values, weightOf, opportunities, [r!, alpha!, a!, b!]);
    const [logT, overT] = logsOf(T.values, alpha!);
    const [logt, overt] = logsOf(t.values, alpha!);
    const [gone, overB] = goneOf(x.values, opportunities, a!, b!);
    let [value, gr, gα, gb, dead] = [0, 0, 0, 0, 0];
    let [hrr, hrα, hra, hrb, hαα, hαa, hαb, haa, hab, hbb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < weights.length; i++) {
      const n = weights[i]!;
      const k = x.index[i]!;
      const rx = r! + x.values[k]!;
      const lT = logT[T.index[i]!]!;
      const lt = logt[t.index[i]!]!;
      const oT = overT[T.index[i]!]!;
      const ot = overt[t.index[i]!]!;
      const oB = overB[k]!;
      // Log odds of being gone; e^−|d| neither over- nor underflows.
      const d = gone[k]! + rx * (lT - lt);
      const small = Math.exp(-Math.abs(d));
      const alive = d > 0 ? small / (1 + small) : 1 / (1 + small);
      const u = n * (1 - alive);
      const w = n * alive;
      value += n * ((d > 0 ? d : 0) + Math.log1p(small) - rx * lT);
      gr -= w * lT + u * lt;
      gα -= rx * (w * oT + u * ot);
      gb -= u * oB;
      dead += u;
      const spread = u * alive;
      const dr = lT - lt;
      const dα = rx * (ot - oT);
      hrr += spread * dr * dr;
      hrα -= w * oT + u * ot + spread * dr * dα;
      hra += spread * dr;
      hrb -= spread * dr * oB;
      hαα += rx * (w * oT * oT + u * ot * ot) + spread * dα * dα;
      hαa -= spread * dα;
      hαb += spread * dα * oB;
      haa += spread;
      hab -= spread * oB;
      hbb += (u + spread) * oB * oB;
    }
    score.value += value;
    const g = [gr, gα, dead / a!, gb];
    const h = [
      [hrr, hrα, hra / a!, hrb],
      [hrα, hαα, hαa / a!, hαb],
      [hra / a!, hαa / a!, (haa - dead) / (a! * a!), hab / a!],
      [hrb, hαb, hab / a!, hbb]
    ];
    g.forEach((slope, i) => (score.gradient[i]! += slope));
    h.flat().forEach((curve, i) => (score.hessian[i]! += curve));
    return score;
  };
}

/** What hangs on x alone: ln Γ(r + x) − ln Γ(r) + r ln α + ln B(a, b + x + o) − ln B(a, b), weighed. */
function ofRepeats(
  values: Float64Array,
  weights: Float64Array,
  o: number,
  [r, alpha, a, b]: readonly [number, number, number, number]
) {
  const score = {value: 0, gradient: new Float64Array(4), hessian: new Float64Array(16)};
  const {gradient: g, hessian: h} = score;
  const [gr, gb, gab] = [logGamma(r), logGamma(b), logGamma(a + b)];
  for (let k = 0; k < values.length; k++) {
    const [x, n] = [values[k]!, weights[k]!];
    const [rx, bx, abx] = [logGamma(r + x), logGamma(b + x + o), logGamma(a + b + x + o)];
    score.value += n * (rx.value - gr.value + r * Math.log(alpha) + gab.value + bx.value - gb.value - abx.value);
    g[0]! += n * (rx.slope - gr.slope + Math.log(alpha));
    g[1]! += (n * r) / alpha;
    g[2]! += n * (gab.slope - abx.slope);
    g[3]! += n * (gab.slope - abx.slope + bx.slope - gb.slope);
    h[0]! += n * (rx.curve - gr.curve);
    h[5]! -= (n * r) / (alpha * alpha);
    h[10]! += n * (gab.curve - abx.curve);
    h[15]! += n * (gab.curve - abx.curve + bx.curve - gb.curve);
    h[1]! += n / alpha;
    h[11]! += n * (gab.curve - abx.curve);
  }
  h[4] = h[1]!;
  h[14] = h[11]!;
  return score;
}

const logsOf = (times: Float64Array, alpha: number): [Float64Array, Float64Array] => [
  times.map((time) => Math.log(alpha + time)),
  times.map((time) => 1 / (alpha + time))
];

/** ln of B(a + 1, b + x + o − 1) ÷ B(a, b + x + o) = a ÷ (b + x + o − 1), and 1 ÷ (b + x + o − 1); who could not yet drop out has −∞ and 0. */
const goneOf = (repeats: Float64Array, o: number, a: number, b: number): [Float64Array, Float64Array] => [
  repeats.map((x) => (x + o > 0 ? Math.log(a / (b + x + o - 1)) : -Infinity)),
  repeats.map((x) => (x + o > 0 ? 1 / (b + x + o - 1) : 0))
];
