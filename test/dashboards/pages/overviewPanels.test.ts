import {describe, expect, test} from "vitest";
import {overview} from "../../../dashboards/pages/overview.ts";
import type {OverviewStart} from "../../../dashboards/pages/overview/takeAway.ts";
import {asOf, changeRow} from "./cohortRows.ts";
import {bridge} from "./overviewRows.ts";
import {nothing, data, render, text, panelOf, en, zh} from "./overviewPage.ts";

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
    expect(text(from("2024-07-01"))).toContain("Nobody can count as reactivated yet");
    expect(text(from("2023-07-01"))).not.toContain("Nobody can count as reactivated yet");
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
    expect(panelOf("How are we serving them?", {mart_feedback_group: []})).toContain("add an export of feedback");
  });

  test("without a clear change the list says what was looked at", () => {
    const calm = {mart_cohort_change: [changeRow("all", [70, 315], [261, 1066])]};
    expect(panelOf("What changed?", calm)).toContain(
      "No clear change as of 24 Jun 2026 in: return of newer customers, NPS, service."
    );
    const none = {...calm, mart_feedback_group: [], mart_service_month: []};
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
    const calm = panelOf("What should we do this week?", {mart_risk_segment: []});
    expect(calm).toContain("No group to name yet");
    expect(calm).toContain("No segment has 10 customers or more at medium or high risk.");
    const young = panelOf("What should we do this week?", {mart_risk_segment: [], mart_risk_month: []});
    expect(young).toContain("Nothing tells who leaves");
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
