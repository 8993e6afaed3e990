import type {Expression} from "kysely";
import {exactMean} from "./exact.ts";
import {nthNumber} from "./nth.ts";
import {compare, count, greatest, least, multiply, num, onlyWhen, ratio, sqrt, subtract, toDouble} from "./sql.ts";

/** 97.5 % quantiles of Student's t with 1, 2, … degrees of freedom. */
export const tQuantiles = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139, 2.200985,
  2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963, 2.079614, 2.073873, 2.068658,
  2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272, 2.039513, 2.036933, 2.034515, 2.032245, 2.030108,
  2.028094, 2.026192, 2.024394, 2.022691, 2.021075, 2.019541, 2.018082, 2.016692, 2.015368, 2.014103, 2.012896,
  2.011741, 2.010635, 2.009575, 2.008559, 2.007584, 2.006647, 2.005746, 2.004879, 2.004045, 2.003241, 2.002465,
  2.001717, 2.000995, 2.000298
] as const;

/** Half the 95 % t interval of a mean over rows; null under two. Beyond 60 degrees of freedom those of 60, a hair too wide. */
export function tMargin(x: Expression<number | null>) {
  const n = count(x);
  const [mean, square] = [exactMean(x), exactMean(multiply(x, x))];
  const gap = greatest<number | null>(subtract(square, multiply(mean, mean)), toDouble(num(0)));
  const freedom = subtract(n, num(1));
  const times = nthNumber(tQuantiles, least(freedom, num(tQuantiles.length)));
  return onlyWhen(compare(n, ">", num(1)), multiply(times, sqrt(ratio(gap, freedom))));
}

/** The same from how many there are, their sum and the sum of their squares, both exact; null under two. */
export function tMarginOfSums(
  n: Expression<number | null>,
  total: Expression<number | null>,
  squares: Expression<number | null>
) {
  const freedom = subtract(n, num(1));
  const real = toDouble(total);
  const spread = ratio(subtract(multiply(n, toDouble(squares)), multiply(real, real)), multiply(n, freedom));
  const times = nthNumber(tQuantiles, least<number | null>(freedom, num(tQuantiles.length)).$notNull());
  const margin = multiply(times, sqrt(ratio(greatest<number | null>(spread, toDouble(num(0))), n)));
  return onlyWhen(compare(n, ">", num(1)), margin);
}
