import {cohorts} from "../../../dashboards/pages/cohorts.ts";
import {asOf, averages, changeRow, en, rows, words} from "./cohortRows.ts";

export const falls = changeRow("all", [60, 400], [300, 1200]);
export const same = changeRow("all", [70, 315], [261, 1066]);
export const paid = changeRow("paid social", [21, 136], [26, 117]);
export const organic = changeRow("organic search", [24, 73], [92, 353]);
export const referral = changeRow("referral", [3, 25], [45, 173]);
export const group = (group_name: string, eligible: number, active: number, months_since_first = 12) => ({
  dimension: "acquisition_channel" as const,
  group_name,
  months_since_first,
  eligible_customers: eligible,
  active_customers: active,
  retention_share: active / eligible,
  retention_low: 0,
  retention_high: 1,
  returning_later_customers: active,
  returning_later_share: active / eligible
});
export const data = {
  int_as_of: [asOf],
  mart_cohort_average: averages,
  mart_cohort_change: [same, paid, organic, referral],
  mart_cohort_group: [group("paid social", 100, 6), group("organic search", 200, 22), group("referral", 40, 4)],
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
