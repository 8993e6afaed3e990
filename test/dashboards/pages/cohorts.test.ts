import {describe, expect, test} from "vitest";
import {cohorts} from "../../../dashboards/pages/cohorts.ts";
import {axisNames} from "../../../dashboards/pages/cohorts/axisNames.ts";
import {overallChange, standings} from "../../../dashboards/pages/cohorts/change.ts";
import {cumulative} from "../../../dashboards/pages/cohorts/cumulative.ts";
import {foldedSmall} from "../../../dashboards/pages/cohorts/foldedSmall.ts";
import {groupsOf} from "../../../dashboards/pages/cohorts/groups.ts";
import {leverageOf} from "../../../dashboards/pages/cohorts/leverage.ts";
import {longRun} from "../../../dashboards/pages/cohorts/longRun.ts";
import {triangleData} from "../../../dashboards/pages/cohorts/triangleData.ts";
import {asOf, averages, changeRow, en, month, rows, words, zh} from "./cohortRows.ts";

const falls = changeRow("all", [60, 400], [300, 1200]);
const same = changeRow("all", [70, 315], [261, 1066]);
const paid = changeRow("paid social", [21, 136], [26, 117]);
const organic = changeRow("organic search", [24, 73], [92, 353]);
const referral = changeRow("referral", [3, 25], [45, 173]);
const group = (group_name: string, eligible: number, active: number, months_since_first = 12) => ({
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
const data = {
  int_as_of: [asOf],
  mart_cohort_average: averages,
  mart_cohort_change: [same, paid, organic, referral],
  mart_cohort_group: [group("paid social", 100, 6), group("organic search", 200, 22), group("referral", 40, 4)],
  mart_cohort_retention: rows
};
const render = (change: object = {}, c = en) => cohorts.render({...data, ...change} as never, c);
const finding = (change?: object, c = en) => words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]);
const panelOf = (title: string, change?: object, c = en) =>
  words(
    render(change, c)
      .split("<section")
      .find((part) => part.includes(`<h2>${title}`))
  );

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
      mart_cohort_change: [],
      mart_cohort_group: []
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
    mart_cohort_group: [],
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

describe("newer against earlier customers", () => {
  test("needs fifty customers on either side", () => {
    expect(overallChange([changeRow("all", [10, 49], [10, 50])])).toBeUndefined();
    expect(overallChange([changeRow("all", [10, 50], [10, 50])])!.change.isClear).toBe(false);
  });

  test("a group is held against the other newer customers, never against itself", () => {
    const [lowest] = standings([same, paid, organic], [paid, organic]);
    expect(lowest!.row.group_name).toBe("paid social");
    expect(lowest!.others).toMatchObject({n: 179, value: 49 / 179});
  });

  test("groups that are small on both sides are counted together", () => {
    const [small, smaller] = [changeRow("a", [10, 40], [5, 30]), changeRow("b", [5, 20], [5, 40])];
    const folded = foldedSmall([organic, small, smaller]);
    expect(folded.map((row) => row.group_name)).toEqual(["organic search", "others"]);
    expect(folded[1]).toMatchObject({
      recent_customers: 60,
      recent_active: 15,
      recent_share: 0.25,
      earlier_customers: 70
    });
  });

  test("the long run counts folded groups together and gives no rate under fifty", () => {
    const long = longRun([...data.mart_cohort_group, group("a", 60, 6)], [paid, referral]);
    expect(long.month).toBe(12);
    expect(long.shareOf(paid)).toBe(0.06);
    expect(long.shareOf(referral)).toBeNull();
    expect(long.shareOf({...paid, group_name: "others"})).toBeCloseTo(28 / 260, 12);
    expect(longRun([group("a", 60, 6, 6)], []).month).toBe(6);
    expect(longRun([], []).month).toBeUndefined();
  });

  test("the table prints rates, too few, and what clears", () => {
    const text = panelOf("Which customers fade?");
    expect(text).toContain("Organic search7332.9%35326.1%11.0%");
    expect(text).toContain("Paid social13615.4%11722.2%6.0%");
    expect(text).toContain("Referral25too few17326.0%too few");
    expect(text).toContain("No group clears its interval against earlier customers.");
    expect(text).toContain("Paid social returns −11.9 pts against all others (95% interval −20.6 to −2.7).");
    const clear = panelOf("Which customers fade?", {
      mart_cohort_change: [same, changeRow("paid social", [5, 136], [40, 117])]
    });
    expect(clear).toContain("Against earlier customers, Paid social clears its interval.");
  });
});

describe("what it is worth", () => {
  const triangle = triangleData(rows, averages, asOf, 10);

  test("a clear fall: customers and net revenue of the month, with the interval of the shares", () => {
    const worth = leverageOf(overallChange([falls])!, triangle)!;
    expect(worth.returning.value).toBeCloseTo(-40, 9);
    expect(worth.each).toBe(20);
    expect(worth.revenue.value).toBeCloseTo(-800, 9);
    expect(worth.revenue.low).toBeCloseTo(400 * 20 * falls.change_low!, 9);
    const text = panelOf("What would it be worth to fix it?", {mart_cohort_change: [falls]});
    expect(text).toContain("More returning in month 340");
    expect(text).toContain("Net revenue in that month+£800");
    expect(text).toContain("An association, not an effect");
  });

  test("no clear change: the scale of one point", () => {
    const text = panelOf("What is one more point worth?");
    expect(text).toContain("One point more: customers returning in month 33.2");
    expect(text).toContain("net revenue in that month+£63");
  });

  test("a customer's worth adds months up over the cohorts that have completed them", () => {
    const [first, second] = cumulative(rows, asOf);
    expect(first).toMatchObject({year: 2025, half: 2, customers: 100});
    expect(first!.points.map(([, money]) => money)).toEqual([20, 28, 34, 39, 43, 47]);
    // Month 1: £740 of 260 customers; months 2 and 3: only February, 200 customers.
    expect(second!.points).toHaveLength(4);
    expect(second!.points[1]![1]).toBeCloseTo(20 + 740 / 260, 9);
    expect(second!.points[2]![1]).toBeCloseTo(20 + 740 / 260, 9);
    expect(second!.points[3]![1]).toBeCloseTo(20 + 740 / 260 + 4, 9);
  });

  test("a curve ends before under fifty customers stand behind it", () => {
    expect(cumulative([month("2026-01-01", 49, 0, 49)], asOf)).toEqual([]);
  });
});

test("names of months carry the year first and where it changes", () => {
  const months = ["2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"];
  expect(axisNames(months, 2, en)).toEqual(["Oct 25", "Nov", "Dec", "Jan 26", "Feb 26"]);
  expect(axisNames(months, 2, zh)).toEqual(["25年10月", "11月", "12月", "26年1月", "26年2月"]);
});
