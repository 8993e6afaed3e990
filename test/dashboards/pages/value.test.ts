import {describe, expect, test} from "vitest";
import type {State} from "../../../dashboards/pages/value/rows.ts";
import {candidates, data, en, finding, render, summary, words, zh} from "./valuePage.ts";

const chosenWith = (change: object) => candidates.map((row) => (row.is_chosen ? {...row, ...change} : row));

describe("the finding", () => {
  test("says what the base is expected to spend, with interval, who holds it, and that the forecast was tested", () => {
    expect(finding()).toBe(
      "The 2,000 customers are expected to spend £200k in the next 12 months (95% interval £180k to £221k). The top tenth hold 41% of it; on 39 weeks held out, MBG/NBD erred 20% less than each customer’s own pace so far."
    );
    expect(finding({}, zh)).toBe(
      "2,000 位客户未来 12 个月预计消费 £20.0万（95% 区间 £18.0万 至 £22.1万）。 前十分之一占其中 41%；在留出的 39 周上，MBG/NBD 的误差比自身以往速度小 20%。"
    );
  });

  test("its interval holds the chance of what customers do, where that can be told", () => {
    const coming = {coming_low: 150_000, coming_high: 262_000, coming_days_low: 4500, coming_days_high: 5600};
    expect(finding({summary: {...summary, ...coming}})).toContain("(95% interval £150k to £262k)");
    expect(words(render({summary: {...summary, ...coming}}))).toContain("95% interval 4,500 to 5,600");
    expect(words(render())).toContain("95% interval 4,700 to 5,310");
  });

  test("says first that the model erred more than a simple forecast", () => {
    const worse = {candidates: chosenWith({deviance: 1.5})};
    expect(finding(worse)).toMatch(
      /^On 39 weeks held out, MBG\/NBD erred 20% more than each customer’s own pace so far: do not rank customers by it\. The 2,000/
    );
    expect(finding(worse, zh)).toMatch(/^在留出的 39 周上，MBG\/NBD 的误差比自身以往速度大 20%：请勿据此给客户排序。/);
    expect(words(render(worse))).toContain("MBG/NBD erred more than a simple forecast");
    expect(words(render(worse))).toContain("the order of this list is not to be relied on.");
  });

  test("a model that merely equals the own pace is not called better", () => {
    expect(finding({candidates: chosenWith({deviance: 1.25})})).toMatch(
      /^On 39 weeks held out, MBG\/NBD erred no less than each customer’s own pace so far: do not rank/
    );
  });

  test("the mean of all is a rival too where it errs less than the own pace", () => {
    const flat = candidates.map((row) => (row.model === "base" ? {...row, deviance: 0.8} : row));
    expect(finding({candidates: flat})).toMatch(
      /^On 39 weeks held out, MBG\/NBD erred 25% more than one mean for all:/
    );
  });

  test("compares by mean error where a simple forecast has no deviance", () => {
    const none = candidates.map((row) =>
      row.model === "naive" ? {...row, deviance: null, mean_absolute_error: 2} : row
    );
    expect(finding({candidates: none})).toContain("MBG/NBD erred 50% less");
  });

  test("says that nothing was tested where nothing could be held out", () => {
    const untested = {candidates: [], bins: [], weeks: [], summary: {...summary, history_days: 70}};
    expect(finding(untested)).toContain("The top tenth hold 41% of it; the forecast could not be tested.");
    const text = words(render(untested));
    expect(text).toContain("Not tested The history of 70 days is too short to hold a part of it out");
    expect(text).toContain("could not be tested");
  });

  test("where nearly all bought once, it warns of the ranking", () => {
    expect(finding({summary: {...summary, one_time_customers: 1988}})).toContain(
      "99% of them bought on one day alone, so what a single customer will do is nearly unknown: use the sum, not the ranking."
    );
    expect(words(render({summary: {...summary, one_time_customers: 1988}}))).toContain(
      "With 99% one-time buyers the order of this list says little."
    );
    const failed = chosenWith({state: "too_few", expected_days: null, deviance: null, mean_absolute_error: null});
    const untested = {summary: {...summary, one_time_customers: 1988}, candidates: failed, bins: [], weeks: []};
    expect(finding(untested)).toContain("99% of them bought on one day alone and the forecast could not be tested,");
    expect(words(render(untested))).toContain(
      "The model could not be fitted without the 273 days held out (too few customers)."
    );
  });

  test("without spend it counts purchases", () => {
    const noSpend = {...summary, state: "no_spend" as const, clv: null, clv_low: null, clv_high: null};
    const change = {summary: {...noSpend, top_tenth_share: null}, tenths: []};
    expect(finding(change)).toMatch(
      /^The 2,000 customers are expected to buy 5,000 times in the next 12 months \(95% interval 4,700 to 5,310\)\. On 39 weeks held out/
    );
    expect(words(render(change))).toContain("Purchases without a value.");
    expect(words(render(change))).toContain("No value to divide Purchases are foretold, spend is not.");
    expect(words(render(change))).not.toContain("£");
  });
});

