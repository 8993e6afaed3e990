import {isWithheld} from "../../withheld.ts";
import type {MonthRow} from "./rows.ts";

/** Some months counted together. */
export interface Period {
  from: Date;
  to: Date;
  /** Contract months begun by running contracts, and how many of them saw the end; null where that is withheld. */
  contracts: number;
  ended: number | null;
  running: boolean;
}

const lengths = [1, 3, 6, 12] as const;

/** How many of the newest periods must be told before shorter ones are drawn. */
const newest = 3;

/**
 * Months counted together, newest last: the fewest at a time with which the newest three periods can be told; the running month by itself
 * only where single months can.
 */
export function periodsOf(months: readonly MonthRow[], minCell: number): {length: number; periods: Period[]} {
  const complete = months.filter((row) => !row.is_partial && row.running_start > 0);
  const pooled = (length: number): Period[] => {
    const parts: MonthRow[][] = [];
    for (let end = complete.length; end - length >= 0; end -= length) parts.unshift(complete.slice(end - length, end));
    return parts.map((part) => periodOf(part, minCell));
  };
  const length =
    lengths.find((one) => {
      const told = pooled(one).slice(-newest);
      return told.length > 0 && told.every(({ended}) => ended !== null);
    }) ?? lengths.at(-1)!;
  const running = months.filter((row) => row.is_partial && row.running_start > 0);
  return {
    length,
    periods: [...pooled(length), ...(length === 1 ? running.map((row) => periodOf([row], minCell)) : [])]
  };
}

function periodOf(part: readonly MonthRow[], minCell: number): Period {
  const sum = (of: (row: MonthRow) => number) => part.reduce((total, row) => total + of(row), 0);
  const ended = sum((row) => row.ended_of_start);
  const few = isWithheld(ended, minCell) || (ended > 0 && sum((row) => row.leaving_customers) < minCell);
  return {
    from: part[0]!.contract_month,
    to: part.at(-1)!.contract_month,
    contracts: sum((row) => row.running_start),
    ended: few ? null : ended,
    running: part.some((row) => row.is_partial)
  };
}
