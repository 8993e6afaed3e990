import {sigmoid} from "../learning/logistic.ts";

/** p = 1 ÷ (1 + e^−(slope · margin + intercept)). */
export interface Platt {
  slope: number;
  intercept: number;
}

/** Mean gradient at which nothing moves that could be seen. */
const tolerance = 1e-8;
/** Steps of Newton's method, at most. */
const mostSteps = 50;

/**
 * Margins as probabilities of outcome 1, from held-out margins: Platt (1999) with the targets (N₁ + 1) ÷ (N₁ + 2) and 1 ÷ (N₀ + 2), by Newton's
 * method with halved steps as in Lin, Lin & Weng (2007). Margins that rank rows no better than the reverse have slope 0: all rows get the share.
 */
export function fitPlatt(margins: Float64Array, outcome: Uint8Array): Platt {
  const ones = outcome.reduce((sum, value) => sum + value, 0);
  const target = [1 / (margins.length - ones + 2), (ones + 1) / (ones + 2)];
  const loss = (slope: number, intercept: number) => {
    let sum = 0;
    for (let i = 0; i < margins.length; i++) {
      const x = slope * margins[i]! + intercept;
      sum += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - target[outcome[i]!]! * x;
    }
    return sum;
  };
  let [slope, intercept] = [0, Math.log((ones + 1) / (margins.length - ones + 1))];
  let least = loss(slope, intercept);
  for (let step = 0; step < mostSteps; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-12, 0, 1e-12];
    for (let i = 0; i < margins.length; i++) {
      const m = margins[i]!;
      const p = sigmoid(slope * m + intercept);
      const [off, curve] = [p - target[outcome[i]!]!, p * (1 - p)];
      ga += m * off;
      gb += off;
      haa += m * m * curve;
      hab += m * curve;
      hbb += curve;
    }
    if (Math.abs(ga) + Math.abs(gb) < tolerance * margins.length) break;
    const det = haa * hbb - hab * hab;
    const [da, db] = [(hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det];
    const gain = ga * da + gb * db;
    let size = 1;
    for (; size > 1e-10; size /= 2) {
      const tried = loss(slope - size * da, intercept - size * db);
      if (tried > least - 1e-4 * size * gain) continue;
      [slope, intercept, least] = [slope - size * da, intercept - size * db, tried];
      break;
    }
    if (size <= 1e-10) break;
  }
  return slope > 0 ? {slope, intercept} : {slope: 0, intercept: Math.log((ones + 1) / (margins.length - ones + 1))};
}
