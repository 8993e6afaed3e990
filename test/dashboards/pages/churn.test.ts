import {describe, expect, test} from "vitest";
import {churn} from "../../../dashboards/pages/churn.ts";
import {silenceWords} from "../../../dashboards/pages/churn/bandWords.ts";
import {slopeOf} from "../../../dashboards/pages/churn/calibrationPart.ts";
import type {BacktestRow} from "../../../dashboards/pages/churn/rows.ts";
import {verdictOf} from "../../../dashboards/pages/churn/verdict.ts";
import {en, noRisk, row, summary, tested, words, zh} from "./churnRows.ts";

const rate = (silence_band: number, orders_band: number, snapshots: number, churned: number) => ({
  silence_band,
  silence_from: [0, 0, 0.5][silence_band]!,
  silence_to: [0, 0.5, null][silence_band]!,
  orders_band,
  orders_label: ["", "1", "2–3", "4+"][orders_band]!,
  snapshots,
  churned,
  churn_share: churned / snapshots,
  churn_low: 0.1,
  churn_high: 0.2
});
const tenth = (risk_tenth: number, foretold: number, observed: number, snapshots = 100) => ({
  risk_tenth,
  snapshots,
  churned: observed * snapshots,
  foretold_share: foretold,
  observed_share: observed,
  observed_low: observed - 0.05,
  observed_high: observed + 0.05
});
const good = [1, 2, 3, 4].map((month) => tested(month, 0.8, 0.7));
const data = {
  mart_churn_watch: [row(1), row(2, {silence_ratio: 0.5}), row(3)],
  mart_churn_summary: summary(),
  mart_churn_rate: [rate(1, 1, 200, 50), rate(1, 3, 1000, 123), rate(2, 1, 8, 8)],
  mart_churn_backtest: good,
  mart_churn_calibration: [1, 3, 5, 7, 9].map((t) => tenth(t, t / 10, t / 10))
};
const render = (change: object = {}, c = en) => churn.render({...data, ...change} as never, c);
const finding = (change?: object, c = en) => words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]!).trim();

