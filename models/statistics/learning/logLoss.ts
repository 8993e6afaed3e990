/** −ln of the probability of what happened in each row, from log odds; finite for any finite log odds. */
export function logLosses(logits: Float64Array, outcome: Uint8Array): Float64Array {
  return logits.map((logit, i) => {
    const z = outcome[i] ? logit : -logit;
    return z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
  });
}

/**
 * The place of the first of several candidates that errs no more than the best by more than one standard error of the difference.
 *
 * Candidates stand from the plainest to the boldest, each with its loss in the same rows. Source: the one-standard-error rule of Breiman,
 * Friedman, Olshen & Stone (1984), on paired differences.
 */
export function plainestOfBest(losses: readonly Float64Array[]): number {
  const means = losses.map((loss) => loss.reduce((sum, x) => sum + x, 0) / loss.length);
  const best = losses[means.indexOf(Math.min(...means))]!;
  return losses.findIndex((loss) => {
    const n = loss.length;
    const mean = loss.reduce((sum, x, i) => sum + x - best[i]!, 0) / n;
    const variance = loss.reduce((sum, x, i) => sum + (x - best[i]! - mean) ** 2, 0) / Math.max(1, n - 1);
    return mean <= Math.sqrt(variance / n);
  });
}
