import {describe, expect, test} from "vitest";
import type {Summary} from "../../../dashboards/pages/contracts/rows.ts";
import {
  bridge,
  data,
  en,
  finding,
  group,
  level,
  loss,
  model,
  panel,
  render,
  summary,
  test as tested,
  words,
  zh
} from "./contractsPage.ts";

const broken = /NaN|undefined|Infinity|\[object|null/;
const of = (change: Partial<Summary>) => ({mart_contract_summary: [{...summary, ...change}]});

describe("the finding", () => {
  test("median with its interval, a year, the pace, what is at risk", () => {
    expect(finding()).toBe(
      "Half of the contracts end within 13 months (95% interval: 10 months or more); 58% last longer than a year (47–67%). In the last twelve months 4.0% of the running ones ended each month (3.0–5.3%); £916 of £7,750 a month is expected to end within 90 days."
    );
    expect(finding({}, zh)).toContain("半数合同在 13 个月内终止");
  });

  test("more than half still run: how far that is known", () => {
    const rows = [group("all", "all", {median_days: null, median_low: null, year_survival: null})];
    expect(finding({mart_contract_group: rows})).toMatch(
      /^More than half of the contracts still run after 19 months\. In the last/
    );
  });

  test("nobody has ended, and too few have", () => {
    expect(finding(of({state: "none_ended", ended_contracts: 0}))).toBe(
      "No contract has ended yet: how long they last cannot be told."
    );
    expect(finding(of({state: "too_few", ended_contracts: 4}))).toBe(
      "Too few contracts have ended to say how long they last."
    );
  });
});

describe("groups", () => {
  test("no clear difference: all together are shown, and the choice is there", () => {
    expect(panel("curves")).toContain("All contracts together, with the 95% interval");
    expect(panel("groups")).toContain("PlanNo clear difference between the groups (p = 0.32).");
    expect(render()).toMatch(
      /<select name="by"[^>]*><option value="all" selected>All together<\/option><option value="plan">Plan/
    );
  });

  test("a clear difference is shown first, with its test in words", () => {
    const change = {mart_contract_test: [tested("plan", 0.0004)]};
    expect(panel("curves", change)).toContain(
      "Plan: the groups end at different speeds (log-rank test of 2 groups, p &lt; 0.001)"
    );
    expect(panel("groups", change)).toContain("Explorer82over 11 monthstoo early");
    expect(panel("curves", {mart_contract_test: [tested("plan", 0.032)]}, zh)).toContain(
      "方案：各组终止速度不同（对数秩检验，2 组，p = 0.032）"
    );
  });

  test("a group of too few customers is withheld, and with it the next smallest", () => {
    const groups = [
      ...data.mart_contract_group,
      group("plan", "Tiny", {contracts: 12, customers: 9}),
      group("plan", "Small", {contracts: 20, customers: 20})
    ];
    const page = render({mart_contract_group: groups, mart_contract_test: [tested("plan", 0.01)]});
    expect(page).not.toContain("Tiny");
    expect(page).not.toContain("Small");
    expect(words(page)).toContain("Groups of fewer than 10 customers are withheld.");
    expect(words(page)).toContain("Explorer");
  });
});

describe("the model", () => {
  test("ratios in words, clear ones only named", () => {
    const said = panel("hazard");
    expect(said).toContain("Exploreragainst Cellar1.80×1.20–2.70ends soonerp = 0.004");
    expect(said).toContain("Twice the price0.90×0.60–1.40no clear differencep = 0.40");
  });

  test("how far it can be trusted, and what has no ratio", () => {
    const said = panel("trust");
    expect(said).toContain("They tell contracts apart (p = 0.010).");
    expect(said).toContain("the one foretold to end first did in 61% of pairs (53–69%); 50% is chance.");
    expect(said).toContain("No sign that ratios change as contracts age (p = 0.55).");
    expect(said).toContain("Ordered before (the same for all); Country (too few ended).");
    expect(said).toContain("14 contracts of groups in which too few ended");
  });

  test("taken together it says nothing, or drifts: both are said first", () => {
    const noise = panel("trust", {int_contract_model: [{...model, likelihood_ratio_p: 0.49}]});
    expect(noise).toContain("They do not tell contracts apart clearly (p = 0.49): read the ratios as noise.");
    const rows = [
      level("plan", "Cellar", "reference"),
      {...level("plan", "Explorer", "fitted", [1.8, 1.2, 2.7]), proportional_p: 0.001}
    ];
    const drifts = panel("trust", {
      int_contract_model: [{...model, proportional_p: 0.002}],
      mart_contract_hazard: rows
    });
    expect(drifts).toContain("Ratios change as contracts age (p = 0.002; Plan): read them as averages over time.");
  });

  test.each([
    ["too_few", "Too few contracts have ended"],
    ["none_ended", "Too few contracts have ended"],
    ["no_terms", "Contracts do not differ in anything told"],
    ["not_converged", "The model did not settle"]
  ] as const)("%s: said in place of numbers", (state, title) => {
    const change = {int_contract_model: [{...model, state, concordance: null}], mart_contract_hazard: []};
    expect(panel("hazard", change)).toContain(title);
    expect(render(change)).not.toContain('id="trust"');
  });
});

describe("revenue and pace", () => {
  test("the bridge adds up and leaves out steps of nobody", () => {
    const said = panel("bridge");
    expect(said).toContain("+£7,626");
    expect(said).toContain("−£2,439");
    expect(said).not.toContain("Came back");
    expect(said).not.toContain("do not add up");
  });

  test("a step of too few customers is counted with the smallest other one", () => {
    const few = bridge.map((row) =>
      row.step === "restarted"
        ? {...row, contracts: 3, customers: 3, monthly_amount: 90}
        : row.step === "end"
          ? {...row, monthly_amount: 7726}
          : row
    );
    const said = panel("bridge", {mart_contract_bridge: few});
    expect(said).not.toContain("Came back");
    expect(said).not.toContain("+£90");
    expect(said).toContain("Other steps");
    expect(said).not.toContain("do not add up");
  });

  test("months are pooled until the newest can be told; smaller ones before are withheld", () => {
    const months = [4, 0, 3, 4, 8, 2, 4, 3, 5, 2, 6, 4].map((ended, i) => ({
      ...data.mart_contract_month[0]!,
      contract_month: new Date(Date.UTC(2025, 5 + i, 1)),
      running_start: 100,
      ended_of_start: ended,
      leaving_customers: ended
    }));
    const said = panel("churn", {mart_contract_month: months});
    expect(said).toContain("3 months at a time");
    expect(said).toContain("Jun 2025 to Aug 2025300withheld–");
    expect(said).toContain("Mar 2026 to May 20263004.0%2.3–6.9%");
  });

  test("notice of few customers is withheld, as is what was left out", () => {
    const page = words(render(of({notice_contracts: 3, notice_customers: 3})));
    expect(page).toContain("Notice given");
    expect(page).toContain("under 10customers; the number is withheld");
    expect(panel("left-out")).toContain("On trial, not paid yet12Ended in their trialunder 10");
    expect(panel("left-out")).toContain("202 of 216 subscriptions");
    expect(panel("left-out", of({subscriptions: 206, trials: 2}))).toContain("Fewer than 10 beside 202 contracts");
  });
});

describe("states", () => {
  const empty = {...summary, state: "none" as const, subscriptions: 0, contracts: 0};
  const none = {
    int_contract_model: [{...model, state: "no_contracts" as const}],
    mart_contract_bridge: [],
    mart_contract_group: [],
    mart_contract_hazard: [],
    mart_contract_loss: [],
    mart_contract_month: [],
    mart_contract_survival: [],
    mart_contract_test: []
  };

  test("no subscriptions: which export to add, and the command", () => {
    const said = words(render({...none, mart_contract_summary: [empty]}));
    expect(said).toContain("No subscriptionsAdd an export of kind subscriptions to perennial.config.ts");
    expect(said).toContain("then run perennial run.");
    expect(words(render({...none, mart_contract_summary: [empty]}, zh))).toContain("subscriptions");
  });

  test("subscriptions without a length: each reason with its number", () => {
    const said = words(
      render({...none, mart_contract_summary: [{...empty, state: "no_length", subscriptions: 30, trials: 30}]})
    );
    expect(said).toContain("On trial, not paid yet30");
  });

  test("whatever the state, no broken number in either language", () => {
    const states = [
      {},
      of({state: "none_ended", ended_contracts: 0, churn_share: 0}),
      of({
        state: "too_few",
        churn_share: null,
        churn_low: null,
        churn_high: null,
        previous_churn_share: null,
        change_low: null,
        change_high: null
      }),
      {...none, ...of({state: "too_few"})},
      {
        mart_contract_loss: [{...loss, monthly_amount: 0, expected_loss: 0, loss_low: 0, loss_high: 0}],
        ...of({monthly_amount: 0})
      },
      {mart_contract_test: [tested("plan", 1, {state: "too_few", p_value: null, p_adjusted: null})]}
    ];
    for (const change of states) for (const c of [en, zh]) expect(render(change, c)).not.toMatch(broken);
  });
});
