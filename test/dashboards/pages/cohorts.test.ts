import {describe, expect, test} from "vitest";
import {axisNames} from "../../../dashboards/pages/cohorts/axisNames.ts";
import {groupsOf} from "../../../dashboards/pages/cohorts/groups.ts";
import {changeRow, en, month, rows, words, zh} from "./cohortRows.ts";
import {falls, same, render, finding} from "./cohortsPage.ts";

describe("the finding claims only what clears its interval", () => {
  test("a fall", () => {
    expect(finding({mart_cohort_change: [falls]})).toBe(
      "Newer customers come back less: 15.0% against 25.0% order again in month 3 (first order Dec 2025 to Feb 2026; −10.0 pts, 95% interval −14.1 to −5.5)."
    );
    expect(finding({mart_cohort_change: [falls]}, zh)).toBe(
      "新近客户复购减少：15.0%，此前 25.0%在第 3 月再次下单（首单 2025年12月至2026年2月；−10.0 个百分点，95% 区间 −14.1 至 −5.5）。"
    );
  });

  test("no clear change, and the group that returns clearly less than the others", () => {
    expect(finding()).toBe(
      "No clear change: 22.2% order again in month 3 (first order Dec 2025 to Feb 2026), against 24.5% of the customers before them (−2.3 pts, 95% interval −7.3 to 3.2). Among them, Paid social returns less: 15.4% against 27.4% of the others (difference −20.6 to −2.7 pts)."
    );
  });

  test("too few customers to compare: the mean, and why no more", () => {
    expect(finding({mart_cohort_change: [changeRow("all", [9, 40], [10, 60])]})).toBe(
      "22% of the customers order again in month 3. Whether newer ones do so more or less cannot be told yet: that needs 50 customers on either side (360 customers so far)."
    );
    expect(finding({mart_cohort_change: [], mart_cohort_average: []})).not.toContain("NaN");
  });

  test("one running month", () => {
    const only = {
      mart_cohort_retention: [month("2026-06-01", 40, 0, 40)],
      mart_cohort_average: [],
      mart_cohort_change: []
    };
    expect(finding(only)).toBe("Too early to say: no cohort has completed a month after its first.");
    for (const c of [en, zh]) expect(render(only, c)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("states", () => {
  const nothing = {
    int_as_of: [],
    mart_cohort_average: [],
    mart_cohort_change: [],
    mart_cohort_retention: []
  };
  test("no orders: which export to add, and the command", () => {
    expect(words(render(nothing))).toContain(
      "No orders yetAdd an export of orders to perennial.config.ts, then run perennial run."
    );
    expect(words(render(nothing, zh))).toContain("perennial run");
  });

  test("no revenue: which column is missing", () => {
    const free = rows.map((row) => ({...row, net_revenue: 0, revenue_retention_ratio: null}));
    const page = render({mart_cohort_retention: free});
    expect(words(page)).toContain("No revenue in the orders");
    expect(words(page)).toContain("It needs net revenue");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("no channel: the country stands in, and without any group the panel says what to map", () => {
    const unknown = changeRow("unknown", [70, 315], [261, 1066]);
    const country = changeRow("GB", [66, 279], [226, 954], "country");
    expect(groupsOf([same, unknown, country])).toEqual([country]);
    expect(words(render({mart_cohort_change: [same, unknown]}))).toContain(
      "Map acquisition_channel in an export of customers"
    );
  });

  test("both languages, every panel, no broken number", () => {
    for (const c of [en, zh]) expect(render({}, c)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(words(render({}, zh))).toContain("如何阅读本报告");
  });
});

test("names of months carry the year first and where it changes", () => {
  const months = ["2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"];
  expect(axisNames(months, 2, en)).toEqual(["Oct 25", "Nov", "Dec", "Jan 26", "Feb 26"]);
  expect(axisNames(months, 2, zh)).toEqual(["25年10月", "11月", "12月", "26年1月", "26年2月"]);
});
