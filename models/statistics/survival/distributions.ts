import chiSquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";

/** Half the width of a 95 % interval of a normal variable, in standard deviations. */
export const z95 = 1.959963984540054;

/** The chance of a χ² as great as this one or greater, in [0, 1]. */
export const upperTail = (chiSquare: number, degrees: number): number =>
  Math.min(1, Math.max(0, 1 - chiSquareCdf(chiSquare, degrees)));
