import fc from "fast-check";
import {describe, expect, it, test} from "vitest";
import {wilson} from "../../dashboards/pages/cohorts/intervals.ts";
import {intChurnForetold, methods} from "../../models/intermediate/int_churn_foretold.ts";
import {intChurnForecast} from "../../models/intermediate/int_churn_forecast.ts";
import {martChurnBacktest} from "../../models/marts/mart_churn_backtest.ts";
import {martChurnCalibration} from "../../models/marts/mart_churn_calibration.ts";
import {martChurnLift} from "../../models/marts/mart_churn_lift.ts";
import {askModel} from "./askModel.ts";
import {auc, aucError, averagePrecision, brier, leaversAmong, logLoss, type Foretold} from "./churnMeasures.ts";
import {usual} from "./retention.ts";

/** Foretold customers as the rows that share a risk. */
function grouped(all: readonly Foretold[], method = "trees", snapshot_on = "2026-03-31") {
  return [...new Set(all.map(({risk}) => risk))].map((risk) => {
    const alike = all.filter((one) => one.risk === risk);
    const churned = alike.filter(({left}) => left).length;
    return {snapshot_on, method, risk_share: risk, customers: alike.length, churned, trained_rows: 5000};
  });
}

const churn = {...usual.churn, callsPerDay: 2};
const backtest = (rows: ReturnType<typeof grouped>) => askModel(martChurnBacktest, [[intChurnForetold, rows]], {churn});
const of = (risks: readonly number[], left: readonly number[]): Foretold[] =>
  risks.map((risk, i) => ({risk, left: left[i] === 1}));

describe("the measures are those of others", () => {
  test("AUC 0.893 with DeLong's error 0.0307 on the 109 CT images of Hanley & McNeil (1982); Stata's roctab prints 0.8932 and 0.0307", async () => {
    const [normal, abnormal] = [
      [33, 6, 6, 11, 2],
      [3, 2, 2, 11, 33]
    ];
    const images = [1, 2, 3, 4, 5].flatMap((rating, i) => [
      ...Array.from({length: normal[i]!}, () => ({risk: rating / 10, left: false})),
      ...Array.from({length: abnormal[i]!}, () => ({risk: rating / 10, left: true}))
    ]);
    const [row] = await backtest(grouped(images));
    expect(row).toMatchObject({customers: 109, churned: 51});
    expect(row!.auc).toBeCloseTo(0.8932, 4);
    expect(row!.auc_error).toBeCloseTo(0.0307, 4);
  });

  test("AUC 0.75 and average precision 0.83 of scikit-learn's example", async () => {
    const [row] = await backtest(grouped(of([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])));
    expect(row!.auc).toBe(0.75);
    expect(row!.pr_auc).toBeCloseTo(0.8333, 4);
  });

  test("Brier score 0.0375 and log loss 0.21616 of scikit-learn's examples", async () => {
    const [scored] = await backtest(grouped(of([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0])));
    expect(scored!.brier).toBeCloseTo(0.0375, 9);
    const [spam] = await backtest(grouped(of([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1])));
    expect(spam!.log_loss).toBeCloseTo(0.21616, 5);
  });
});

const customers = fc.array(
  fc.record({risk: fc.constantFrom(0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1 / 3, 1), left: fc.boolean()}),
  {minLength: 1, maxLength: 60}
);

it("every measure is what comparing every pair and counting down the list gives, with any ties", async () => {
  await fc.assert(
    fc.asyncProperty(customers, async (all) => {
      const [row] = await backtest(grouped(all));
      const close = (a: number | null, b: number | null, digits = 8) =>
        b === null ? expect(a).toBeNull() : expect(a).toBeCloseTo(b, digits);
      const leavers = all.filter(({left}) => left).length;
      close(row!.auc, auc(all), 12);
      close(row!.auc_error, aucError(all));
      close(row!.pr_auc, averagePrecision(all));
      close(row!.brier, brier(all));
      close(row!.log_loss, logLoss(all));
      expect(row!.calls).toBe(Math.min(10, all.length));
      close(row!.precision_at_calls, leaversAmong(all, row!.calls) / row!.calls, 5);
      close(row!.lift_top_tenth, leavers ? leaversAmong(all, all.length / 10) / 0.1 / leavers : null, 4);
    }),
    {numRuns: 40, seed: 5}
  );
});

