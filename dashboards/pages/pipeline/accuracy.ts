import type {ForecastRow, Summary} from "./rows.ts";

/** Forecasts from which on they are compared with the naive ones. */
const LEAST = 6;

/**
 * How far forecasts have been off on average, more of the same beside them, and how many were too high; or too few to say.
 *
 * They are of overlapping months, so the two means are told and not tested.
 */
export function accuracyOf(
  {tested_forecasts: n, mean_error: error, naive_mean_error: naive}: Summary,
  forecasts: readonly ForecastRow[]
) {
  if (n < LEAST || error === null || naive === null) return {state: "too_few", n} as const;
  const tooHigh = forecasts.filter(
    (row) => row.is_over && row.naive_value !== null && Number(row.expected_value ?? 0) > Number(row.came_value)
  ).length;
  return {state: "told", n, error, naive, tooHigh} as const;
}
