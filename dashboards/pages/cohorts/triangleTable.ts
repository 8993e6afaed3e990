import type {TriangleData} from "./triangleData.ts";
import {shown} from "./triangleHeat.ts";
import {measureOf, shareOf, type View} from "./view.ts";

type Value = string | number | null;

/** The triangle as shown, for a file: a row a cohort, plain values by elapsed period, null where withheld or not reached. */
export function triangleTable(data: TriangleData, view: View, filter: string): {columns: string[]; rows: Value[][]} {
  const cohorts = shown(data, view);
  const longest = Math.max(0, ...cohorts.map(({cells}) => cells.length));
  const ages = Array.from({length: longest}, (_, i) => i);
  const name = data.period === "rolling" ? "period" : data.period;
  const columns = [
    data.period === "month" ? "cohort_month" : "cohort_on",
    "cohort_customers",
    ...ages.map((i) => `${name}_${i + 1}`),
    `running_${name}`,
    "as_of",
    "filter"
  ];
  const rows = cohorts.map((cohort): Value[] => {
    const running = cohort.cells.findIndex((cell) => cell.running);
    const shares = ages.map((i) => {
      const cell = cohort.cells[i];
      const share = cell ? shareOf(measureOf(view), cohort, cell) : null;
      return share === null ? null : Number(share.toFixed(6));
    });
    return [cohort.on, cohort.customers, ...shares, running < 0 ? null : running + 1, data.asOf, filter];
  });
  return {columns, rows};
}
