import type {Summary} from "./rows.ts";

/** Forecasts from which on they are compared with the naive ones. */
const LEAST = 6;

/** How good forecasts have been: better or worse than more of the same, or too few to say. */
export function accuracyOf({tested_forecasts: n, mean_error: error, naive_mean_error: naive}: Summary) {
  if (n < LEAST || error === null || naive === null) return {state: "too_few", n} as const;
  return {state: error < naive ? "better" : "worse", n, error, naive} as const;
}
