import {describe, expect, test} from "vitest";
import {churn} from "../../../dashboards/pages/churn.ts";
import {en, noRisk, row, summary, words, zh} from "./churnRows.ts";
import {data, render, finding} from "./churnPage.ts";

describe("the finding", () => {
  test("says how many are expected to leave, with what, and what a day of calls holds", () => {
    expect(finding()).toBe(
      "About 21 of the 40 customers who bought in the last 365 days are expected not to order again within 13 weeks: £250 at risk. The first 2 on the list hold £200 of it (80%); 1 of them is silent beyond the usual rhythm."
    );
    expect(finding({}, zh)).toContain("近 365 天的 40 位买家中，预计约 21 位在 13 周内不再下单，风险价值 £250。");
  });

  test("a horizon that is not whole weeks is in days", () => {
    expect(finding({mart_churn_summary: summary({horizon_days: 30})})).toContain("within 30 days");
  });

  test("says that nothing is at risk, or that no risk can be told", () => {
    expect(finding({mart_churn_watch: []})).toBe("Nobody who bought in the last 365 days puts revenue at risk.");
    const young = {
      mart_churn_watch: [row(1, noRisk)],
      mart_churn_rate: [],
      mart_churn_backtest: [],
      mart_churn_calibration: []
    };
    expect(finding(young)).toContain("No risk can be told yet: no month end is 13 weeks old.");
    expect(words(render(young))).toContain("Until then the list ranks by silence and claims no risk.");
    expect(words(render(young))).toContain("No rates yet");
    expect(words(render(young))).not.toMatch(/expected to leave within/);
  });

  test("without orders the page says which export to add", () => {
    const none = {mart_churn_watch: [], mart_churn_summary: [], mart_churn_rate: [], mart_churn_backtest: []};
    expect(words(render(none))).toContain("Add an orders export");
  });
});

test("the definition names horizon, snapshots and how many they are", () => {
  const text = words(render());
  expect(text).toContain("no order within 13 weeks (91 days) after a month end");
  expect(text).toContain("5 month ends, 31 Oct 2025 to 28 Feb 2026, whose 13 weeks are over: 1,220 customer-snapshots");
  expect(text).toContain("net revenue of the last 365 days × 91 ÷ 365");
});

test("bands of risk stand with their sum", () => {
  const bands = (c = en, buyers = [10, 14, 16, 40]) =>
    words(
      /<table id="bands">.*?<\/table>/.exec(
        render({mart_churn_summary: summary().map((row, i) => ({...row, buyers: buyers[i]!}))}, c)
      )![0]
    );
  expect(bands(en, [3, 15, 22, 40])).toMatch(/22 12 £180 medium, 40 to 70% – – – low, under 40% – – – All 40 21 £250/);
  expect(bands(zh, [3, 15, 22, 40])).not.toContain("£10");
  expect(bands()).toMatch(
    /high, 70% and over 16 12 £180 medium, 40 to 70% 14 8 £60 low, under 40% 10 1 £10 All 40 21 £250/
  );
});

test("browser code starts with what the page shows", () => {
  const start = churn.live!.data!(data as never, en);
  expect(start).toMatchObject({
    calls: 2,
    horizonDays: 91,
    all: 40,
    asOf: "2026-06-24",
    customer: "./customers.html?key="
  });
  expect((start as {list: unknown[]}).list).toHaveLength(3);
});

test("no state shows NaN, undefined or null", () => {
  const onlyOnce = [row(1, {orders: 1, has_own_rhythm: false, segment: null})];
  const quiet = summary({
    customers: 0,
    buyers: 0,
    expected_leavers: 0,
    value_at_risk: 0,
    closed_snapshots: 0,
    first_snapshot_on: null,
    last_snapshot_on: null
  });
  const states = [
    {},
    {mart_churn_watch: onlyOnce},
    {mart_churn_watch: [], mart_churn_summary: quiet},
    {mart_churn_calibration: []}
  ];
  for (const c of [en, zh])
    for (const change of states) expect(words(render(change, c))).not.toMatch(/NaN|undefined|null|Infinity/);
});
