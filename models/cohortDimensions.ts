/** How cohorts and the time since the first order are cut: calendar weeks, months, quarters, or 30 days each from the own first order. */
export const cohortPeriods = ["week", "month", "quarter", "rolling"] as const;
export type CohortPeriod = (typeof cohortPeriods)[number];

/** What customers can be grouped by: all that is known at their first order. */
export const cohortTraits = [
  "acquisition_channel",
  "first_sales_channel",
  "country",
  "first_category",
  "first_product",
  "first_value"
] as const;

/** The same, and everybody as one group, “all”. */
export const cohortDimensions = ["all", ...cohortTraits] as const;
export type CohortDimension = (typeof cohortDimensions)[number];

/** The group of customers of whom no source says it. */
export const unknownGroup = "unknown";
/** The groups beyond the largest, as one. */
export const otherGroups = "others";
/** How many groups of a dimension stand for themselves. */
export const mostGroups = 20;

/** Quarters of the customers by the value of their first order, the lowest first; equal values are in the same one. */
export const valueBands = ["lowest quarter", "lower quarter", "upper quarter", "highest quarter"] as const;
