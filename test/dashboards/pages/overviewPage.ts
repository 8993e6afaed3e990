import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {overview} from "../../../dashboards/pages/overview.ts";
import {asOf, averages, changeRow, rows, words} from "./cohortRows.ts";
import {bridge, group, months, retention, risk, service, wave} from "./overviewRows.ts";

export const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/", "en", company), pageContext("/", "zh", company)];

export const nothing = {
  int_as_of: [],
  mart_backlog: [],
  mart_cohort_average: [],
  mart_cohort_change: [],
  mart_cohort_retention: [],
  mart_feedback_group: [],
  mart_month: [],
  mart_net_retention: [],
  mart_revenue_bridge: [],
  mart_risk_month: [],
  mart_risk_segment: [],
  mart_service_month: []
};
export const open = (on: string, open_tickets: number, old: number) => ({
  backlog_on: new Date(on),
  opened_tickets: 0,
  solved_tickets: 0,
  open_tickets,
  old_days: 5,
  old_open_tickets: old,
  is_as_of: on === "2026-06-24"
});
export const data = {
  ...nothing,
  int_as_of: [{...asOf, history_from_on: new Date("2024-06-01")}],
  mart_backlog: [open("2026-06-24", 10, 3)],
  mart_cohort_average: averages,
  mart_cohort_change: [changeRow("all", [70, 315], [261, 1066]), changeRow("paid social", [21, 136], [26, 117])],
  mart_cohort_retention: rows,
  mart_month: months,
  mart_net_retention: [retention()],
  mart_feedback_group: [wave("Q1", "2026-03-10", 22, 10), wave("Q2", "2026-06-10", 21, 9, 291)],
  mart_revenue_bridge: bridge,
  mart_risk_month: [risk("2026-05-31", 2000, 0.5), risk("2026-06-24", 2500, 0.44, true)],
  mart_risk_segment: [
    group("cannot_lose", "high", 31, 211),
    group("lost", "high", 400, 450),
    group("champions", "low", 300, 9000),
    group("at_risk", "high", 9, 3000)
  ],
  mart_service_month: [
    ...Array.from({length: 12}, (_, i) => service(i, 22 + (i % 2))),
    service(12, 23),
    service(13, 90, true)
  ]
};
export const render = (change: object = {}, c = en) => overview.render({...data, ...change} as never, c);
export const text = (change?: object, c = en) => words(render(change, c));
export const finding = (change?: object, c = en) => words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]);
export const kpi = (place: number, change?: object, c = en) => {
  const item = render(change, c).split('<li class="kpi">')[place]!.split("</li>")[0]!;
  return words(item.replace(/<div class="popover".*?<\/div>/, "").replace(/<br \/>/g, " · "));
};
export const panelOf = (title: string, change?: object, c = en) =>
  words(
    render(change, c)
      .split("<section")
      .find((part) => part.includes(`<h2>${title}`))
  );