it("a ranking is cut in ten equal parts that share out equals, and all leavers are found at its end", async () => {
  await fc.assert(
    fc.asyncProperty(customers, async (all) => {
      const rows = await askModel(martChurnLift, [[intChurnForetold, grouped(all)]]);
      const leavers = all.filter(({left}) => left).length;
      expect(rows.map(({tenth}) => tenth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      for (const row of rows) {
        expect(row.customers).toBeCloseTo(all.length / 10, 9);
        const [before, here] = [row.tenth - 1, row.tenth].map((n) => leaversAmong(all, (n * all.length) / 10));
        expect(row.churned).toBeCloseTo(here! - before!, 5);
        if (!leavers) expect([row.lift, row.found_share]).toEqual([null, null]);
        else {
          expect(row.found_share).toBeCloseTo(here! / leavers, 5);
          expect(row.lift).toBeCloseTo(((here! - before!) / leavers) * 10, 4);
        }
      }
    }),
    {numRuns: 25, seed: 6}
  );
});

it("one share for everybody ranks nobody: AUC ½, lift 1 in every tenth, precision the share itself", async () => {
  const all = of(
    Array.from({length: 40}, () => 0.3),
    Array.from({length: 40}, (_, i) => Number(i < 10))
  );
  const [row] = await backtest(grouped(all, "base"));
  expect([row!.auc, row!.auc_error, row!.pr_auc, row!.precision_at_calls, row!.lift_top_tenth]).toEqual([
    0.5, 0, 0.25, 0.25, 1
  ]);
  const lifts = await askModel(martChurnLift, [[intChurnForetold, grouped(all, "base")]]);
  expect(lifts.map(({lift}) => lift)).toEqual(Array.from({length: 10}, () => 1));
});

it("where everybody or nobody left no ranking is judged, and certainty that was wrong costs −ln 0.000001", async () => {
  const [everybody] = await backtest(grouped(of([0.2, 0.7], [1, 1])));
  expect(everybody).toMatchObject({auc: null, auc_error: null, pr_auc: 1, lift_top_tenth: 1, churn_share: 1});
  const [nobody] = await backtest(grouped(of([1, 0], [0, 0])));
  expect(nobody).toMatchObject({auc: null, pr_auc: null, lift_top_tenth: null, precision_at_calls: 0});
  expect(nobody!.log_loss).toBeCloseTo((-Math.log(1e-6) - Math.log(1 - 1e-6)) / 2, 6);
});

it("foretold and observed churn stand side by side by tenth of risk, with the doubt of one snapshot", async () => {
  const rows = await askModel(martChurnCalibration, [
    [
      intChurnForetold,
      [
        ...grouped(of([0.31, 0.31, 0.35, 0.95, 1], [1, 0, 0, 1, 1])),
        ...grouped(of([0.31, 0.39, 0, 0.0999], [1, 0, 0, 1]), "trees", "2026-04-30")
      ]
    ]
  ]);
  const tenths = [
    [0, 2, 1, 0.04995],
    [3, 5, 2, (3 * 0.31 + 0.35 + 0.39) / 5],
    [9, 2, 2, 0.975]
  ] as const;
  expect(rows.map(({risk_tenth, customers, churned}) => [risk_tenth, customers, churned])).toEqual(
    tenths.map(([tenth, customers, churned]) => [tenth, customers, churned])
  );
  rows.forEach((row, i) => {
    const [, customers, churned, foretold] = tenths[i]!;
    const interval = wilson(churned / 2, customers / 2);
    expect(row.foretold_share).toBeCloseTo(foretold, 9);
    expect(row.observed_share).toBeCloseTo(churned / customers, 12);
    expect(row.observed_low).toBeCloseTo(interval.low, 9);
    expect(row.observed_high).toBeCloseTo(interval.high, 9);
  });
});

it("a snapshot is tested once its horizon is over, with each method that foretold it", async () => {
  const row = (customer_id: string, snapshot_on: string, has_churned: boolean | null, alive_risk: number | null) => ({
    customer_id,
    snapshot_on,
    is_horizon_closed: has_churned !== null,
    has_churned,
    logistic_risk: 0.5,
    trees_risk: 0.5,
    recency_risk: 0.5,
    alive_risk,
    base_risk: 0.5,
    trained_rows: 7000
  });
  const rows = await askModel(intChurnForetold, [
    [
      intChurnForecast,
      [
        row("a", "2026-01-31", true, 0.75),
        row("b", "2026-01-31", false, 0.75),
        row("c", "2026-01-31", false, 0.125),
        row("a", "2026-02-28", true, null),
        row("a", "2026-05-31", null, 0.5)
      ]
    ]
  ]);
  const alive = rows.filter(({method}) => method === "alive");
  expect(
    alive.map(({snapshot_on, risk_share, customers, churned}) => [+snapshot_on, risk_share, customers, churned])
  ).toEqual([
    [Date.parse("2026-01-31"), 0.125, 1, 0],
    [Date.parse("2026-01-31"), 0.75, 2, 1]
  ]);
  expect(new Set(rows.map(({method}) => method))).toEqual(new Set(methods));
  expect(rows.filter(({method}) => method === "base").map(({customers}) => customers)).toEqual([3, 1]);
});
