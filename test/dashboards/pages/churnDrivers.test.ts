import {describe, expect, test} from "vitest";
import {catalogue} from "../../../models/churn/catalogue.ts";
import {driversOf} from "../../../dashboards/pages/churn/drivers.ts";
import {binWords, featureName} from "../../../dashboards/pages/churn/featureWords.ts";
import {featureNames} from "../../../dashboards/pages/churn/featureNames.ts";
import {data, panelOf} from "./churnPage.ts";
import {driver, en, rule, zh} from "./churnRows.ts";

describe("what drives the risk", () => {
  test("themes stand by what they add, as shares of all, with the shape of their first feature", () => {
    const page = panelOf("drivers");
    expect(page).toContain("Silence 71% Complaints 29%");
    expect(page).toContain("Silence: Days since the last order under 30 20% 30–89 44% 90 and over 70%");
    expect(page).toContain("Associations, not effects");
  });

  test("a bin of under ten customers tells neither its share nor its contribution", () => {
    expect(panelOf("drivers")).toMatch(/Complaints of late 0 44% 1 44% 2 and over –/);
    expect(panelOf("drivers")).toContain("– : fewer than 10 customers.");
  });

  test("features of a theme count together under the one that counts most", () => {
    const rows = [
      driver("recency_days", 1, [null, null], 0, {importance: 0.2}),
      driver("alive_share", 1, [null, null], 0, {importance: 0.3}),
      driver("orders", 1, [null, null], 0, {importance: 0.4}),
      driver("points_balance", 1, [null, null], 0, {importance: 0})
    ];
    expect(driversOf(rows).map(({theme, feature, importance}) => [theme, feature, importance])).toEqual([
      ["silence", "alive_share", 0.5],
      ["frequency", "orders", 0.4]
    ]);
    expect(driversOf([])).toEqual([]);
  });

  test("bins stand in their order, whatever the order of the rows", () => {
    const [first] = driversOf(data.mart_churn_driver.toReversed());
    expect(first!.bins.map(({bin}) => bin)).toEqual([1, 2, 3]);
  });

  test.each([
    ["recency_days", null, 14, "under 14"],
    ["recency_days", 14, 30, "14–29"],
    ["recency_days", 240, null, "240 and over"],
    ["complaints", null, 1, "0"],
    ["complaints", 1, 2, "1"],
    ["silence_ratio", 0.5, 1.25, "0.5–1.25"],
    ["net_revenue_365d", 50, 1200, "£50–£1,200"],
    ["return_share", 0.2, 0.45, "20–45%"],
    ["opened_share", 1, null, "100%"],
    ["last_nps_score", null, null, "not known"]
  ] as const)("a bin of %s from %s to %s is “%s”", (feature, from, to, text) => {
    expect(binWords(feature, from, to, en)).toBe(text);
  });

  test("every feature of the models has a name in both languages", () => {
    expect(Object.keys(featureNames).sort()).toEqual(catalogue.map(({id}) => id).sort());
    for (const [, english, chinese] of Object.values(featureNames)) {
      expect(english).toMatch(/^[A-Z]/);
      expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test("a feature without a name keeps its own", () => {
    expect(featureName("recency_days", zh)).toBe("距最后一单天数");
    expect(featureName("new_feature", en)).toBe("new feature");
  });
});

describe("warning rules", () => {
  const panel = (...rows: ReturnType<typeof rule>[]) => panelOf("warnings", {mart_churn_warning_test: rows});

  test("say their threshold, whom they warn of now, and how the warned did against the others", () => {
    expect(panel(rule("silence"))).toContain(
      "Silent silent for 2 times the own median gap or longer 12 60.0% 50.2–69.1% 42.0% × 1.43"
    );
    expect(panel(rule("complaints", {threshold: 3}))).toContain("3 tickets or more within 60 days");
  });

  test("whose interval holds the share of the others make no clear difference", () => {
    expect(panel(rule("low_score", {low: 0.38, high: 0.7}))).toMatch(/42.0% no clear difference/);
  });

  test("that never warned, were not tested, or warned of too few say so", () => {
    const none = {churned: 0, churn_share: null, low: null, high: null, lift: null};
    expect(panel(rule("slowing", {warned: 0, ...none}))).toContain("nobody was warned of 42.0% –");
    const untested = {...none, unwarned: 0, unwarned_share: null};
    expect(panel(rule("slowing", {warned: 0, ...untested}))).toContain("not tested yet – –");
    const few = panel(rule("value_fall", {warned: 6, churned: 4, churn_share: 0.667}));
    expect(few).toContain("too few to tell – –");
    expect(few).not.toMatch(/66.7|42.0/);
  });

  test("withhold how few they warn of now", () => {
    expect(panel(rule("silence", {warned_now: 4}))).toContain("or longer – 60.0%");
    expect(panel(rule("silence", {warned_now: 0}))).toContain("or longer 0 60.0%");
  });

  test("none at all is a state", () => {
    expect(panelOf("warnings")).toContain("Complaints");
    expect(panel()).toBe("");
  });
});
