import {group, max, sum} from "d3";
import {isoDay, type AsOfRow, type CohortRow} from "./triangleData.ts";

/** Fewer customers than this end a curve. */
const enough = 50;

/** Cumulative net revenue per customer of the cohorts of one half-year. */
export interface Worth {
  year: number;
  half: 1 | 2;
  customers: number;
  points: [month: number, money: number][];
}

const elapsed = (from: Date, to: Date): number =>
  (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();

const halfOf = (month: Date): string => `${month.getUTCFullYear()}-${month.getUTCMonth() < 6 ? 1 : 2}`;

/**
 * What a customer has brought by elapsed month, by half-year of the first order, newest last.
 *
 * Every month adds the net revenue per customer of those cohorts of the half-year that have completed it; a curve ends before under
 * 50 customers stand behind a month.
 */
export function cumulative(rows: readonly CohortRow[], asOf: AsOfRow, halves = 4): Worth[] {
  return [...group(rows, (row) => halfOf(row.cohort_month))]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .slice(-halves)
    .flatMap(([key, own]) => {
      const cohorts = [...group(own, (row) => isoDay(row.cohort_month)).values()].filter(
        ([first]) => elapsed(first!.cohort_month, asOf.last_complete_month) >= 0
      );
      const longest = max(cohorts, ([first]) => elapsed(first!.cohort_month, asOf.last_complete_month)) ?? -1;
      const points: [number, number][] = [];
      for (let month = 0, total = 0; month <= longest; month++) {
        const done = cohorts.filter(([first]) => elapsed(first!.cohort_month, asOf.last_complete_month) >= month);
        const customers = sum(done, ([first]) => first!.cohort_customers);
        if (customers < enough) break;
        total += sum(done.flat(), (row) => (row.months_since_first === month ? row.net_revenue : 0)) / customers;
        points.push([month, total]);
      }
      const [year, half] = key.split("-").map(Number) as [number, 1 | 2];
      return points.length ? [{year, half, customers: sum(cohorts, ([first]) => first!.cohort_customers), points}] : [];
    });
}
