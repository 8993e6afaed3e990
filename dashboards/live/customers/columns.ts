import {listColumns, type ListColumnId, type Listed} from "../../pages/customers/listColumns.ts";
import {segmentName, stages} from "../../pages/customers/words.ts";
import type {Locale} from "../../format/locale.ts";
import type {VirtualColumn} from "../table.ts";
import {numberOf, wordOf, type Base} from "./base.ts";
import {isKey} from "./lookup.ts";

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
    stage: wordOf(base, "stage", row),
    netRevenue: base.numbers.netRevenue[row]!,
    orders: base.numbers.orders[row]!,
    silentDays: numberOf(base, "silentDays", row),
    risk: numberOf(base, "risk", row),
    band: wordOf(base, "band", row),
    valueAtRisk: numberOf(base, "valueAtRisk", row),
    clv: numberOf(base, "clv", row),
    openTickets: base.numbers.openTickets[row]!,
    firstOrderMonth: cohort === null ? null : monthOf(cohort),
    channel: wordOf(base, "channel", row),
    country: wordOf(base, "country", row)
  };
}

const classOrder = ["C", "B", "A-", "A", "A+"];

/** A key as a number where it is one behind its prefix: the same order, and much faster than text at 200,000 customers. */
const keyOrder = (key: string): number | string => (isKey(key) ? parseInt(key.slice(2), 16) : key);

/** What each column sorts by; null where there is nothing, which comes last. */
const sources = (base: Base, {t}: Locale): Record<ListColumnId, (row: number) => unknown> => ({
  key: (row) => keyOrder(base.keys[row]!),
  segment: (row) => {
    const segment = wordOf(base, "segment", row);
    return segment === null ? null : segmentName(segment, t);
  },
  stage: (row) => {
    const stage = wordOf(base, "stage", row);
    return stage === null ? null : stages.indexOf(stage);
  },
  netRevenue: (row) => base.numbers.netRevenue[row],
  orders: (row) => base.numbers.orders[row],
  silentDays: (row) => numberOf(base, "silentDays", row),
  risk: (row) => numberOf(base, "risk", row),
  valueAtRisk: (row) => numberOf(base, "valueAtRisk", row),
  clv: (row) => numberOf(base, "clv", row),
  abc: (row) => classOrder.indexOf(wordOf(base, "abc", row) ?? ""),
  openTickets: (row) => base.numbers.openTickets[row],
  cohort: (row) => numberOf(base, "cohort", row),
  channel: (row) => wordOf(base, "channel", row),
  country: (row) => wordOf(base, "country", row)
});

/** The columns of the table over the base: what each sorts by, and what it shows. */
export function virtualColumns(base: Base, locale: Locale): VirtualColumn[] {
  const values = sources(base, locale);
  return listColumns(locale).map(({id, cell, right}) => ({
    value: values[id],
    right,
    show: (_, row) => cell(listed(base, row))
  }));
}
