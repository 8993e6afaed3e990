import {group, max, sum} from "d3";
import {isoDay, type CohortRow} from "./triangleData.ts";

/** Fewer customers than this end a curve. */
const enough = 50;

/** What the customers of the cohorts of one half-year have brought, cumulative and per customer. */
export interface Worth {
  year: number;
  half: 1 | 2;
  customers: number;
  /** Net revenue by elapsed month. */
  points: [month: number, money: number][];
  /** Margin by elapsed month, of the orders of known cost. */
  margin: [month: number, money: number][];
}

const halfOf = (month: Date): string => `${month.getUTCFullYear()}-${month.getUTCMonth() < 6 ? 1 : 2}`;

/**
 * What a customer has brought by elapsed month, by half-year of the first order, newest last.
 *
 * Every month adds the net revenue per customer of those cohorts of the half-year that have completed it; a curve ends before under
 * 50 customers stand behind a month. Rows are those of months.
 */
export function cumulative(rows: readonly CohortRow[], halves = 4): Worth[] {
  return [...group(rows, (row) => halfOf(row.cohort_on))]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .slice(-halves)
    .flatMap(([key, own]) => {
      const cohorts = [...group(own, (row) => isoDay(row.cohort_on)).values()].filter(
        ([first]) => first!.completed_periods > 0
      );
      const longest = max(cohorts, ([first]) => first!.completed_periods) ?? 0;
      const worth: Pick<Worth, "points" | "margin"> = {points: [], margin: []};
      for (let month = 0, [total, kept] = [0, 0]; month < longest; month++) {
        const done = cohorts.filter(([first]) => first!.completed_periods > month);
        const customers = sum(done, ([first]) => first!.cohort_customers);
        if (customers < enough) break;
        const now = done.flat().filter((row) => row.periods_since_first === month);
        total += sum(now, (row) => row.net_revenue) / customers;
        kept += sum(now, (row) => row.margin ?? 0) / customers;
        worth.points.push([month, total]);
        worth.margin.push([month, kept]);
      }
      const [year, half] = key.split("-").map(Number) as [number, 1 | 2];
      const customers = sum(cohorts, ([first]) => first!.cohort_customers);
      return worth.points.length ? [{year, half, customers, ...worth}] : [];
    });
}

/** Of the net revenue of all cohorts, that of orders of known cost; null where there is no revenue. */
export function costKnown(rows: readonly CohortRow[]): number | null {
  const all = sum(rows, (row) => row.net_revenue);
  return all > 0 ? sum(rows, (row) => row.costed_net_revenue) / all : null;
}
