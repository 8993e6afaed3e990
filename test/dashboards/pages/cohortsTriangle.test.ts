import {describe, expect, test} from "vitest";
import {heat} from "../../../dashboards/components/heat.ts";
import {customersOf} from "../../../dashboards/pages/cohorts/customersOf.ts";
import {drillOf} from "../../../dashboards/pages/cohorts/drillOf.ts";
import {preselected} from "../../../dashboards/pages/cohorts/preselected.ts";
import {triangleData} from "../../../dashboards/pages/cohorts/triangleData.ts";
import {triangleHeat, type Cell} from "../../../dashboards/pages/cohorts/triangleHeat.ts";
import {triangleTable} from "../../../dashboards/pages/cohorts/triangleTable.ts";
import {usual, type View} from "../../../dashboards/pages/cohorts/view.ts";
import {viewWords} from "../../../dashboards/pages/cohorts/viewWords.ts";
import {asOf, average, averages, en, month, rows, words, zh} from "./cohortRows.ts";

const data = triangleData(rows, averages, asOf, 10);
const href = (view: View, cell: Cell) =>
  `customers?${Object.entries(customersOf(view, cell))
    .map((pair) => pair.join("="))
    .join("&")}`;
const [later, orders, revenue]: View[] = [
  {...usual, counted: "later"},
  {...usual, measure: "orders"},
  {...usual, measure: "revenue"}
];
const told = (view: View, cohort: string, elapsed: number, c = en) => {
  const {sentence, aside, actions} = drillOf(data, view, {cohort, k: elapsed}, href, c);
  return {sentence: words(sentence), aside: words(aside || ""), actions: String((actions as unknown[])[0] ?? "")};
};
const cells = (view: View, key: string) => {
  const row = triangleHeat(data, view, undefined, en).rows.find((row) => "key" in row && row.key === key)!;
  return "cells" in row ? row.cells.map((cell) => (cell?.withheld ? "–" : cell && Number(cell.share.toFixed(4)))) : [];
};

describe("the triangle", () => {
  test("cohorts reach the month of as_of, oldest first", () => {
    expect(data.cohorts.map(({on, cells}) => [on, cells.length])).toEqual([
      ["2025-12-01", 6],
      ["2026-02-01", 4],
      ["2026-04-01", 2]
    ]);
  });

  test("a reached month without a row is zero, and later orders still count for it", () => {
    expect(data.cohorts[1]!.cells[1]).toMatchObject({active: 0, later: 70, orders: 0, revenue: 0, running: false});
    expect(cells(usual, "2026-02-01")).toEqual([0.15, 0, 0.2, 0.06]);
    expect(cells(later!, "2026-02-01")).toEqual([0.4, 0.35, 0.35, 0.06]);
  });

  test("only the month of as_of is running", () => {
    expect(data.cohorts.map(({cells}) => cells.map(({running}) => running).indexOf(true))).toEqual([5, 3, 1]);
    const over = rows.map((row) => ({...row, completed_periods: row.reached_periods}));
    const closed = triangleData(over, averages, asOf, 10);
    expect(closed.cohorts.some(({cells}) => cells.some(({running}) => running))).toBe(false);
  });

  test("fewer than ten customers are withheld in every measure that would tell them; zero is not", () => {
    expect(cells(usual, "2026-04-01")).toEqual(["–", "–"]);
    expect(cells(later!, "2026-04-01")).toEqual([0.2, "–"]);
    expect(cells(orders!, "2026-04-01")).toEqual(["–", "–"]);
    expect(cells(revenue!, "2026-04-01")).toEqual(["–", "–"]);
    expect(data.cohorts[2]!.cells[0]).toMatchObject({
      active: null,
      later: 12,
      orders: null,
      revenue: null,
      ratio: null
    });
    expect(JSON.stringify(data)).not.toContain('"active":7');
  });

  test("a cohort of fewer than ten customers has neither size nor shares, and no mean rests on it alone", () => {
    const few = [...rows, month("2026-03-01", 7, 0, 7), month("2026-03-01", 7, 1, 7)];
    const {cohorts} = triangleData(few, averages, asOf, 10);
    const march = cohorts.find((cohort) => cohort.on === "2026-03-01")!;
    expect(march.customers).toBeNull();
    expect(march.cells.every(({active, later, orders}) => active === null && later === null && orders === null)).toBe(
      true
    );
    const only = [month("2026-03-01", 7, 0, 7), month("2026-03-01", 7, 1, 7)];
    const alone = triangleData(only, [average(1, 7, 7, 7), average(2, 7, 0, 0)], asOf, 10);
    expect(alone.means).toEqual([null, null, null]);
    const drawn = triangleHeat(triangleData(few, averages, asOf, 10), usual, undefined, en);
    expect(drawn.mean!.size).toBe(360);
    expect(String(heat(drawn, en))).not.toMatch(/>\s*7\s*</);
  });

  test("nothing is withheld where the operator turned it off", () => {
    expect(triangleData(rows, averages, asOf, 0).cohorts[2]!.cells[0]!.active).toBe(7);
  });

  test("means are weighted, of complete cohorts, in whole per cent", () => {
    const {mean} = triangleHeat(data, usual, undefined, en);
    expect(mean!.size).toBe(360);
    expect(mean!.cells.map((cell) => cell && cell.share)).toEqual([0.21, 0.1, 0.22, 0.2, 0.2, null]);
    expect(triangleHeat(data, orders!, undefined, en).mean!.cells[2]!.share).toBe(0.22);
    expect(triangleHeat(data, later!, undefined, en).mean!.cells[0]!.share).toBe(0.42);
  });

  test("revenue is held against the first month's", () => {
    expect(cells(revenue!, "2025-12-01")).toEqual([0.4, 0.3, 0.25, 0.2, 0.2, 0.11]);
    const free = rows.map((row) => ({...row, net_revenue: 0, revenue_retention_ratio: null}));
    const none = triangleData(free, averages, asOf, 10);
    const [first] = triangleHeat(none, revenue!, undefined, en).rows;
    expect("cells" in first! && first.cells[0]).toBeNull();
  });

  test("the table reads the same: blank, dots, hatch, zero", () => {
    const markup = String(heat(triangleHeat(data, usual, undefined, en), en));
    expect(markup.match(/class="withheld"/g)).toHaveLength(2);
    expect(markup.match(/class="running"/g)).toHaveLength(2);
    expect(markup).toMatch(/<td class="q0"[^>]*>0<\/td>/);
  });

  test("no orders, no triangle; one running month has cohorts without cells", () => {
    expect(triangleData([], [], undefined, 10).cohorts).toEqual([]);
    const [only] = triangleData([month("2026-06-01", 40, 0, 40)], [], asOf, 10).cohorts;
    expect(only).toEqual({on: "2026-06-01", customers: 40, cells: []});
  });
});

