import {expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnForecast} from "../../models/intermediate/int_churn_forecast.ts";
import {intChurnGroup} from "../../models/intermediate/int_churn_group.ts";
import {martChurnCalibration} from "../../models/marts/mart_churn_calibration.ts";
import {martChurnRisk} from "../../models/marts/mart_churn_risk.ts";
import {martChurnRule} from "../../models/marts/mart_churn_rule.ts";
import {martChurnState} from "../../models/marts/mart_churn_state.ts";
import {martRfm} from "../../models/marts/mart_rfm.ts";
import {martRiskMonth} from "../../models/marts/mart_risk_month.ts";
import {martRiskSegment} from "../../models/marts/mart_risk_segment.ts";
import {askModel, type Given} from "./askModel.ts";

const asOf = "2026-06-24";

const group = (snapshot_on: string, warned_of: string, customers: number, net_revenue_365d: number) => ({
  snapshot_on,
  warned_of,
  customers,
  net_revenue_365d
});
const foretold = (snapshot_on: string, customer_id: string, trees_risk: number, expected_revenue: number) => ({
  snapshot_on,
  customer_id,
  trees_risk,
  logistic_risk: 0.9,
  expected_revenue
});
const risk = (customer_id: string, risk_share: number | null, expected: number, risk_band: string | null = "high") => ({
  customer_id,
  risk_share,
  risk_low: risk_share === null ? null : risk_share - 0.25,
  risk_high: risk_share,
  risk_band,
  expected_revenue: expected,
  value_at_risk: risk_share === null ? null : risk_share * expected
});
const risks = [risk("a", 0.5, 100), risk("b", 0.75, 40, "low"), risk("c", 1, 0)];

const ask = (state: Record<string, unknown>, known: ReturnType<typeof risk>[] = risks) =>
  askModel(martRiskMonth, [
    [intAsOf, [{as_of_on: asOf, horizon_days: 73}]],
    [
      intChurnGroup,
      [
        group(asOf, "", 3, 700),
        group("2026-05-31", "", 6, 1000),
        group("2026-05-31", "silence", 2, 500),
        group("2026-04-30", "", 1, 50),
        group("2025-05-23", "", 1, 50)
      ]
    ],
    [
      intChurnForecast,
      [
        foretold("2026-05-31", "a", 0.25, 100),
        foretold("2026-05-31", "b", 0.75, 50),
        foretold("2025-05-23", "a", 0.5, 100)
      ]
    ],
    [martChurnCalibration, [{method: "trees", risk_tenth: 2, observed_low: 0.125, observed_high: 0.5}]],
    [martChurnRisk, known],
    [
      martChurnRule,
      [
        {warned_of: "", risk_share: 0.25, risk_low: 0.125, risk_high: 0.5},
        {warned_of: "silence", risk_share: 0.75, risk_low: 0.5, risk_high: 1}
      ]
    ],
    [martChurnState, [state]]
  ] as Given[]);

const shown = (rows: Awaited<ReturnType<typeof ask>>) =>
  rows.map((row) => [
    row.snapshot_on.toISOString().slice(0, 10),
    row.customers,
    row.expected_revenue,
    [row.value_low, row.value_at_risk, row.value_high],
    row.is_as_of
  ]);

it("a past month end is what the model in use foretold then, scaled from the sample; today is the sum of the risks", async () => {
  // May: 1,500 × 73 ÷ 365 = 300 of which the sample holds 150; at risk 25 + 37.5, from 12.5 + 37.5 to 50 + 37.5.
  expect(shown(await ask({uses: "model", method: "trees"}))).toEqual([
    ["2026-05-31", 8, 300, [100, 125, 175], false],
    ["2026-06-24", 3, 140, [45, 80, 80], true]
  ]);
});

it("by rules every snapshot is valued with today's shares", async () => {
  expect(shown(await ask({uses: "rules", method: null}))).toEqual([
    ["2026-04-30", 1, 10, [1.25, 2.5, 5], false],
    ["2026-05-31", 8, 300, [75, 125, 200], false],
    ["2026-06-24", 3, 140, [45, 80, 80], true]
  ]);
});

it("has no rows where nothing tells who leaves", async () => {
  expect(await ask({uses: "nothing", method: null}, [risk("a", null, 100, null)])).toEqual([]);
  expect(await askModel(martRiskMonth, [])).toEqual([]);
});

it("segments share out the risks of their customers; without a risk a customer is in none", async () => {
  const rfm = ["a", "b", "c", "d"].map((customer_id) => ({customer_id, segment: customer_id < "c" ? "loyal" : "lost"}));
  const rows = await askModel(martRiskSegment, [
    [martChurnRisk, [...risks, risk("d", null, 70, null)]],
    [martRfm, rfm]
  ]);
  expect(
    rows.map((row) => [row.segment, row.risk_band, row.customers, row.buyers, row.value_at_risk, row.value_at_risk_low])
  ).toEqual([
    ["lost", "high", 1, 0, 0, 0],
    ["loyal", "high", 1, 1, 50, 25],
    ["loyal", "low", 1, 1, 30, 20]
  ]);
});
