import {differenceOfShares, twoSided, type Difference} from "../experiments/shares.ts";
import {z95} from "../survival/distributions.ts";

/** Of one stratum: cases among so many now, and before. */
export interface Stratum {
  now: {successes: number; n: number};
  before: {successes: number; n: number};
}

/**
 * Difference of two shares within strata, so that another mix of strata is no change: Σ w (p − q) ÷ Σ w, w = n m ÷ (n + m) (Mantel & Haenszel 1959),
 * its 95 % interval by the variance of Sato (1989), which holds for few large and for many small strata, and the two-sided p-value of the
 * Mantel–Haenszel test without continuity correction. A stratum with nobody on one side says nothing; of a single one it is the plain difference
 * (`differenceOfShares`). Null where no stratum has both sides.
 */
export function stratifiedDifference(strata: readonly Stratum[]): Difference | null {
  const told = strata.filter(({now, before}) => now.n > 0 && before.n > 0);
  if (told.length < 2) return told[0] ? differenceOfShares(told[0].now, told[0].before) : null;
  let [weight, sum, p, q, excess, chance] = [0, 0, 0, 0, 0, 0];
  for (const {now, before} of told) {
    const [a, c, n, m] = [now.successes, before.successes, now.n, before.n];
    const all = n + m;
    weight += (n * m) / all;
    sum += (a * m - c * n) / all;
    p += (n * n * c - m * m * a + (n * m * (m - n)) / 2) / (all * all);
    q += (a * (m - c) + c * (n - a)) / (2 * all);
    excess += a - (n * (a + c)) / all;
    chance += all > 1 ? (n * m * (a + c) * (all - a - c)) / (all * all * (all - 1)) : 0;
  }
  const difference = sum / weight;
  const half = z95 * Math.sqrt(Math.max(0, difference * p + q) / (weight * weight));
  const pValue = chance > 0 ? twoSided(excess / Math.sqrt(chance)) : 1;
  return {difference, low: Math.max(-1, difference - half), high: Math.min(1, difference + half), pValue};
}
