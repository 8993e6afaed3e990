import {describe, expect, test} from "vitest";
import {compared, judged} from "../../../dashboards/pages/churn/comparison.ts";
import {comparisonWords} from "../../../dashboards/pages/churn/comparisonWords.ts";
import {slopeOf} from "../../../dashboards/pages/churn/calibrationPart.ts";
import {evidenceOf} from "../../../dashboards/pages/churn/evidence.ts";
import {measuresOf} from "../../../dashboards/pages/churn/measures.ts";
import type {BacktestRow, MethodRow} from "../../../dashboards/pages/churn/rows.ts";
import {churnData} from "../../../dashboards/pages/churn/churnData.ts";
import {en, method, tenth, tested, words, zh} from "./churnRows.ts";
import {data, panelOf, render} from "./churnPage.ts";

const [auc, , brier] = measuresOf(en);

describe("a comparison", () => {
  const rows = [method("trees"), method("recency"), method("base")];
  const months = (ours: number[]): BacktestRow[] =>
    ours.flatMap((auc, i) => [tested(i + 1, "trees", {auc}), tested(i + 1, "recency", {auc: 0.7})]);
  const against = (ours: number[], measure = auc!) => compared(rows[0]!, rows, months(ours), [measure], 10)[0]!;

  test("needs the better number over all and in more than half of the month ends", () => {
    expect(against([0.8, 0.8, 0.6])).toMatchObject({against: "recency", better: 2, of: 3, isBetter: true});
    expect(against([0.95, 0.69, 0.69])).toMatchObject({better: 1, of: 3, isBetter: false});
    expect(against([0.8, 0.6])).toMatchObject({better: 1, of: 2, isBetter: false});
    expect(against([])).toMatchObject({better: 0, of: 0, isBetter: true});
  });

  test("of an error is won by the lower one", () => {
    const [row] = compared(rows[0]!, rows, [], [brier!], 10);
    expect(row).toMatchObject({ours: 0.203, theirs: 0.225, isBetter: true});
    const worse = compared(method("trees", {brier: 0.25}), rows, [], [brier!], 10);
    expect(worse.map(({against, isBetter}) => [against, isBetter])).toEqual([
      ["recency", false],
      ["base", false]
    ]);
  });

  test("whose gain does not clear its interval is not won", () => {
    const close = method("trees", {auc_gain_low: -0.001});
    const [row] = compared(close, rows, months([0.8, 0.8]), [auc!], 10);
    expect(row).toMatchObject({better: 2, of: 2, gain: [-0.001, expect.closeTo(0.067, 9)], isBetter: false});
  });

  test("does not ask one share for everybody how well it ranks, nor anybody about too few calls", () => {
    const all = compared(method("trees", {calls: 4}), rows, [], measuresOf(en), 10);
    expect(all.filter(({against}) => against === "base").map(({measure}) => measure.id)).toEqual(["brier", "log_loss"]);
    expect(all.some(({measure}) => measure.id === "precision_at_calls")).toBe(false);
  });

  test("is about the used method, else about the model that erred least", () => {
    const [trees, logistic] = [method("trees", {is_used: false}), method("logistic")];
    expect(judged([trees, logistic, method("recency")])!.method).toBe("trees");
    expect(judged([trees, method("logistic", {is_used: true})])!.method).toBe("logistic");
    expect(judged([method("recency"), method("base")])).toBeNull();
    expect(judged([method("trees", {is_used: false, brier: 0.3}), logistic])!.method).toBe("logistic");
  });
});

describe("the verdict", () => {
  const verdict = (methods: MethodRow[] = data.mart_churn_method, c = en) =>
    comparisonWords(evidenceOf(churnData({...data, mart_churn_method: methods}), 10)!, c);

  test("says in one sentence on how many measures it won against each simple rule", () => {
    expect(verdict().claim).toBe(
      "Boosted trees did better than days of silence alone on all of 6 measures, P(alive) alone on 5 of 6 measures, one share for everybody on all of 2 measures."
    );
    expect(verdict(data.mart_churn_method, zh).claim).toContain("6 项指标中 5 项优于仅看 P(活跃)");
  });

  test("says by how much it won, and where it did not, with intervals and months", () => {
    const [silence, alive, base] = verdict().lines.map((line) => line.replaceAll("\u00a0", " "));
    expect(silence).toMatch(
      /^Against days of silence alone: better in AUC \(\+0.059, \+0.051 to \+0.067; 4 of 4 months\), PR AUC \(\+0.070; 4 of 4 months\), Brier/
    );
    expect(alive).toMatch(/; not better in Right at calls \(−1.0 pts; 0 of 4 months\)\.$/);
    expect(base).toBe(
      "Against one share for everybody: better in Brier (+0.043, +0.035 to +0.051; 4 of 4 months), Log loss (+0.095; 4 of 4 months)."
    );
  });

  test("says plainly that a simple rule was not beaten at all", () => {
    const strong = data.mart_churn_method.map((row) =>
      row.method === "alive"
        ? method("alive", {...row, auc: 0.9, pr_auc: 0.9, brier: 0.1, log_loss: 0.3, lift_top_tenth: 2})
        : row
    );
    expect(verdict(strong).claim).toContain("P(alive) alone on none of 6 measures");
    expect(verdict(strong).lines[1]).not.toContain(": better in");
  });

  test("without a used model is about the better one, and none is marked", () => {
    const unused = data.mart_churn_method.map((row) => ({...row, is_used: false}));
    const page = panelOf("evidence", {mart_churn_method: unused});
    expect(page).toContain("Boosted trees did better than");
    expect(page).not.toContain("ranks the list");
  });
});

