/** The match weight of a probability: log2 of its odds, within ±200. */
export const weightOf = (probability: number): number =>
  Math.max(-200, Math.min(200, Math.log2(probability / (1 - probability))));
