import type {ChangeRow} from "../../../dashboards/pages/cohorts/change.ts";
import {cohorts} from "../../../dashboards/pages/cohorts.ts";
import {asOf, averages, changeRow, en, rows, words} from "./cohortRows.ts";

export const falls = changeRow("all", [60, 400], [300, 1200]);
export const same = changeRow("all", [70, 315], [261, 1066]);
export const paid = changeRow("paid social", [21, 136], [26, 117]);
export const organic = changeRow("organic search", [24, 73], [92, 353]);
export const referral = changeRow("referral", [3, 25], [45, 173]);
/** A group in month 12: newer and earlier customers are not known there, all cohorts are. */
export const inYear = (
  row: ChangeRow,
  whole_customers: number,
  whole_active: number,
  months_since_first = 12
): ChangeRow => ({
  ...row,
  months_since_first,
  whole_customers,
  whole_active,
  whole_share: whole_active / whole_customers
});
export const data = {
  int_as_of: [asOf],
  mart_cohort_average: averages,
  mart_cohort_change: [
    same,
    paid,
    organic,
    referral,
    inYear(paid, 100, 6),
    inYear(organic, 200, 22),
    inYear(referral, 40, 4)
  ],
  mart_cohort_retention: rows
};
export const render = (change: object = {}, c = en) => cohorts.render({...data, ...change} as never, c);
export const finding = (change?: object, c = en) => words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]);
export const panelOf = (title: string, change?: object, c = en) =>
  words(
    render(change, c)
      .split("<section")
      .find((part) => part.includes(`<h2>${title}`))
  );
