import {describe, expect, test} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnFeatures} from "../../models/intermediate/int_churn_features.ts";
import {intChurnScore} from "../../models/intermediate/int_churn_score.ts";
import {martChurnCalibration} from "../../models/marts/mart_churn_calibration.ts";
import {martChurnRisk} from "../../models/marts/mart_churn_risk.ts";
import {martChurnRule} from "../../models/marts/mart_churn_rule.ts";
import {martChurnState} from "../../models/marts/mart_churn_state.ts";
import {askModel} from "./askModel.ts";

const asOf = "2026-06-24";
const customer = (customer_id: string, net_revenue_365d: number, more: object = {}) => ({
  customer_id,
  snapshot_on: asOf,
  net_revenue_365d,
  ...more
});
const score = (customer_id: string, trees_risk: number) => ({
  customer_id,
  logistic_risk: 0.5,
  trees_risk,
  trees_reasons: `[["silence",${trees_risk}]]`,
  logistic_reasons: "[]"
});
const silent = {recency_days: 90, median_gap_days: 30, complaints: 2};

const ask = (state: Record<string, unknown>) =>
  askModel(martChurnRisk, [
    [intAsOf, [{as_of_on: asOf, horizon_days: 73}]],
    [
      intChurnFeatures,
      [
        customer("a", 100),
        customer("b", -50, silent),
        customer("c", 500),
        customer("d", 9, {snapshot_on: "2026-05-31"})
      ]
    ],
    [intChurnScore, [score("a", 0.25), score("b", 1), score("c", 0.4)]],
    [
      martChurnCalibration,
      [
        {method: "trees", risk_tenth: 2, observed_low: 0.1, observed_high: 0.2},
        {method: "trees", risk_tenth: 9, observed_low: 0.8, observed_high: 0.95},
        {method: "logistic", risk_tenth: 4, observed_low: 0, observed_high: 1}
      ]
    ],
    [
      martChurnRule,
      [
        {warned_of: "", risk_share: 0.3, risk_low: 0.2, risk_high: 0.4},
        {warned_of: "silence,complaints", risk_share: 0.75, risk_low: 0.6, risk_high: 0.9}
      ]
    ],
    [martChurnState, [{horizon_days: 73, medium_from: 0.4, high_from: 0.7, ...state}]]
  ]);

describe("the risk of a customer", () => {
  test("is that of the model in use, with its reasons and the doubt that tested customers of like risk show", async () => {
    const rows = await ask({uses: "model", method: "trees"});
    expect(
      rows.map((row) => [
        row.customer_id,
        row.expected_revenue,
        [row.risk_low, row.risk_share, row.risk_high],
        row.risk_band,
        row.value_at_risk,
        row.reasons,
        row.warned_of,
        row.warnings
      ])
    ).toEqual([
      ["a", 20, [0.1, 0.25, 0.25], "low", 5, '[["silence",0.25]]', "", 0],
      ["b", 0, [0.8, 1, 1], "high", 0, '[["silence",1]]', "silence,complaints", 2],
      ["c", 100, [0.4, 0.4, 0.4], "medium", 40, '[["silence",0.4]]', "", 0]
    ]);
    const other = await ask({uses: "model", method: "logistic"});
    expect(other.map(({risk_share, risk_low, risk_high}) => [risk_low, risk_share, risk_high])).toEqual(
      [1, 2, 3].map(() => [0.5, 0.5, 0.5])
    );
  });

  test("is the share that the warnings foretold where rules are used, without reasons of a model", async () => {
    const rows = await ask({uses: "rules", method: null});
    expect(rows.map((row) => [row.risk_low, row.risk_share, row.risk_high, row.risk_band, row.value_at_risk])).toEqual([
      [0.2, 0.3, 0.4, "low", 6],
      [0.6, 0.75, 0.9, "high", 0],
      [0.2, 0.3, 0.4, "low", 30]
    ]);
    expect(rows.every(({reasons}) => reasons === null)).toBe(true);
  });

  test("is not claimed where nothing tells who leaves; what is expected still stands", async () => {
    const rows = await ask({uses: "nothing", method: null});
    for (const row of rows)
      expect(row).toMatchObject({
        risk_share: null,
        risk_low: null,
        risk_high: null,
        risk_band: null,
        value_at_risk: null
      });
    expect(rows.map(({expected_revenue}) => expected_revenue)).toEqual([20, 0, 100]);
  });

  test("falls into the bands of the state", async () => {
    const rows = await ask({uses: "model", method: "trees", medium_from: 0.1, high_from: 0.3});
    expect(rows.map(({risk_band}) => risk_band)).toEqual(["medium", "high", "high"]);
  });
});
