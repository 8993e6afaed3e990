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
    expect(body).toMatch(/Champions bought lately, and often 323 \+33 \+73 £98.0k 47%/);
    expect(body.indexOf("Champions")).toBeLessThan(body.indexOf("Lost"));
    expect(table()).toContain('href="./customers.html?segment=champions"');
  });

  test("says nothing of a segment with too few customers, nor of the smallest other one", () => {
    expect(words(table())).toMatch(/Lost few orders, long ago – – – – – /);
    expect(words(table())).toMatch(/Gold club – – – – – /);
    expect(table()).not.toContain("£77");
  });

  test("compares with a day only where its window was full", () => {
    const short = data.mart_segment_month.map((row) => ({...row, is_window_full: row.months_before < 12}));
    expect(words(table({mart_segment_month: short}))).toMatch(/since Mar 2026 Net revenue/);
    expect(words(table({mart_segment_month: short}))).toMatch(/323 \+33 £98.0k/);
  });

  test("stands beside what its names stand for", () => {
    const names = words(/<table id="names">.*?<\/table>/.exec(render())![0]);
    expect(names).toMatch(/Champions R4–R5 · F4–F5 £303 8.0 £38 23 days keep/);
    expect(names).toMatch(/Lost R1–R2 · F1–F2 – – – – do not/);
  });

  test("goes into the CSV as plain numbers, without what is withheld", () => {
    const start = segments.live!.data!(data as never, en) as {rows: unknown[][]; asOf: string};
    expect(start.asOf).toBe("2026-06-24");
    expect(start.rows[0]).toEqual(["champions", 323, 0.19, 2597, 97950, 0.4708, 37.72, 23.4, 8.04, 303.25, 290, 250]);
    expect(start.rows[1]).toEqual(["lost", ...Array<null>(9).fill(null), 70, 80]);
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
      window_days: 365,
      has_limits: false
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
      revenue_ratio: 0,
      share_from: 0,
      share_to: 1
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

  test("classes end where the configuration says, and tell who fell and rose in a year", () => {
    const told = words(render());
    expect(told).toContain("best customers first: A+ 0–20%, A 20–50%, C 95–100%; C also holds whoever brought none.");
    expect(told).toContain("Since 30 Jun 2025 34 fell out of class A and 51 rose into it.");
    expect(words(render({mart_abc_move: []}))).not.toContain("fell out");
    const few = data.mart_abc_move.map((row) => ({...row, customers: 4}));
    expect(words(render({mart_abc_move: few}))).toContain("fewer than 10 fell out of class A");
    const [first] = data.mart_abc_class;
    const whole = [...data.mart_abc_class, {...first!, abc_class: "B", share_from: 0.7, share_to: 0.9}];
    expect(words(render({mart_abc_class: whole}))).toContain("A ends where 70% of revenue is reached, B at 90%.");
    expect(words(render())).not.toContain("A ends where");
  });

  test("the chart's name says the finding", () => {
    expect(render()).toContain("the top 20% of customers hold 60%; Gini 0.56");
  });
});

describe("scores by limits", () => {
  test("are told apart from those by fifths", () => {
    const limited = [{...data.mart_rfm_score[0], has_limits: true}];
    expect(words(render({mart_rfm_score: limited}))).toContain(
      "frequency, revenue: cut at the 20, 40, 60 and 80% quantiles"
    );
    expect(words(render({mart_rfm_score: limited}))).toContain("recency: cut at the limits in perennial.config.ts.");
    expect(words(render())).toContain("Cut at the 20, 40, 60 and 80% quantiles");
  });
});

describe("the best who went quiet", () => {
  test("stand with their silence, their rhythm and where they were", () => {
    const table = words(/<table id="quiet-table">.*?<\/table>/.exec(render())![0]);
    expect(table).toMatch(/C-00000000000A A\+ £998 82 days own rhythm 26 days Champions/);
    expect(render()).toContain('href="./customers.html?key=C-00000000000A"');
    expect(words(render())).toContain("42 customers of class A are quiet; they brought £12.3k so far.");
  });

  test("too few are not counted, nobody is a state", () => {
    const few = data.mart_quiet_customer.map((row) => ({...row, quiet_customers: 9}));
    expect(words(render({mart_quiet_customer: few}))).toContain("Fewer than 10 customers of class A are quiet.");
    expect(words(render({mart_quiet_customer: []}))).toContain("Every customer of class A ordered lately.");
  });
});
