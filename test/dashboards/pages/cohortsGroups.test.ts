import {describe, expect, test} from "vitest";
import {overallChange, standings} from "../../../dashboards/pages/cohorts/change.ts";
import {cumulative} from "../../../dashboards/pages/cohorts/cumulative.ts";
import {foldedSmall} from "../../../dashboards/pages/cohorts/foldedSmall.ts";
import {leverageOf} from "../../../dashboards/pages/cohorts/leverage.ts";
import {longRun} from "../../../dashboards/pages/cohorts/longRun.ts";
import {triangleData} from "../../../dashboards/pages/cohorts/triangleData.ts";
import {asOf, averages, changeRow, en, month, rows, zh} from "./cohortRows.ts";
import {falls, same, paid, organic, referral, inYear, data, panelOf} from "./cohortsPage.ts";

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
    const folded = foldedSmall([organic, small, smaller], 10);
    expect(folded.map((row) => row.group_name)).toEqual(["organic search", "others"]);
    expect(folded[1]).toMatchObject({
      recent_customers: 60,
      recent_active: 15,
      recent_share: 0.25,
      earlier_customers: 70
    });
  });

  test("a single small group is counted with the smallest large one, and no side of under ten is told", () => {
    const iceland = changeRow("Iceland", [1, 3], [1, 2]);
    expect(foldedSmall([paid, organic, iceland], 10).map((row) => row.group_name)).toEqual(["paid social", "others"]);
    const text = panelOf("Which customers fade?", {mart_cohort_change: [same, organic, paid, iceland]});
    expect(text).not.toContain("Iceland");
    const young = changeRow("young", [1, 4], [20, 60]);
    for (const c of [en, zh]) {
      const rows = {mart_cohort_change: [same, organic, paid, young]};
      const shown = panelOf(c.t("Which customers fade?", "哪些客户在流失？"), rows, c);
      expect(shown).toContain(c.t("Young–too few6033.3%", "Young–样本不足6033.3%"));
      expect(shown).toContain(c.t("withheld: fewer than 10 customers", "不予显示：少于 10 位客户"));
    }
  });

  test("the long run counts folded groups together and gives no rate under fifty", () => {
    const long = longRun([...data.mart_cohort_change, inYear({...paid, group_name: "a"}, 60, 6)], [paid, referral]);
    expect(long.month).toBe(12);
    expect(long.shareOf(paid)).toBe(0.06);
    expect(long.shareOf(referral)).toBeNull();
    expect(long.shareOf({...paid, group_name: "others"})).toBeCloseTo(28 / 260, 12);
    expect(longRun([inYear(paid, 60, 6, 6)], []).month).toBe(6);
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
    const [first, second] = cumulative(rows);
    expect(first).toMatchObject({year: 2025, half: 2, customers: 100});
    expect(first!.points.map(([, money]) => money)).toEqual([20, 28, 34, 39, 43, 47]);
    expect(first!.margin.map(([, money]) => money)).toEqual([5, 7, 8.5, 9.75, 10.75, 11.75]);
    // Month 1: £740 of 260 customers; months 2 and 3: only February, 200 customers.
    expect(second!.points).toHaveLength(4);
    expect(second!.points[1]![1]).toBeCloseTo(20 + 740 / 260, 9);
    expect(second!.points[2]![1]).toBeCloseTo(20 + 740 / 260, 9);
    expect(second!.points[3]![1]).toBeCloseTo(20 + 740 / 260 + 4, 9);
  });

  test("a curve ends before under fifty customers stand behind it", () => {
    expect(cumulative([month("2026-01-01", 49, 0, 49)])).toEqual([]);
  });
});