describe("the cell that is chosen first", () => {
  test("has the most customers missing against the mean, beyond its interval", () => {
    // February misses 0.21 × 200 − 30 = 12 customers in month 1 and 0.10 × 200 − 0 = 20 in month 2.
    expect(preselected(data)).toEqual({cohort: "2026-02-01", k: 2});
  });

  test("is never running, withheld, or beyond month 6", () => {
    expect(preselected({...data, cohorts: [data.cohorts[2]!]})).toBeUndefined();
  });
});

describe("the strip says the chosen cell in one sentence", () => {
  test("customers, with Wilson's interval and the mean", () => {
    expect(told(usual, "2026-02-01", 1)).toMatchObject({
      sentence:
        "Cohort Feb 2026, month 1: 30 of 200 customers ordered, 15.0%. 95% interval 10.7–20.6%; the mean of complete cohorts is 21%.",
      aside: "30 orders, net revenue £600 in that time: £20 for each customer who ordered."
    });
    expect(told(usual, "2026-02-01", 1, zh).sentence).toBe(
      "2026年2月同期群，第 1 月： 200 位客户中有 30 位下单，占 15.0%。95% 区间 10.7%–20.6%；完整同期群平均为 21%。"
    );
  });

  test("a running month says so and is not compared", () => {
    expect(told(usual, "2026-02-01", 4).sentence).toBe(
      "Cohort Feb 2026, month 4: 12 of 200 customers ordered so far, 6.0%. 95% interval 3.5–10.2%."
    );
  });

  test("in it or later, orders and revenue", () => {
    expect(told(later!, "2026-02-01", 1).sentence).toContain("80 of 200 customers ordered then or later, 40.0%.");
    expect(told(orders!, "2026-02-01", 3).sentence).toContain("40 orders from 200 customers, 20.0%; the mean");
    expect(told(revenue!, "2025-12-01", 1).sentence).toContain(
      "net revenue £800, 40.0% of that in the month of the first order"
    );
  });

  test("leads to exactly its customers, and to no list where it counts otherwise", () => {
    expect(told(usual, "2026-02-01", 1).actions).toContain('href="customers?cohort=2026-02&amp;month=1"');
    expect(told(usual, "2026-02-01", 1).actions).toContain("See the 30 customers");
    expect(told(later!, "2026-02-01", 1).actions).toContain(
      'href="customers?cohort=2026-02&amp;month=1&amp;counted=later"'
    );
    for (const view of [orders!, revenue!]) expect(told(view, "2026-02-01", 1).actions).toBe("");
    expect(told(usual, "2026-02-01", 2).actions).toBe("");
  });

  test("a withheld cell is never put in words", () => {
    expect(words(drillOf(data, usual, {cohort: "2026-04-01", k: 1}, href, en).sentence)).toBe(
      "Select a cell to see who stands behind it."
    );
  });
});

describe("the triangle as a file", () => {
  test("has the rows shown, plain shares, no withheld number, and says the filter", () => {
    const {columns, rows: lines} = triangleTable(data, usual, "");
    expect(columns).toEqual([
      "cohort_month",
      "cohort_customers",
      ...[1, 2, 3, 4, 5, 6].map((i) => `month_${i}`),
      "running_month",
      "as_of",
      "filter"
    ]);
    expect(lines).toEqual([
      ["2025-12-01", 100, 0.4, 0.3, 0.25, 0.2, 0.2, 0.11, 6, "2026-06-24", ""],
      ["2026-02-01", 200, 0.15, 0, 0.2, 0.06, null, null, 4, "2026-06-24", ""],
      ["2026-04-01", 60, null, null, null, null, null, null, 2, "2026-06-24", ""]
    ]);
  });

  test("filters in words; values that fell back are named", () => {
    expect(viewWords(usual, [], en)).toBe("");
    expect(viewWords({...later!, cohorts: "all"}, [], en)).toBe("counted in the period or later · all cohorts");
    expect(viewWords(revenue!, ["counted"], en)).toBe("Net revenue · unknown value of counted: shown as usual");
    expect(viewWords(revenue!, [], zh)).toBe("净收入");
  });
});
