import {describe, expect, test} from "vitest";
import {segments} from "../../../dashboards/pages/segments.ts";
import {classCuts} from "../../../dashboards/pages/segments/paretoPanel.ts";
import {foldedParts, withheldParts} from "../../../dashboards/withheld.ts";
import {data, words, render, en, zh} from "./segmentsPage.ts";

test("withheld are small parts, and one more where one alone is small", () => {
  expect(withheldParts([6, 30, 20, 0], 10)).toEqual([true, false, true, false]);
  expect(withheldParts([6, 3, 20], 10)).toEqual([true, true, false]);
  expect(withheldParts([12, 30, 0], 10)).toEqual([false, false, false]);
  expect(withheldParts([6, 0], 10)).toEqual([true, false]);
  expect(withheldParts([6, 30], 0)).toEqual([false, false]);
});

describe("the segment table", () => {
  const table = (change?: object) => /<table id="segments">.*?<\/table>/.exec(render(change))![0];

  test("gives each segment in the order of the configuration, with its numbers", () => {
    const body = words(table());
    expect(body).toMatch(/Champions 323 £98.0k 47% 19% of customers £303 8.0 £38 23 days/);
    expect(body.indexOf("Champions")).toBeLessThan(body.indexOf("Lost"));
    expect(table()).toContain('href="./customers.html?segment=champions"');
  });

  test("says nothing of a segment with too few customers, nor of the smallest other one", () => {
    expect(words(table())).toMatch(/Lost – – – – – – – /);
    expect(words(table())).toMatch(/Gold club – – – – – – – /);
    expect(table()).not.toContain("£77");
  });

  test("goes into the CSV as plain numbers, without what is withheld", () => {
    const start = segments.live!.data!(data as never, en) as {rows: unknown[][]; asOf: string};
    expect(start.asOf).toBe("2026-06-24");
    expect(start.rows[0]).toEqual(["champions", 323, 0.19, 2597, 97950, 0.4708, 37.72, 23.4, 8.04, 303.25]);
    expect(start.rows[1]).toEqual(["lost", ...Array<null>(9).fill(null)]);
  });
});

describe("too few customers", () => {
  test("are folded with the smallest others until they are enough together", () => {
    expect(foldedParts([6, 30, 20, 0], 10)).toEqual([true, false, true, false]);
    expect(foldedParts([6, 5, 20], 10)).toEqual([true, true, false]);
    expect(foldedParts([2, 3, 4], 10)).toEqual([true, true, true]);
    expect(foldedParts([12, 30, 0], 10)).toEqual([false, false, false]);
  });

  test("give no score its values", () => {
    const score = (score: number, customers: number) => ({
      measure: "monetary" as const,
      score,
      customers,
      lowest: score * 100,
      highest: score * 100 + 50,
      window_days: 365
    });
    const drawn = render({mart_rfm_score: [score(5, 9), score(4, 10)]});
    const table = words(/<table id="scores">.*?<\/table>/.exec(drawn)![0]);
    expect(table).toContain("£400 – £450");
    expect(table).not.toContain("£500");
    expect(words(drawn)).toContain("– also: fewer than 10 customers, withheld.");
  });

  test("leave the best fifth untold, in the sentence and on the curve", () => {
    const few = data.mart_pareto.map((row) => ({...row, customers: Math.round((40 * row.top_percent) / 100)}));
    for (const c of [en, zh]) {
      const page = words(render({mart_pareto: few}, c));
      expect(page).toContain(c.t("The best 20% are fewer than 10 customers", "前 20% 不足 10 位客户"));
      expect(page).not.toMatch(/hold 60%|占 60%|贡献了 60%/);
    }
  });
});

describe("concentration", () => {
  test("A and B end where their buyers end", () => {
    const share = (abc_class: "A+" | "A" | "A-" | "B" | "C", buyer_share: number) => ({
      abc_class,
      buyers: buyer_share * 1_000,
      buyer_share,
      net_revenue: 1,
      revenue_ratio: 0
    });
    const classes = [share("A", 0.1), share("A+", 0.03), share("A-", 0.25), share("B", 0.31), share("C", 0.31)];
    const cuts = classCuts(classes, 10);
    expect(cuts.map(({name, at}) => [name, Number(at.toFixed(6))])).toEqual([
      ["A", 0.38],
      ["B", 0.69]
    ]);
    expect(classCuts([share("A", 0.009), share("B", 0.4), share("C", 0.5)], 10)).toEqual([]);
  });

  test("classes stand best first, with their sum", () => {
    const table = words(/<table id="classes">.*?<\/table>/.exec(render())![0]);
    expect(table).toMatch(/A\+ 60 3.0% £6,017 20.0% £100 A 235 10.0% £9,037 30.0% £38 C 640/);
    expect(table).toMatch(/All 935 100% £16.6k 100% £18/);
    expect(render()).toContain('href="./customers.html?abc=A%2B"');
  });

  test("the chart's name says the finding", () => {
    expect(render()).toContain("the top 20% of customers hold 60%; Gini 0.56");
  });
});
