import {cohortTraits} from "../../../models/cohortDimensions.ts";

const daylong = 86_400_000;

/** Monday weeks since the one of 1 January 1970, a Thursday, by days since then. */
export const weekIndex = (day: number): number => Math.floor((day + 3) / 7);

/** Calendar quarters, year × 4 + quarter − 1, by days since 1970. */
export function quarterIndex(day: number): number {
  const date = new Date(day * daylong);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

/** A cohort of an address: a month "2025-03", a quarter "2025-Q1" or an ISO week "2025-W10", with the index of its kind. */
export type CohortText =
  {kind: "month"; index: number} | {kind: "quarter"; index: number} | {kind: "week"; index: number; monday: string};

/** What an address says of a cohort; null where it is none. */
export function cohortOf(text: string): CohortText | null {
  const month = /^(\d{4})-(0[1-9]|1[0-2])(?:-01)?$/.exec(text);
  if (month) return {kind: "month", index: Number(month[1]) * 12 + Number(month[2]) - 1};
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) return {kind: "quarter", index: Number(quarter[1]) * 4 + Number(quarter[2]) - 1};
  const week = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(text);
  if (!week) return null;
  // The first ISO week holds 4 January.
  const fourth = Date.UTC(Number(week[1]), 0, 4) / daylong;
  const index = weekIndex(fourth) + Number(week[2]) - 1;
  return {kind: "week", index, monday: new Date((index * 7 - 3) * daylong).toISOString().slice(0, 10)};
}

/** A group of an address, "country:GB"; null where there is no such dimension. */
export function groupOf(text: string): {trait: (typeof cohortTraits)[number]; name: string} | null {
  const trait = cohortTraits.find((trait) => text.startsWith(`${trait}:`));
  return trait ? {trait, name: text.slice(trait.length + 1)} : null;
}
