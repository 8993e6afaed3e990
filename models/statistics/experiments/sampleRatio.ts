import {upperTail} from "../survival/distributions.ts";

/** Below this p-value the arms are not of the sizes that were drawn: something went wrong, and no effect may be read. */
export const mismatchBelow = 0.001;

/**
 * The p-value of arm sizes as uneven as these, when customers were drawn with these shares (χ² goodness of fit); 1 where there is nobody.
 *
 * Source: Fabijan et al. (2019) on sample-ratio mismatch, also for the limit of 0.001.
 */
export function sampleRatio(sizes: readonly number[], shares: readonly number[]): number {
  const [n, whole] = [sizes, shares].map((values) => values.reduce((sum, value) => sum + value, 0)) as [number, number];
  if (n === 0) return 1;
  const chiSquare = sizes.reduce((sum, size, i) => {
    const expected = (n * shares[i]!) / whole;
    return sum + (expected > 0 ? (size - expected) ** 2 / expected : size > 0 ? Infinity : 0);
  }, 0);
  return chiSquare === Infinity ? 0 : upperTail(chiSquare, sizes.length - 1);
}
