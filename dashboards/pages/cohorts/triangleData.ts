import {group} from "d3";
import type {CohortPeriod} from "../../../models/cohortDimensions.ts";
import type {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import type {martCohortAverage} from "../../../models/marts/mart_cohort_average.ts";
import type {martCohortRetention} from "../../../models/marts/mart_cohort_retention.ts";
import type {RowOf} from "../../../models/model.ts";
import {isWithheld} from "../../withheld.ts";

export type CohortRow = RowOf<typeof martCohortRetention>;
export type AverageRow = RowOf<typeof martCohortAverage>;
export type AsOfRow = RowOf<typeof intAsOf>;

/** A cohort in one elapsed period; null where fewer customers stand behind the number than may be published. */
export interface CohortCell {
  /** Customers with an order in the period. */
  active: number | null;
  /** Customers with an order in the period or later. */
  later: number | null;
  orders: number | null;
  /** Net revenue of the period. */
  revenue: number | null;
  /** Net revenue ÷ that of period 0. */
  ratio: number | null;
  /** Cumulative net revenue per customer of the cohort; to two digits from the first withheld cell on, so that none follows from it. */
  worth: number | null;
  /** Cumulative margin per customer, likewise; null also where no cost is known. */
  margin: number | null;
  running: boolean;
}

/** A cohort; `cells[0]` is elapsed period 1, up to the last that has begun. */
export interface Cohort {
  /** Its first day, ISO. */
  on: string;
  /** Null where the whole cohort is too small to be published; then every number of its cells is null too. */
  customers: number | null;
  cells: CohortCell[];
}

/** Weighted means of the cohorts that have completed a period, rounded, so that no withheld cell follows from them. */
export interface CohortMean {
  /** How many cohorts have completed it. */
  cohorts: number;
  /** Whole per cent. */
  active: number;
  later: number;
  orders: number;
  ratio: number | null;
  /** To three digits. */
  worth: number;
  margin: number | null;
}

/** All that the triangle shows, for the page and its browser code. */
export interface TriangleData {
  period: CohortPeriod;
  cohorts: Cohort[];
  means: (CohortMean | null)[];
  minCell: number;
  asOf: string;
}

export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** A cohort before anything is withheld; `first` is its row of period 0. */
export type WholeCell = {
  [K in keyof CohortCell]: K extends "active" | "later" | "orders" | "revenue" ? number : CohortCell[K];
};
export interface WholeCohort {
  on: string;
  customers: number;
  cells: WholeCell[];
}

/** What may not be told although it is large enough: told by whether a cohort, or a cell of it by its place, is among them. */
export interface Secrets {
  cohort: (on: string) => boolean;
  cell: (on: string, i: number, count: "active" | "later") => boolean;
}
const noSecrets: Secrets = {cohort: () => false, cell: () => false};

/** The cohorts of one period and group, oldest first: periods without a row are zeros once reached, small numbers are withheld. */
export function triangleData(
  rows: readonly CohortRow[],
  averages: readonly AverageRow[],
  asOf: AsOfRow | undefined,
  minCell: number,
  secrets: Secrets = noSecrets
): TriangleData {
  const all = wholeCohorts(rows);
  const longest = Math.max(0, ...all.map(({cells}) => cells.length));
  const byAge = new Map(averages.map((row) => [row.periods_since_first, row]));
  const means = Array.from({length: longest}, (_, i) => meanOf(byAge.get(i + 1), minCell));
  return {
    period: rows[0]?.period ?? "month",
    cohorts: all.map((cohort) => told(cohort, minCell, secrets)),
    means,
    minCell,
    asOf: asOf ? isoDay(asOf.as_of_on) : ""
  };
}

/** The cohorts of one period and group with every number. */
export function wholeCohorts(rows: readonly CohortRow[]): WholeCohort[] {
  const byCohort = group(rows, (row) => isoDay(row.cohort_on));
  return [...byCohort.keys()].sort().map((on) => {
    const own = byCohort.get(on)!;
    const [{completed_periods, reached_periods, cohort_customers}] = own as [CohortRow];
    const byAge = new Map(own.map((row) => [row.periods_since_first, row]));
    const first = byAge.get(0);
    const cells: WholeCell[] = [];
    let before = {worth: first?.revenue_per_customer ?? 0, margin: first?.margin_per_customer ?? null};
    for (let k = 1; k < reached_periods; k++) {
      const row = byAge.get(k);
      if (row) before = {worth: row.revenue_per_customer, margin: row.margin_per_customer};
      cells.push({
        active: row?.active_customers ?? 0,
        later: 0,
        orders: row?.orders ?? 0,
        revenue: row?.net_revenue ?? 0,
        ratio: row ? row.revenue_retention_ratio : (first?.net_revenue ?? 0) > 0 ? 0 : null,
        ...before,
        running: k >= completed_periods
      });
    }
    let later = 0;
    for (let k = cells.length; k >= 1; k--) {
      later = byAge.get(k)?.returning_later_customers ?? later;
      cells[k - 1]!.later = later;
    }
    return {on, customers: cohort_customers, cells};
  });
}

const percent = (share: number): number => Math.round(share * 100) / 100;
const digits = (value: number | null, count: number): number | null =>
  value === null ? null : Number(value.toPrecision(count));

function meanOf(row: AverageRow | undefined, minCell: number): CohortMean | null {
  if (!row || isWithheld(row.eligible_customers, minCell)) return null;
  return {
    cohorts: row.cohorts,
    active: percent(row.retention_share),
    later: percent(row.returning_later_share),
    orders: percent(row.orders / row.eligible_customers),
    ratio: row.revenue_retention_ratio === null ? null : percent(row.revenue_retention_ratio),
    worth: digits(row.revenue_per_customer, 3)!,
    margin: digits(row.margin_per_customer, 3)
  };
}

function told({on, customers, cells}: WholeCohort, minCell: number, secrets: Secrets): Cohort {
  if (isWithheld(customers, minCell) || secrets.cohort(on))
    return {on, customers: null, cells: cells.map(({running}) => nothing(running))};
  let isRounded = false;
  return {
    on,
    customers,
    cells: cells.map((cell, i): CohortCell => {
      const later = isWithheld(cell.later, minCell) || secrets.cell(on, i, "later") ? null : cell.later;
      const isSecret = isWithheld(cell.active, minCell) || secrets.cell(on, i, "active");
      isRounded ||= isSecret;
      const [worth, margin] = isRounded ? [digits(cell.worth, 2), digits(cell.margin, 2)] : [cell.worth, cell.margin];
      return {...(isSecret ? nothing(cell.running) : cell), later, worth, margin};
    })
  };
}

const nothing = (running: boolean): CohortCell => ({
  active: null,
  later: null,
  orders: null,
  revenue: null,
  ratio: null,
  worth: null,
  margin: null,
  running
});
