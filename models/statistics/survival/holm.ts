/**
 * p-values of several tests made at once, adjusted so that the chance of any false alarm stays at the level; in the order given.
 *
 * The k-th smallest of m is multiplied by m − k + 1 and is no smaller than those before it. Source: Holm (1979).
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const adjusted = [...values];
  let least = 0;
  order.forEach((i, k) => {
    least = Math.max(least, Math.min(1, values[i]! * (values.length - k)));
    adjusted[i] = least;
  });
  return adjusted;
}