describe("the finding", () => {
  test("says how many are expected to leave, with what, and what a day of calls holds", () => {
    expect(finding()).toBe(
      "About 21 of the 40 customers who bought in the last 365 days are expected not to order again within 13 weeks: £250 at risk. The first 2 on the list hold £200 of it (80%); 1 of them are silent beyond their usual rhythm."
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

describe("the verdict", () => {
  const panel = (rows: BacktestRow[]) =>
    words(
      /Can we trust this list\?<\/h2>.*?<p class="finding">(.*?)<\/p>/.exec(render({mart_churn_backtest: rows}))![1]!
    );

  test("takes AUCs as the mean of snapshots and Brier scores as the mean of customers", () => {
    const verdict = verdictOf([tested(1, 0.8, 0.7, 0.1, 0.3), tested(3, 0.6, 0.7, 0.2, 0.1), tested(2, null, null)])!;
    expect(verdict).toMatchObject({
      snapshots: 3,
      ranked: 2,
      betterAuc: 1,
      betterBrier: 2,
      customers: 600,
      ranksBetter: false
    });
    expect(verdict.auc).toBeCloseTo(0.7, 12);
    expect(verdict.brier).toBeCloseTo((100 * 0.1 + 300 * 0.2 + 200 * 0.2) / 600, 12);
    expect(verdict.baseBrier).toBeCloseTo((100 * 0.3 + 300 * 0.1 + 200 * 0.25) / 600, 12);
    expect(verdictOf([])).toBeNull();
  });

  test("says what holds, with its numbers", () => {
    expect(panel(good)).toBe(
      "It tells who leaves better than days of silence alone (AUC 0.800 against 0.700; better in 4 of 4 snapshots). Its percentages err less than one percentage for everybody (Brier 0.200 against 0.250; better in 4 of 4)."
    );
    expect(render()).not.toContain('class="banner"');
  });

  test("says first what it does not do, and warns above the list", () => {
    const bad = [1, 2, 3].map((month) => tested(month, 0.65, 0.7));
    expect(panel(bad)).toMatch(
      /^It does not tell who leaves better than days of silence alone \(AUC 0.650 against 0.700; better in 0 of 3/
    );
    expect(words(render({mart_churn_backtest: bad}))).toContain("In its test, the risk did not tell who leaves better");
    const loose = [1, 2, 3].map((month) => tested(month, 0.8, 0.7, 0.3, 0.25));
    expect(panel(loose)).toMatch(
      /^Its percentages err no less than one percentage for everybody.*It tells who leaves better/
    );
  });

  test("one good month out of three does not beat the baseline", () => {
    const mixed = [tested(1, 0.95, 0.7), tested(2, 0.69, 0.7), tested(3, 0.69, 0.7)];
    expect(verdictOf(mixed)!.ranksBetter).toBe(false);
  });

  test("too few snapshots make a table, none a sentence", () => {
    const two = words(render({mart_churn_backtest: good.slice(0, 2)}));
    expect(two).toContain("Too few snapshots to test 2 tested; 3 make a line.");
    expect(two).toContain("31 Jan 2025 0.800 0.700");
    const none = words(render({mart_churn_backtest: [], mart_churn_calibration: []}));
    expect(none).toContain("A snapshot is tested with the rates of earlier ones whose 13 weeks are over");
    expect(none).toContain("The risks are not tested yet");
  });
});

describe("calibration", () => {
  test("the line is weighted by n", () => {
    expect(slopeOf([tenth(1, 0.1, 0.1), tenth(5, 0.5, 0.5), tenth(9, 0.9, 0.9)])!.slope).toBeCloseTo(1, 12);
    const line = slopeOf([tenth(1, 0, 0.2, 1), tenth(9, 1, 0.6, 1)])!;
    expect([line.slope, line.intercept].map((x) => x.toFixed(6))).toEqual(["0.400000", "0.200000"]);
    expect(slopeOf([tenth(1, 0.1, 0.3)])).toBeNull();
  });

  test("compares what was foretold with what came, over all", () => {
    const over = {mart_churn_calibration: [tenth(1, 0.1, 0.4, 100), tenth(5, 0.5, 0.6, 300)]};
    expect(words(render(over))).toContain("over all 55.0% left, 40.0% were foretold. Slope 0.50, intercept 0.35.");
  });
});

describe("the rates", () => {
  const table = /<table class="tiles named">.*?<\/table>/.exec(render())![0];

  test("stand by silence and orders with their n, tinted by the share", () => {
    expect(table).toContain('<td class="q2"><b>25%</b>n 200</td>');
    expect(table).toContain('<td class="q1"><b>12%</b>n 1,000</td>');
  });

  test("too few are withheld, and what never occurred is blank", () => {
    expect(table).not.toContain("100%");
    expect(table.match(/class="withheld"/g)).toHaveLength(1);
    expect(table).toContain("<td></td>");
  });

  test("bands are named by their edges", () => {
    expect(silenceWords({silence_from: 0, silence_to: 0.5}, en)).toBe("under 0.5 ×");
    expect(silenceWords({silence_from: 1, silence_to: 1.5}, en)).toBe("1 to 1.5 ×");
    expect(silenceWords({silence_from: 10, silence_to: null}, zh)).toBe("10 倍及以上");
  });
});

test("the definition names horizon, snapshots and how many they are", () => {
  const text = words(render());
  expect(text).toContain("no order within 13 weeks (91 days) after a month end");
  expect(text).toContain("5 month ends, 31 Oct 2025 to 28 Feb 2026, whose 13 weeks are over: 1,208 customer-snapshots");
  expect(text).toContain("net revenue of the last 365 days × 91 ÷ 365");
});

test("bands of risk stand with their sum", () => {
  const table = words(/<table id="bands">.*?<\/table>/.exec(render())![0]);
  expect(table).toMatch(
    /high, 70% and over 16 12 £180 medium, 40 to 70% 15 8 £60 low, under 40% 9 1 £10 All 40 21 £250/
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
