import {describe, expect, test} from "vitest";
import {silenceWords} from "../../../dashboards/pages/churn/bandWords.ts";
import {slopeOf} from "../../../dashboards/pages/churn/calibrationPart.ts";
import type {BacktestRow} from "../../../dashboards/pages/churn/rows.ts";
import {verdictOf} from "../../../dashboards/pages/churn/verdict.ts";
import {en, tested, words, zh} from "./churnRows.ts";
import {tenth, good, render} from "./churnPage.ts";

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

  test("tells no bin of under ten snapshots, nor one that would give it away", () => {
    const bins = [1, 3, 4, 5, 7, 9].map((t) => tenth(t, t / 10, t / 10, t === 1 ? 4 : 100 + t));
    const page = words(render({mart_churn_calibration: bins}));
    expect(page).not.toMatch(/10.0% 10.0%/);
    expect(page).not.toMatch(/30.0% 30.0%/);
    expect(page).toContain("40.0% 40.0%");
    expect(page).toContain("Withheld: bins of under 10 snapshots");
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

  test("too few are withheld, with the smallest other where the total would tell; what never occurred is blank", () => {
    expect(table).not.toContain("100%");
    expect(table).not.toContain("n 12<");
    expect(table.match(/class="withheld"/g)).toHaveLength(2);
    expect(table).toContain("<td></td>");
  });

  test("bands are named by their edges", () => {
    expect(silenceWords({silence_from: 0, silence_to: 0.5}, en)).toBe("under 0.5 ×");
    expect(silenceWords({silence_from: 1, silence_to: 1.5}, en)).toBe("1 to 1.5 ×");
    expect(silenceWords({silence_from: 10, silence_to: null}, zh)).toBe("10 倍及以上");
  });
});