describe("states", () => {
  const blocked: [State, string][] = [
    ["too_few", "Too few customers"],
    ["one_time_only", "Nobody has bought twice yet"],
    ["short_history", "The history is too short"],
    ["not_converged", "No model settled"]
  ];
  const nothing = {
    clv: null,
    clv_low: null,
    clv_high: null,
    expected_days: null,
    expected_days_low: null,
    expected_days_high: null,
    alive_customers: null,
    top_tenth_share: null,
    model: null
  };

  test.each(blocked)("%s is a screen that says why, what is known, and where to read on", (state, title) => {
    const text = words(render({summary: {...summary, ...nothing, state}}));
    expect(text).toContain(`Nothing can be foretold: ${title[0]!.toLowerCase()}${title.slice(1)}.`);
    expect(text).toContain("Bought on one day alone 1,000 (50.0%)");
    expect(text).toContain("Cohorts");
    expect(text).not.toContain("£");
  });

  test("a model that stands in for another is said above the numbers", () => {
    expect(words(render({summary: {...summary, state: "fallback"}}))).toContain("Another model stands in.");
  });

  test("a model that finds nobody who stopped is said to take silence for a gap", () => {
    const all = words(render({summary: {...summary, alive_customers: 1999.5}}));
    expect(all).toContain("The model sees nobody stop.");
    expect(words(render())).not.toContain("The model sees nobody stop.");
  });

  test("nobody bought: the export to add is named", () => {
    const none = {summary: {...summary, ...nothing, state: "too_few" as const, customers: 0, one_time_customers: 0}};
    for (const change of [none, {summary: undefined}]) {
      expect(words(render(change))).toContain("Add an orders export to perennial.config.ts and run perennial run .");
      expect(finding(change)).toBe("No customer has ordered yet.");
    }
  });

  test("no state shows NaN, undefined, null or infinity, in either language", () => {
    const states: State[] = ["fitted", "fallback", "no_spend", ...blocked.map(([state]) => state)];
    for (const state of states)
      for (const change of [{}, nothing, {...nothing, expected_days: 12}, {alive_customers: null, reason: null}])
        for (const rest of [
          {},
          {candidates: [], bins: [], weeks: [], tenths: [], alive: [], fits: [], best: [], parameters: []}
        ])
          for (const c of [en, zh])
            expect(words(render({...rest, summary: {...summary, ...change, state}}, c))).not.toMatch(
              /NaN|undefined|\bnull\b|Infinity/
            );
  });
});

describe("withholding", () => {
  test("a base of under a hundred has no tenths and no share of the highest", () => {
    const few = {summary: {...summary, customers: 95}, tenths: data.tenths.map((row) => ({...row, customers: 9}))};
    const text = words(render(few));
    expect(text).toContain("Too few customers for tenths");
    expect(text).toContain("Top tenth – fewer than 10 customers");
    expect(finding(few)).not.toContain("top tenth");
  });

  test("small bins and cells are withheld, and none can be had from the sum", () => {
    const page = render();
    expect(words(page)).toContain("6 – – –");
    expect(words(page)).toContain("7+ – – –");
    expect(page.match(/class="withheld"/g)).toHaveLength(2);
    expect(words(page)).not.toContain("n 3 ");
  });
});
