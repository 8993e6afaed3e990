import {expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {martChurnFeatures} from "../../models/marts/mart_churn_features.ts";
import {martChurnRate} from "../../models/marts/mart_churn_rate.ts";
import {martChurnRisk} from "../../models/marts/mart_churn_risk.ts";
import {askModel} from "./askModel.ts";

const asOf = "2026-06-24";
const customer = (customer_id: string, silence_band: number, net_revenue_365d: number, snapshot_on = asOf) => ({
  customer_id,
  snapshot_on,
  silence_band,
  orders_band: 2,
  net_revenue_365d
});
const rate = (silence_band: number, snapshots: number, churned: number, churn_low: number, churn_high: number) => ({
  silence_band,
  orders_band: 2,
  snapshots,
  churned,
  churn_share: churned / snapshots,
  churn_low,
  churn_high
});
const ask = (rates: ReturnType<typeof rate>[]) =>
  askModel(martChurnRisk, [
    [intAsOf, [{as_of_on: asOf, horizon_days: 73}]],
    [
      martChurnFeatures,
      [customer("a", 1, 100), customer("b", 2, -50), customer("c", 8, 500), customer("d", 1, 9, "2026-05-31")]
    ],
    [martChurnRate, rates]
  ]);

it("risk is the rate of the band, else that of all; revenue of a horizon is the year's share of the features, never below zero", async () => {
  const rows = await ask([rate(1, 80, 20, 0.2, 0.3), rate(2, 20, 20, 0.7, 1)]);
  expect(
    rows.map((row) => [
      row.customer_id,
      row.net_revenue_365d,
      row.expected_revenue,
      [row.risk_low, row.risk_share, row.risk_high],
      row.risk_band,
      row.is_band_seen,
      row.value_at_risk
    ])
  ).toEqual([
    ["a", 100, 20, [0.2, 0.25, 0.3], "low", true, 5],
    ["b", -50, 0, [0.7, 1, 1], "high", true, 0],
    ["c", 500, 100, [0.2, 0.4, 1], "medium", false, 40]
  ]);
});

it("nobody is judged while no horizon has closed", async () => {
  expect(await ask([])).toEqual([]);
});
