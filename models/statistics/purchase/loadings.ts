/**
 * A lower triangle L with L Lᵀ = the covariance of the logs of positive parameters.
 *
 * ∇ᵀΣ∇ = |Lᵀ∇|²: the loadings Lᵀ∇ of an expectation add up over customers, and the squares of their sums are the variance of the sum.
 * A parameter without variance (at its bound) has a row of zeros.
 */
export function logTriangle(parameters: readonly number[], covariance: readonly (readonly number[])[]): number[][] {
  const n = parameters.length;
  const triangle = Array.from({length: n}, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let rest = (covariance[i]?.[j] ?? 0) / (parameters[i]! * parameters[j]!);
      for (let k = 0; k < j; k++) rest -= triangle[i]![k]! * triangle[j]![k]!;
      if (i === j) triangle[j]![j] = Math.sqrt(Math.max(0, rest));
      else triangle[i]![j] = triangle[j]![j]! > 0 ? rest / triangle[j]![j]! : 0;
    }
  }
  return triangle;
}
