import {bisectRight, cumsum} from "d3";

/** A chooser over values with weights: takes a uniform number in [0, 1), gives a value with probability ∝ its weight. */
export function weighted<T>(values: readonly T[], weight: (value: T) => number): (uniform: number) => T {
  const sums = cumsum(values, weight);
  const total = sums[sums.length - 1]!;
  return (uniform) => values[bisectRight(sums, uniform * total)]!;
}
