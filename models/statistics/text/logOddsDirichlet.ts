/**
 * How much more a word is said in one group of texts than in another: z of the log odds ratio with an informative Dirichlet prior, one per word.
 *
 * y₁, y₂ are the counts, n₁, n₂ their sums; the prior α is the counts of both groups scaled to α₀ = `strength`. δ = ln((y₁ + α) ÷ (n₁ + α₀ − y₁ − α)) −
 * ln((y₂ + α) ÷ (n₂ + α₀ − y₂ − α)), its variance about 1 ÷ (y₁ + α) + 1 ÷ (y₂ + α). Source: Monroe, Colaresi & Quinn (2008), equations 16, 19, 22.
 */
export function logOddsDirichlet(first: ArrayLike<number>, second: ArrayLike<number>, strength: number): Float64Array {
  const sum = (counts: ArrayLike<number>) => Array.from(counts).reduce((total, count) => total + count, 0);
  const [n1, n2] = [sum(first), sum(second)];
  return Float64Array.from({length: first.length}, (_, w) => {
    const [y1, y2] = [first[w]!, second[w]!];
    const alpha = (strength * (y1 + y2)) / (n1 + n2);
    if (!alpha) return 0;
    const odds = (y: number, n: number) => (y + alpha) / (n + strength - y - alpha);
    return (Math.log(odds(y1, n1)) - Math.log(odds(y2, n2))) / Math.sqrt(1 / (y1 + alpha) + 1 / (y2 + alpha));
  });
}
