import {describe, expect, test} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnGroup} from "../../models/intermediate/int_churn_group.ts";
import {martChurnRisk} from "../../models/marts/mart_churn_risk.ts";
import {martChurnSummary} from "../../models/marts/mart_churn_summary.ts";
import {askModel} from "./askModel.ts";

const customer = (id: string, risk_band: string, risk: number, expected: number) => ({
  customer_id: id,
  risk_band,
  risk_share: risk,
  risk_low: risk / 2,
  risk_high: 1,
  warnings: risk > 0.5 ? 2 : 0,
  expected_revenue: expected,
  value_at_risk: risk * expected
});

const risks = [
  customer("C-1", "low", 0.25, 100),
  customer("C-2", "high", 0.75, 40),
  customer("C-3", "high", 1, 0),
  customer("C-4", "high", 0.75, 80)
];
const asOf = [intAsOf, [{as_of_on: "2026-06-24", horizon_days: 91}]] as const;

describe("the summary of churn", () => {
  test("counts a band's customers, its buyers, their risks and their value", async () => {
    const rows = await askModel(martChurnSummary, [asOf, [martChurnRisk, risks]]);
    expect(rows.find((row) => row.risk_band === "high")).toMatchObject({
      customers: 3,
      buyers: 2,
      expected_leavers: 1.5,
      expected_revenue: 120,
      value_at_risk: 90,
      value_low: 45,
      value_high: 120,
      warned: 3,
      horizon_days: 91
    });
    expect(rows.find((row) => row.risk_band === "medium")).toMatchObject({customers: 0, buyers: 0, value_at_risk: 0});
  });

  test("the bands sum to all", async () => {
    const rows = await askModel(martChurnSummary, [asOf, [martChurnRisk, risks]]);
    const all = rows.find((row) => row.risk_band === "all")!;
    const bands = rows.filter((row) => row.risk_band !== "all");
    expect(bands).toHaveLength(3);
    for (const name of [
      "customers",
      "buyers",
      "expected_leavers",
      "expected_revenue",
      "value_at_risk",
      "value_low",
      "value_high",
      "warned"
    ] as const) {
      expect(bands.reduce((sum, row) => sum + row[name]!, 0)).toBeCloseTo(all[name]!, 9);
    }
    expect(all.customers).toBe(risks.length);
  });

  test("says which snapshots have closed", async () => {
    const groups = (
      [
        ["", "2026-01-31", true],
        ["silence", "2026-01-31", true],
        ["", "2026-02-28", true],
        ["", "2026-06-24", false]
      ] as const
    ).map(([warned_of, snapshot_on, is_horizon_closed]) => ({warned_of, snapshot_on, is_horizon_closed}));
    const [row] = await askModel(martChurnSummary, [asOf, [intChurnGroup, groups]]);
    expect(row).toMatchObject({
      closed_snapshots: 2,
      first_snapshot_on: new Date("2026-01-31"),
      last_snapshot_on: new Date("2026-02-28")
    });
  });

  test("before any event there is nothing, and before a horizon has closed no snapshot", async () => {
    expect(await askModel(martChurnSummary, [])).toEqual([]);
    const rows = await askModel(martChurnSummary, [asOf]);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({customers: 0, closed_snapshots: 0, first_snapshot_on: null});
  });

  test("without risks nobody is in a band, and no value is at risk; what is expected still stands", async () => {
    const unknown = risks.map((row) => ({
      ...row,
      risk_band: null,
      risk_share: null,
      risk_low: null,
      risk_high: null,
      value_at_risk: null
    }));
    const rows = await askModel(martChurnSummary, [asOf, [martChurnRisk, unknown]]);
    expect(rows.find((row) => row.risk_band === "all")).toMatchObject({
      customers: 4,
      buyers: 3,
      expected_revenue: 220,
      expected_leavers: null,
      value_at_risk: null,
      value_low: null
    });
    expect(rows.find((row) => row.risk_band === "high")).toMatchObject({customers: 0, value_at_risk: 0});
  });
});
