/** The range in which a monthly value usually lies. */
export interface UsualRange {
  mean: number;
  low: number;
  high: number;
}

/** Months that a usual range is taken over, and the fewest that give one. */
const [longest, fewest] = [12, 6];

/**
 * Natural process limits of a series that ends before the value to be judged: mean ± 2.66 × mean moving range, not below zero;
 * undefined under six values. Source: Wheeler (1993), individuals chart.
 */
export function usualRange(values: readonly number[]): UsualRange | undefined {
  const taken = values.slice(-longest);
  if (taken.length < fewest) return undefined;
  const mean = taken.reduce((sum, value) => sum + value, 0) / taken.length;
  const moves = taken.slice(1).map((value, i) => Math.abs(value - taken[i]!));
  const reach = (2.66 * moves.reduce((sum, move) => sum + move, 0)) / moves.length;
  return {mean, low: Math.max(0, mean - reach), high: mean + reach};
}
