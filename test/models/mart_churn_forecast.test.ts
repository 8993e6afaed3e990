import {expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {martChurnCell} from "../../models/marts/mart_churn_cell.ts";
import {martChurnForecast} from "../../models/marts/mart_churn_forecast.ts";
import {askModel} from "./askModel.ts";

const cell = (snapshot_on: string, silence_band: number, customers: number, churned: number) => ({
  snapshot_on,
  silence_band,
  orders_band: 1,
  customers,
  churned
});

it("a snapshot is tested with what had closed by its day, and only once a thousand customer-snapshots had", async () => {
  const rows = await askModel(martChurnForecast, [
    [intAsOf, [{as_of_on: "2026-06-30", horizon_days: 60}]],
    [
      martChurnCell,
      [
        cell("2026-01-31", 1, 600, 120),
        cell("2026-02-28", 1, 300, 240),
        cell("2026-02-28", 2, 100, 90),
        // 31 January + 60 days is 1 April: only then is a first snapshot known, and 29 April for the second.
        cell("2026-04-10", 1, 500, 100),
        cell("2026-04-30", 1, 500, 50),
        cell("2026-04-30", 2, 10, 9),
        cell("2026-04-30", 3, 5, 1)
      ]
    ]
  ]);
  expect(
    rows.map(({silence_band, risk_10k, base_10k, trained_snapshots}) => [
      silence_band,
      risk_10k,
      base_10k,
      trained_snapshots
    ])
  ).toEqual([
    [1, 4000, 4500, 1000],
    [2, 9000, 4500, 1000],
    [3, 4500, 4500, 1000]
  ]);
  expect(rows.every(({snapshot_on}) => snapshot_on.getTime() === Date.parse("2026-04-30"))).toBe(true);
});
