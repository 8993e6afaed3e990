import type {SummaryRow} from "./rows.ts";

type Ends = readonly [low: number | null, high: number | null];

/**
 * Where what comes will lie, 95 %: the doubt of the parameters and the chance of what customers then do; the doubt of the parameters alone
 * where the chance cannot be told.
 */
export const comingMoney = ({coming_low: low, coming_high: high, clv_low, clv_high}: SummaryRow): Ends =>
  low === null || high === null ? [clv_low, clv_high] : [low, high];

/** The same of purchases. */
export const comingDays = (summary: SummaryRow): Ends => {
  const {coming_days_low: low, coming_days_high: high} = summary;
  return low === null || high === null ? [summary.expected_days_low, summary.expected_days_high] : [low, high];
};
