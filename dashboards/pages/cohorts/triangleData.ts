import {group} from "d3";
import type {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import type {martCohortAverage} from "../../../models/marts/mart_cohort_average.ts";
import type {martCohortRetention} from "../../../models/marts/mart_cohort_retention.ts";
import type {RowOf} from "../../../models/model.ts";
import {isWithheld} from "../../withheld.ts";

export type CohortRow = RowOf<typeof martCohortRetention>;
export type AverageRow = RowOf<typeof martCohortAverage>;
export type AsOfRow = RowOf<typeof intAsOf>;

/** A cohort in one elapsed month; null where fewer customers stand behind the number than may be published. */
export interface CohortMonth {
  /** Customers with an order in the month. */
  active: number | null;
  /** Customers with an order in the month or later. */
  later: number | null;
  orders: number | null;
  /** Net revenue of the month. */
  revenue: number | null;
  /** Net revenue ÷ that of month 0. */
  ratio: number | null;
  running: boolean;
}

/** A cohort; `months[0]` is elapsed month 1, up to the month of as_of. */
export interface Cohort {
  /** First day of its month, ISO. */
  month: string;
  /** Null where the whole cohort is too small to be published; then every number of its months is null too. */
  customers: number | null;
  months: CohortMonth[];
}

/** Weighted means of the cohorts that have completed a month, in whole per cent, so that no withheld cell follows from them. */
export interface CohortMean {
  /** How many cohorts have completed it. */
  cohorts: number;
  active: number;
  later: number;
  orders: number;
  ratio: number | null;
}

/** All that the triangle shows, for the page and its browser code. */
export interface TriangleData {
  cohorts: Cohort[];
  means: (CohortMean | null)[];
  minCell: number;
  asOf: string;
}

export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

const monthsTo = (from: Date, to: Date): number =>
  (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();

/** The cohorts of the mart, oldest first: months without a row are zeros once reached, small numbers are withheld. */
export function triangleData(
  rows: readonly CohortRow[],
  averages: readonly AverageRow[],
  asOf: AsOfRow | undefined,
  minCell: number
): TriangleData {
  const all = asOf ? cohortsOf(rows, asOf) : [];
  const longest = Math.max(0, ...all.map(({months}) => months.length));
  const means = Array.from({length: longest}, (_, i) => meanAt(all, averages, i, minCell));
  const cohorts = all.map(({month, customers, months}) =>
    isWithheld(customers, minCell)
      ? {month, customers: null, months: months.map(nothing)}
      : {month, customers, months: months.map((m) => withheld(m, minCell))}
  );
  return {cohorts, means, minCell, asOf: asOf ? isoDay(asOf.as_of_on) : ""};
}

type Whole = {[K in keyof CohortMonth]: K extends "ratio" ? number | null : NonNullable<CohortMonth[K]>};
type WholeCohort = {month: string; customers: number; months: Whole[]; first: number};

function cohortsOf(rows: readonly CohortRow[], asOf: AsOfRow): WholeCohort[] {
  const byCohort = group(rows, (row) => isoDay(row.cohort_month));
  return [...byCohort.keys()].sort().map((month) => {
    const own = byCohort.get(month)!;
    const start = own[0]!.cohort_month;
    const first = own.find((row) => row.months_since_first === 0)?.net_revenue ?? 0;
    const completed = monthsTo(start, asOf.last_complete_month);
    const months = Array.from({length: Math.max(0, monthsTo(start, asOf.as_of_month))}, (_, i): Whole => {
      const row = own.find((row) => row.months_since_first === i + 1);
      const next = own.filter((row) => row.months_since_first > i).map((row) => row.returning_later_customers);
      const revenue = row?.net_revenue ?? 0;
      return {
        active: row?.active_customers ?? 0,
        later: Math.max(0, ...next),
        orders: row?.orders ?? 0,
        revenue,
        ratio: first ? revenue / first : null,
        running: i + 1 > completed
      };
    });
    return {month, customers: own[0]!.cohort_customers, months, first};
  });
}

function meanAt(
  cohorts: readonly WholeCohort[],
  averages: readonly AverageRow[],
  i: number,
  minCell: number
): CohortMean | null {
  const done = cohorts.filter(({months}) => months[i] && !months[i].running);
  const customers = done.reduce((sum, cohort) => sum + cohort.customers, 0);
  if (!customers || isWithheld(customers, minCell)) return null;
  const average = averages.find((row) => row.months_since_first === i + 1);
  const first = done.reduce((sum, cohort) => sum + cohort.first, 0);
  const total = (key: "orders" | "revenue") => done.reduce((sum, {months}) => sum + months[i]![key], 0);
  return {
    cohorts: done.length,
    active: percent(average?.retention_share ?? 0),
    later: percent(average?.returning_later_share ?? 0),
    orders: percent(total("orders") / customers),
    ratio: first ? percent(total("revenue") / first) : null
  };
}

const percent = (share: number): number => Math.round(share * 100) / 100;

const nothing = ({running}: Whole): CohortMonth => ({
  active: null,
  later: null,
  orders: null,
  revenue: null,
  ratio: null,
  running
});

function withheld(month: Whole, minCell: number): CohortMonth {
  const later = isWithheld(month.later, minCell) ? null : month.later;
  if (!isWithheld(month.active, minCell)) return {...month, later};
  return {...nothing(month), later};
}
