import {listColumns, type Listed} from "../../pages/customers/listColumns.ts";
import {segmentName} from "../../pages/customers/words.ts";
import {type Locale} from "../../format/locale.ts";
import {type VirtualColumn} from "../table.ts";
import {numberOf, wordOf, type Base} from "./base.ts";

/** The month that a cohort's code stands for. */
export const monthOf = (code: number): Date => new Date(Date.UTC(Math.floor(code / 12), code % 12));

/** A customer of the base as the list shows them. */
export function listed(base: Base, row: number): Listed {
  const cohort = numberOf(base, "cohort", row);
  return {
    key: base.keys[row]!,
    name: base.personal.customer_name?.[row],
    segment: wordOf(base, "segment", row),
    abc: wordOf(base, "abc", row),
    netRevenue: base.numbers.netRevenue[row]!,
    orders: base.numbers.orders[row]!,
    silentDays: numberOf(base, "silentDays", row),
    risk: numberOf(base, "risk", row),
    band: wordOf(base, "band", row),
    valueAtRisk: numberOf(base, "valueAtRisk", row),
    firstOrderMonth: cohort === null ? null : monthOf(cohort),
    channel: wordOf(base, "channel", row)
  };
}

const classOrder = ["C", "B", "A-", "A", "A+"];

/** The columns of the table over the base: what each sorts by, and what it shows. */
export function virtualColumns(base: Base, locale: Locale): VirtualColumn[] {
  const word = (column: "segment" | "channel") => (row: number) => wordOf(base, column, row);
  const sources: ((row: number) => unknown)[] = [
    (row) => base.keys[row],
    (row) => {
      const segment = word("segment")(row);
      return segment === null ? null : segmentName(segment, locale.t);
    },
    (row) => classOrder.indexOf(wordOf(base, "abc", row) ?? ""),
    (row) => base.numbers.netRevenue[row],
    (row) => base.numbers.orders[row],
    (row) => numberOf(base, "silentDays", row),
    (row) => numberOf(base, "risk", row),
    (row) => numberOf(base, "valueAtRisk", row),
    (row) => numberOf(base, "cohort", row),
    word("channel")
  ];
  return listColumns(locale).map(({cell, right}, i) => ({
    value: sources[i]!,
    right,
    show: (_, row) => cell(listed(base, row))
  }));
}