describe("the table of methods", () => {
  const table = (change: object = {}) => /<table id="methods">.*?<\/table>/.exec(render(change))![0];

  test("holds each method with its intervals, the best in bold, and marks the one that ranks", () => {
    expect(words(table())).toMatch(
      /Boosted trees ranks the list 0.743 0.733–0.753 .* × 1.84 Logistic regression 0.738/
    );
    expect(table()).toContain("<b>0.743</b>");
    expect(table()).toContain("<b>82.0%</b>");
    expect(table()).not.toContain("<b>81.0%</b>");
  });

  test("one share for everybody ranks nobody: a dash, not 0.5", () => {
    expect(words(table())).toMatch(/One share for all – – 0.246 0.236–0.256 0.686 0.676–0.696 – –/);
  });

  test("tells no precision of too few calls", () => {
    const few = {mart_churn_method: [method("trees", {calls: 4}), method("recency", {calls: 4})]};
    expect(words(table(few))).not.toContain("81.0%");
    expect(panelOf("evidence", few)).toContain("– : fewer than 10 customers");
  });

  test("is not shown of fewer customers than may be published", () => {
    expect(panelOf("evidence", {mart_churn_method: [method("trees", {customers: 9})]})).toBe("");
    expect(words(render({mart_churn_method: [method("trees", {customers: 9})]}))).toContain("Nothing could be tested");
  });
});

describe("by month", () => {
  test("three month ends make a line, fewer a sentence and their numbers", () => {
    expect(render()).toContain("AUC by month end: Boosted trees above silence alone in 4 of 4");
    const two = {mart_churn_backtest: data.mart_churn_backtest.slice(0, 10)};
    expect(words(render(two))).toContain("Too few months for a line 2 tested; 3 make a line.");
    expect(words(render(two))).toContain("30 Nov 2025 0.743 0.702 0.684 0.203 81.0% 250");
    expect(words(render({mart_churn_backtest: []}))).toContain("0 tested; 3 make a line.");
  });

  test("a month in which everybody left has no AUC and is no point of the line", () => {
    const one = data.mart_churn_backtest.map((row, i) => (i < 5 ? {...row, auc: null, churn_share: 1} : row));
    expect(render({mart_churn_backtest: one})).toContain("above silence alone in 3 of 3");
  });
});

describe("calibration", () => {
  test("the line is weighted by n", () => {
    expect(slopeOf([tenth(1, 0.1, 0.1), tenth(5, 0.5, 0.5), tenth(9, 0.9, 0.9)])!.slope).toBeCloseTo(1, 12);
    const line = slopeOf([tenth(1, 0, 0.2, 1), tenth(9, 1, 0.6, 1)])!;
    expect([line.slope, line.intercept].map((x) => x.toFixed(6))).toEqual(["0.400000", "0.200000"]);
    expect(slopeOf([tenth(1, 0.1, 0.3)])).toBeNull();
  });

  test("is that of the method which ranks", () => {
    const other = {...tenth(2, 0.2, 0.9), method: "logistic" as const};
    expect(words(render({mart_churn_calibration: [...data.mart_churn_calibration, other]}))).not.toContain(
      "20.0% 90.0%"
    );
  });

  test("tells no bin of under ten customers, nor one that would give it away", () => {
    const bins = [1, 3, 4, 5, 7, 9].map((t) => tenth(t, t / 10, t / 10, t === 1 ? 4 : 100 + t));
    const page = words(render({mart_churn_calibration: bins}));
    expect(page).not.toMatch(/10.0% 10.0%/);
    expect(page).not.toMatch(/30.0% 30.0%/);
    expect(page).toContain("40.0% 40.0%");
    expect(page).toContain("Withheld: bins of under 10 customers");
  });

  test("compares what was foretold with what came, over all", () => {
    const over = {mart_churn_calibration: [tenth(1, 0.1, 0.4, 100), tenth(5, 0.5, 0.6, 300)]};
    expect(words(render(over))).toContain("over all 55.0% left, 40.0% were foretold. Slope 0.50, intercept 0.35.");
  });
});

test("lift stands by tenth, with how many of the leavers the riskiest fifth held", () => {
  const page = panelOf("evidence");
  expect(page).toContain("riskiest tenth 80.0%, × 1.82 tenth 2 72.0%, × 1.64");
  expect(page).toContain(
    "44.0% of all left; ×: share of the tenth ÷ that. The riskiest fifth held 34.5% of those who did."
  );
  const few = data.mart_churn_lift.map((row) => (row.tenth === 1 ? {...row, customers: 4} : row));
  expect(panelOf("evidence", {mart_churn_lift: few})).not.toMatch(/riskiest tenth 80|tenth 2 7/);
});
