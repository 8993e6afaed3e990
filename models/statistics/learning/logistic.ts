/** 1 ÷ (1 + e^−x), without overflow. */
export const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** ln(p ÷ (1 − p)) of a count of successes, with half a success and half a failure added: finite where all or none are. */
export const logOdds = (successes: number, trials: number): number =>
  Math.log((successes + 0.5) / (trials - successes + 0.5));
