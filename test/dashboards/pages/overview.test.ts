import {describe, expect, test} from "vitest";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {overview} from "../../../dashboards/pages/overview.ts";
import type {OverviewStart} from "../../../dashboards/pages/overview/takeAway.ts";
import {asOf, averages, changeRow, rows, words} from "./cohortRows.ts";
import {bridge, group, months, retention, risk, service, wave} from "./overviewRows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
const [en, zh] = [pageContext("/", "en", company), pageContext("/", "zh", company)];

const nothing = {
  int_as_of: [],
  mart_backlog: [],
  mart_cohort_average: [],
  mart_cohort_change: [],
  mart_cohort_retention: [],
  mart_month: [],
  mart_net_retention: [],
  mart_nps_month: [],
  mart_nps_quarter: [],
  mart_nps_wave: [],
  mart_revenue_bridge: [],
  mart_risk_month: [],
  mart_risk_segment: [],
  mart_service_month: []
};
const open = (on: string, open_tickets: number, old: number) => ({
  backlog_on: new Date(on),
  opened_tickets: 0,
  solved_tickets: 0,
  open_tickets,
  open_tickets_over_5d: old,
  is_as_of: on === "2026-06-24"
});
const data = {
  ...nothing,
  int_as_of: [{...asOf, history_from_on: new Date("2024-06-01")}],
  mart_backlog: [open("2026-06-24", 10, 3)],
  mart_cohort_average: averages,
  mart_cohort_change: [changeRow("all", [70, 315], [261, 1066]), changeRow("paid social", [21, 136], [26, 117])],
  mart_cohort_retention: rows,
  mart_month: months,
  mart_net_retention: [retention()],
  mart_nps_wave: [wave("Q1", "2026-03-10", 22, 10), wave("Q2", "2026-06-10", 21, 9, 291)],
  mart_revenue_bridge: bridge,
  mart_risk_month: [
    risk("2026-05-31", 1, 1000, 0.2),
    risk("2026-05-31", 2, 1000, 0.8),
    risk("2026-06-24", 1, 1500, 0.2, true),
    risk("2026-06-24", 2, 1000, 0.8, true)
  ],
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
const render = (change: object = {}, c = en) => overview.render({...data, ...change} as never, c);
const text = (change?: object, c = en) => words(render(change, c));
const finding = (change?: object, c = en) => words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]);
const kpi = (place: number, change?: object, c = en) => {
  const item = render(change, c).split('<li class="kpi">')[place]!.split("</li>")[0]!;
  return words(item.replace(/<div class="popover".*?<\/div>/, "").replace(/<br \/>/g, " · "));
};
const panelOf = (title: string, change?: object, c = en) =>
  words(
    render(change, c)
      .split("<section")
      .find((part) => part.includes(`<h2>${title}`))
  );

describe("the finding", () => {
  test("says what customers of the year before spent since, and how newer ones return", () => {
    expect(finding()).toBe(
      "Not fully: the customers of the year before spent 87.0% of what they spent then (95% interval 75.0–99.0%), while total revenue grew 50%. Return in month 3 shows no clear change: 22.2%, against 24.5% before."
    );
    expect(finding({}, zh)).toBe(
      "未能完全留住：上一年的客户本年消费为当时的 87.0%（95% 区间 75.0%–99.0%）；总收入增长 50%。第 3 月复购无显著变化：22.2%，此前为 24.5%。"
    );
  });

  test("claims nothing that does not clear its interval", () => {
    const unclear = retention({net_retention_high: 1.02, change_low: -1000});
    expect(finding({mart_net_retention: [unclear]})).toMatch(
      /^About as much as we lose we gain from those who stay: .*\(95% interval 75\.0–102\.0%\)\. Return/
    );
    const grown = retention({net_retention_ratio: 1.2, net_retention_low: 1.1, net_retention_high: 1.3});
    expect(finding({mart_net_retention: [grown]})).toMatch(/^Yes, and they spend more: .* 120\.0%/);
  });

  test("under two years of orders it says so", () => {
    const young = {int_as_of: [{...asOf, history_from_on: new Date("2025-06-01")}], mart_net_retention: []};
    expect(finding(young)).toMatch(/^Too early to compare years\. Orders begin on 1 Jun 2025; 1,000 customers ordered/);
    expect(finding({...nothing})).toBe("No orders yet.");
  });
});

describe("the six numbers, each with its comparison and its doubt", () => {
  test("active customers: won and lost as Poisson counts", () => {
    // ±1.96 √(400 + 50 + 350) = 55 customers of 900.
    expect(kpi(1)).toBe("Active customers, 12 m1,000▲ 11.1% vs prior 12 months · 95% interval +5% to +17%");
  });

  test("net revenue and its retention", () => {
    expect(kpi(2)).toBe("Net revenue, 12 m£150k▲ 50.0% vs prior 12 months · 95% interval +40% to +60%");
    expect(kpi(3)).toBe("Net revenue retention87.0%▼ 13.0 pts vs 100%; gross 42.0% · 95% interval 75.0–99.0%, n 900");
  });

  test("return in month 3 with Wilson's interval", () => {
    expect(kpi(4)).toBe(
      "Return in month 322.2%no clear change vs 24.5% of earlier cohorts · 95% interval 18.0–27.1%, n 315"
    );
  });

  test("value at risk: the sum over the bands, and what changed since the last month end", () => {
    // 1,500 × 0.2 + 1,000 × 0.8 = 1,100, ± √(75² + 50²) = 90; since May 500 × 0.2.
    expect(kpi(5)).toBe(
      "Value at risk, 91 days£1,100▲ £100 since 31 May · 44.0% of £2,500; 95% interval £1,010 to £1,190"
    );
  });

  test("NPS of the last wave against the one before", () => {
    expect(kpi(6)).toBe("NPS+21no clear change vs +22, Q1 · Q2: 95% interval 12 to 30, n 291");
  });

  test("what is missing is a dash with its reason, never zero", () => {
    const young = {int_as_of: [{...asOf, history_from_on: new Date("2025-06-01")}], mart_net_retention: []};
    expect(kpi(1, young)).toBe("Active customers, 12 m1,000no comparison: orders begin on 1 Jun 2025");
    expect(kpi(3, young)).toBe("Net revenue retention–needs two years of orders; they begin on 1 Jun 2025");
    expect(kpi(5, {mart_risk_month: []})).toBe("Value at risk, 91 days–no churn horizon has closed yet");
    expect(kpi(6, {mart_nps_wave: []})).toContain("NPS–add an export of feedback");
    expect(kpi(4, {mart_cohort_change: []})).toContain("too few customers to compare newer ones");
  });
});

