import {predictor, type RiskSets} from "./riskSets.ts";

/** How ended subjects of equal time share their risk set. */
export type Ties = "efron" | "breslow";

/** What one time with ends adds to the log partial likelihood, its gradient (x of the ended less their expectation) and its information. */
export interface EventTime {
  time: number;
  events: number;
  logLikelihood: number;
  score: Float64Array;
  /** p × p, by rows. */
  information: Float64Array;
}

/** Sums over subjects of weight w, w x, w x xᵀ, where w = exp(βᵀx). */
class Moments {
  zero = 0;
  readonly one: Float64Array;
  readonly two: Float64Array;

  constructor(private readonly p: number) {
    this.one = new Float64Array(p);
    this.two = new Float64Array(p * p);
  }

  add(x: readonly number[], w: number): void {
    this.zero += w;
    for (let i = 0; i < this.p; i++) {
      const wx = w * x[i]!;
      if (wx === 0) continue;
      this.one[i]! += wx;
      for (let j = 0; j <= i; j++) this.two[i * this.p + j]! += wx * x[j]!;
    }
  }

  clear(): void {
    this.zero = 0;
    this.one.fill(0);
    this.two.fill(0);
  }
}

/**
 * Visits every time with ends, latest first, in one pass over the risk sets.
 *
 * Of d ends at once, the l-th meets a risk set from which l ÷ d of the ended have gone (Efron 1977) or none has (Breslow 1974). The sum
 * over l is over five numbers alone, so that equal times cost nothing more. The visited object is used again at the next time.
 */
export function eachEventTime(
  {rows, columns: p}: RiskSets,
  beta: readonly number[],
  ties: Ties,
  visit: (at: EventTime) => void
): void {
  const risk = new Moments(p);
  const ended = new Moments(p);
  const observed = new Float64Array(p);
  const at: EventTime = {
    time: 0,
    events: 0,
    logLikelihood: 0,
    score: new Float64Array(p),
    information: new Float64Array(p * p)
  };
  for (let from = 0; from < rows.length;) {
    at.time = rows[from]!.time;
    at.events = 0;
    at.logLikelihood = 0;
    observed.fill(0);
    ended.clear();
    for (; from < rows.length && rows[from]!.time === at.time; from++) {
      const {covariates, count, ended: isEnd} = rows[from]!;
      const eta = predictor(covariates, beta);
      const w = count * Math.exp(eta);
      risk.add(covariates, w);
      if (!isEnd) continue;
      ended.add(covariates, w);
      at.events += count;
      at.logLikelihood += count * eta;
      for (let i = 0; i < p; i++) observed[i]! += count * covariates[i]!;
    }
    if (at.events === 0) continue;
    share(at, {risk, ended, observed, p, ties});
    visit(at);
  }
}

interface Sums {
  risk: Moments;
  ended: Moments;
  observed: Float64Array;
  p: number;
  ties: Ties;
}

/** Σ over l of log, 1 ÷ φ, a ÷ φ, 1 ÷ φ², a ÷ φ², a² ÷ φ², where φ = R − a D and a = l ÷ d. */
function share(at: EventTime, {risk, ended, observed, p, ties}: Sums): void {
  let [b0, b1, c0, c1, c2] = [0, 0, 0, 0, 0];
  for (let l = 0; l < at.events; l++) {
    const a = ties === "efron" ? l / at.events : 0;
    const phi = risk.zero - a * ended.zero;
    at.logLikelihood -= Math.log(phi);
    b0 += 1 / phi;
    b1 += a / phi;
    c0 += 1 / (phi * phi);
    c1 += a / (phi * phi);
    c2 += (a * a) / (phi * phi);
  }
  for (let i = 0; i < p; i++) {
    const [r, d] = [risk.one[i]!, ended.one[i]!];
    at.score[i] = observed[i]! - (r * b0 - d * b1);
    for (let j = 0; j <= i; j++) {
      const [s, e] = [risk.one[j]!, ended.one[j]!];
      const mean = risk.two[i * p + j]! * b0 - ended.two[i * p + j]! * b1;
      const value = mean - (r * s * c0 - (r * e + d * s) * c1 + d * e * c2);
      at.information[i * p + j] = value;
      at.information[j * p + i] = value;
    }
  }
}
