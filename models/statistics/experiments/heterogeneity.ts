import {upperTail} from "../survival/distributions.ts";

/** An effect in one group, with the variance of its estimate, which is above zero. */
export interface GroupEffect {
  difference: number;
  variance: number;
}

/**
 * Whether effects in groups differ by more than chance: their squared distances from the mean that weighs each by its precision, and the
 * p-value of as much; null with fewer than two groups. Source: Cochran (1954).
 */
export function heterogeneity(
  effects: readonly GroupEffect[]
): {chiSquare: number; degrees: number; pValue: number} | null {
  if (effects.length < 2) return null;
  const sum = (of: (effect: GroupEffect) => number) => effects.reduce((total, effect) => total + of(effect), 0);
  const mean = sum(({difference, variance}) => difference / variance) / sum(({variance}) => 1 / variance);
  const chiSquare = sum(({difference, variance}) => (difference - mean) ** 2 / variance);
  const degrees = effects.length - 1;
  return {chiSquare, degrees, pValue: upperTail(chiSquare, degrees)};
}

/**
 * Variance of a difference of shares that is above zero even where nobody or everybody succeeded: with a success and a failure added to each arm.
 * Source: Agresti & Caffo (2000).
 */
export const varianceOfShares = (...arms: readonly {successes: number; n: number}[]): number =>
  arms.reduce((sum, {successes, n}) => {
    const share = (successes + 1) / (n + 2);
    return sum + (share * (1 - share)) / (n + 2);
  }, 0);
