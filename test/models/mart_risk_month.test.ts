import {beforeAll, expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intSnapshot} from "../../models/intermediate/int_snapshot.ts";
import {martChurnFeatures} from "../../models/marts/mart_churn_features.ts";
import {martChurnRate} from "../../models/marts/mart_churn_rate.ts";
import {martRiskMonth} from "../../models/marts/mart_risk_month.ts";
import {askModel} from "./askModel.ts";
import {randomCompany, zone} from "./randomCompany.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";
import {usual} from "./retention.ts";

const customer = (customer_id: string, snapshot_on: string, silence_band: number, net_revenue_365d: number) => ({
  customer_id,
  snapshot_on,
  silence_band,
  orders_band: 1,
  net_revenue_365d
});
const rate = (silence_band: number, snapshots: number, churned: number) => ({
  silence_band,
  orders_band: 1,
  snapshots,
  churned,
  churn_share: churned / snapshots,
  churn_low: 0.1,
  churn_high: 0.9
});

it("a snapshot is valued band by band with today's rates; a band without a past takes the share over all", async () => {
  const rows = await askModel(martRiskMonth, [
    [intAsOf, [{as_of_on: "2026-06-24", horizon_days: 73}]],
    [intSnapshot, [{snapshot_on: "2026-06-24"}, {snapshot_on: "2026-05-31"}, {snapshot_on: "2025-05-23"}]],
    [
      martChurnFeatures,
      [
        customer("a", "2026-06-24", 1, 100),
        customer("b", "2026-06-24", 1, -50),
        customer("c", "2026-06-24", 8, 500),
        customer("a", "2026-05-31", 1, 200),
        customer("a", "2025-05-23", 1, 900)
      ]
    ],
    [martChurnRate, [rate(1, 80, 20), rate(2, 20, 20)]]
  ]);
  expect(
    rows.map(({snapshot_on, silence_band, customers, expected_revenue, churn_share, is_as_of}) => [
      snapshot_on.toISOString().slice(0, 10),
      silence_band,
      customers,
      expected_revenue,
      churn_share,
      is_as_of
    ])
  ).toEqual([
    ["2026-05-31", 1, 1, 40, 0.25, false],
    ["2026-06-24", 1, 2, 20, 0.25, true],
    ["2026-06-24", 8, 1, 100, 0.4, true]
  ]);
});

let warehouse: ModelledWarehouse;
beforeAll(async () => {
  warehouse = await ModelledWarehouse.of(randomCompany(21).fill, {
    zone,
    churn: {...usual.churn, horizonDays: 60, snapshots: 18}
  });
});

it("at as_of the value at risk is that of the churn summary, and segments share it out", async () => {
  const total = async (sql: string) => Number(Object.values(await warehouse.row(sql))[0]);
  const summary = await total("select value_at_risk from mart_churn_summary where risk_band = 'all'");
  const month = await total("select sum(expected_revenue * churn_share) from mart_risk_month where is_as_of");
  expect(summary).toBeGreaterThan(0);
  // Every customer's value is rounded to four decimals, a band's only once.
  expect(month).toBeCloseTo(summary, 1);
  const segments = await total("select sum(value_at_risk) from mart_risk_segment");
  const scored = await total("select sum(value_at_risk) from mart_churn_risk join mart_rfm using (customer_id)");
  expect(segments).toBeCloseTo(scored, 4);
  expect(
    await total(
      "select count(*) from mart_risk_segment where not (value_at_risk_low <= value_at_risk and value_at_risk <= value_at_risk_high)"
    )
  ).toBe(0);
});