describe("panels", () => {
  test("the bridge adds up, in the order in which it is read", () => {
    const panel = panelOf("Where did the extra £50.0k come from?");
    expect(panel).toMatch(/12 m to Jun 2025.*Churned.*Contraction.*Expansion.*Reactivated.*New.*12 m to Jun 2026/);
    expect(panel).toContain("Churned350−£43,000.00−43.0%");
    expect(panel).not.toContain("do not add up");
    const broken = bridge.map((row) => (row.step === "new" ? {...row, net_revenue: 60_000} : row));
    expect(text({mart_revenue_bridge: broken})).toContain("The steps do not add up");
  });

  test("a bridge over an incomplete year says how many days are missing, and is refused beyond a month", () => {
    const from = (iso: string) => ({int_as_of: [{...asOf, history_from_on: new Date(iso)}]});
    expect(text(from("2024-07-01"))).toContain("Orders begin on 1 Jul 2024, 6 days into the first twelve months.");
    expect(text(from("2024-07-26"))).toContain("31 days into the first twelve months.");
    expect(text(from("2024-07-27"))).toContain("Two years of orders are needed");
    const none = bridge.map((row) => ({...row, net_revenue: 0}));
    expect(text({mart_revenue_bridge: none})).toContain("No revenue in the orders");
  });

  test("who orders: the last complete month in words, the running one pale", () => {
    const panel = panelOf("Who is in the base?");
    expect(panel).toContain("75% of the 420 customers of May 2026 had ordered before. Pale: Jun 2026 is not over.");
    expect(panel).toContain("Jun 2026 (so far)26892360");
  });

  test("service: the last complete month, the backlog now, the score", () => {
    const panel = panelOf("How are we serving them?");
    expect(panel).toContain("Tickets of May 2026");
    expect(panel).toContain("First reply, median23 hours");
    expect(panel).toContain("Tickets per 100 orders15.0");
    expect(panel).toContain("Open tickets now10");
    expect(panel).toContain("Of them older than 5 days3");
    expect(panel).toContain("+21 (12 to 30)");
    expect(panelOf("How are we serving them?", {mart_service_month: []})).toContain("Add an export of tickets");
    expect(panelOf("How are we serving them?", {mart_nps_wave: []})).toContain("add an export of feedback");
  });

  test("without a clear change the list says what was looked at", () => {
    const calm = {mart_cohort_change: [changeRow("all", [70, 315], [261, 1066])]};
    expect(panelOf("What changed?", calm)).toContain(
      "No clear change as of 24 Jun 2026 in: return of newer customers, NPS, service."
    );
    const none = {...calm, mart_nps_wave: [], mart_service_month: []};
    expect(panelOf("What changed?", none)).toContain("in: return of newer customers.");
    expect(panelOf("What changed?", nothing)).toContain("Nothing can be compared yet");
  });

  test("this week: the most at risk per customer first; low risk and small groups are left out", () => {
    const panel = panelOf("What should we do this week?");
    expect(panel).toMatch(/Can't losehigh31£211£6\.81£190 to £232.*Losthigh400£450£1\.13/);
    expect(panel).not.toContain("Champions");
    expect(panel).not.toContain("At risk");
    expect(panel).toContain("£661 of £1,100 in all. The team can call 12 a day, 60 in five days.");
    const markup = render();
    expect(markup).toContain('href="./customers.html?segment=cannot_lose&amp;band=high"');
    expect(markup).toContain('href="./churn.html?segment=cannot_lose&amp;band=high"');
    expect(panelOf("What should we do this week?", {mart_risk_segment: []})).toContain("No group to name yet");
  });

  test("every kind without exports has its own state; nothing is broken in either language", () => {
    for (const c of [en, zh])
      for (const change of [{}, nothing, {...nothing, int_as_of: data.int_as_of}])
        expect(render(change, c)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("files hold the tables as shown", () => {
    const start = (change: object) => overview.live!.data!({...data, ...change} as never, en) as OverviewStart;
    const [steps, week] = start({}).files;
    expect(steps!.rows.map(([step]) => step)).toEqual(
      bridge.length ? ["start", "churned", "contraction", "expansion", "reactivated", "new", "end"] : []
    );
    expect(steps!.rows[1]!.slice(0, 4)).toEqual(["churned", "Churned", 350, -43_000]);
    expect(week!.rows.map(([segment]) => segment)).toEqual(["cannot_lose", "lost"]);
    expect(start({mart_revenue_bridge: []}).files.map(({subject}) => subject)).toEqual(["this-week"]);
  });
});
