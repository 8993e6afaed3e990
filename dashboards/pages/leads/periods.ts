import {wilson} from "../../../models/statistics/experiments/shares.ts";
import type {MonthRow} from "./leadsData.ts";

/** Leads of a span of time: how many, what share converted within the horizon, and whether that may still rise. */
export interface Period {
  from: Date;
  leads: number;
  share: number;
  low: number;
  high: number;
  isOpen: boolean;
}

const units = ["month", "quarter", "year"] as const;
type Unit = (typeof units)[number];

/**
 * The months, or the quarters or years that they add up to: the finest of which no closed one holds too few leads, years at worst.
 *
 * Periods of too few leads are left out. A period is open while one of its months is. Shares are of counts added; intervals Wilson's.
 */
export function periodsOf(rows: readonly MonthRow[], minCell: number): {unit: Unit; periods: Period[]} {
  const grouped = units.map((unit) => ({unit, all: added(rows, unit)}));
  const enough = ({all}: {all: Period[]}) =>
    all.filter((one) => !one.isOpen).filter((one) => one.leads < minCell).length <= all.length / 5;
  const {unit, all} = grouped.find(enough) ?? grouped.at(-1)!;
  return {unit, periods: all.filter((one) => one.leads >= Math.max(1, minCell))};
}

function added(rows: readonly MonthRow[], unit: Unit): Period[] {
  const sums = new Map<number, {leads: number; converted: number; isOpen: boolean}>();
  for (const row of rows) {
    const at = startOf(row.created_month, unit);
    const sum = sums.get(at) ?? {leads: 0, converted: 0, isOpen: false};
    sums.set(at, {
      leads: sum.leads + row.leads,
      converted: sum.converted + row.converted_in_time,
      isOpen: sum.isOpen || row.is_horizon_open
    });
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([at, {leads, converted, isOpen}]) => {
      const [low, high] = wilson({successes: converted, n: leads});
      return {from: new Date(at), leads, share: converted / leads, low, high, isOpen};
    });
}

function startOf(month: Date, unit: Unit): number {
  const [year, of] = [month.getUTCFullYear(), month.getUTCMonth()];
  return Date.UTC(year, unit === "month" ? of : unit === "quarter" ? of - (of % 3) : 0, 1);
}
