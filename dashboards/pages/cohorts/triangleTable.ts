import type {TriangleData} from "./triangleData.ts";
import {shown} from "./triangleHeat.ts";
import {measureOf, shareOf, type View} from "./view.ts";

type Value = string | number | null;

/** The triangle as shown, for a file: a row a cohort, plain shares by elapsed month, null where withheld or not reached. */
export function triangleTable(data: TriangleData, view: View, filter: string): {columns: string[]; rows: Value[][]} {
  const cohorts = shown(data, view);
  const longest = Math.max(0, ...cohorts.map(({months}) => months.length));
  const months = Array.from({length: longest}, (_, i) => i);
  const columns = [
    "cohort_month",
    "cohort_customers",
    ...months.map((i) => `month_${i + 1}`),
    "running_month",
    "as_of",
    "filter"
  ];
  const rows = cohorts.map((cohort): Value[] => {
    const running = cohort.months.findIndex((month) => month.running);
    const shares = months.map((i) => {
      const month = cohort.months[i];
      const share = month ? shareOf(measureOf(view), cohort, month) : null;
      return share === null ? null : Number(share.toFixed(6));
    });
    return [cohort.month, cohort.customers, ...shares, running < 0 ? null : running + 1, data.asOf, filter];
  });
  return {columns, rows};
}
