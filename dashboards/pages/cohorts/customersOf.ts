import {quarterOf} from "./periodWords.ts";
import type {Cell} from "./triangleHeat.ts";
import {periodOf, type View} from "./view.ts";

/** The ISO week of a Monday, as "2025-W10". Source: ISO 8601, the week belongs to the year of its Thursday. */
export function isoWeek(monday: string): string {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000));
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The filters of the customers page that choose exactly the customers of a cell. */
export function customersOf(view: View, {cohort, k}: Cell): Record<string, string | number> {
  const period = periodOf(view);
  const name = {
    week: isoWeek(cohort),
    month: cohort.slice(0, 7),
    quarter: `${cohort.slice(0, 4)}-Q${quarterOf(cohort)}`,
    rolling: cohort.slice(0, 7)
  }[period];
  return {
    cohort: name,
    [period]: k,
    ...(view.counted === "later" && view.measure === "customers" ? {counted: "later"} : {}),
    ...(view.by !== "all" && view.group ? {group: `${view.by}:${view.group}`} : {})
  };
}
