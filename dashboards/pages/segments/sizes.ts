import {group} from "d3";
import {withheldParts} from "../../withheld.ts";
import type {MonthRow} from "./rows.ts";

/** What a segment held on one of the days; null is withheld. */
export interface Size {
  segment: string;
  on: Date;
  customers: number | null;
  revenueRatio: number | null;
}

/** One of the scored days with the sizes of its segments, in the order of the configuration. */
export interface Day {
  on: Date;
  /** 0 is as_of. */
  monthsBefore: number;
  isWindowFull: boolean;
  sizes: readonly Size[];
}

/** The scored days, newest first; what is too small is withheld, with what would give it away. */
export function daysOf(rows: readonly MonthRow[], minCell: number): Day[] {
  const byMonth = group(rows, (row) => row.months_before);
  return [...byMonth]
    .sort(([a], [b]) => a - b)
    .map(([monthsBefore, given]) => {
      const own = given.toSorted((a, b) => a.position - b.position);
      const withheld = withheldParts(
        own.map(({customers}) => customers),
        minCell
      );
      const {month_on: on, is_window_full: isWindowFull} = own[0]!;
      const sizes = own.map(({segment, customers, revenue_ratio}, i) => ({
        segment,
        on,
        customers: withheld[i] ? null : customers,
        revenueRatio: withheld[i] ? null : revenue_ratio
      }));
      return {on, monthsBefore, isWindowFull, sizes};
    });
}

/** The size of a segment so many month ends ago; undefined where that day was not scored. */
export const sizeOf = (days: readonly Day[], months: number, segment: string): Size | undefined =>
  days.find(({monthsBefore}) => monthsBefore === months)?.sizes.find((size) => size.segment === segment);

/** Whether the sizes of a day can be compared with today's: it was scored, over a window that was full. */
export const isComparable = (days: readonly Day[], months: number): boolean =>
  days.some(({monthsBefore, isWindowFull}) => monthsBefore === months && isWindowFull);
