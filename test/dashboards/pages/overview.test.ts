import {describe, expect, test} from "vitest";
import {asOf} from "./cohortRows.ts";
import {retention} from "./overviewRows.ts";
import {nothing, finding, kpi, zh} from "./overviewPage.ts";

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

  test("value at risk: the part of the usual revenue, and what changed since the last month end", () => {
    // £100 more, ± √(50² + 40²) = 64.
    expect(kpi(5)).toBe(
      "Value at risk, 91 days£1,100▲ £100 since 31 May · 44.0% of £2,500; 95% interval £1,050 to £1,150"
    );
  });

  test("NPS of the last wave against the one before", () => {
    expect(kpi(6)).toBe("NPS+21no clear change vs +22, Q1 · Q2: 95% interval 12 to 30, n 291");
  });

  test("what is missing is a dash with its reason, never zero", () => {
    const young = {int_as_of: [{...asOf, history_from_on: new Date("2025-06-01")}], mart_net_retention: []};
    expect(kpi(1, young)).toBe("Active customers, 12 m1,000no comparison: orders begin on 1 Jun 2025");
    expect(kpi(3, young)).toBe("Net revenue retention–needs two years of orders; they begin on 1 Jun 2025");
    expect(kpi(5, {mart_risk_month: []})).toBe("Value at risk, 91 days–nothing tells yet who leaves");
    expect(kpi(6, {mart_feedback_group: []})).toContain("NPS–add an export of feedback");
    expect(kpi(4, {mart_cohort_change: []})).toContain("too few customers to compare newer ones");
  });
});
