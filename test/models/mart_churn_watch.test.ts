import {describe, expect, test} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnFeatures} from "../../models/intermediate/int_churn_features.ts";
import {martChurnRisk} from "../../models/marts/mart_churn_risk.ts";
import {martChurnState} from "../../models/marts/mart_churn_state.ts";
import {martChurnWatch} from "../../models/marts/mart_churn_watch.ts";
import {martCustomer360} from "../../models/marts/mart_customer_360.ts";
import {askModel, type Given} from "./askModel.ts";

interface Customer {
  id: string;
  days: number;
  gap?: number;
  risk?: number;
  expected?: number;
  warnings?: number;
}

type Use = "model" | "rules" | "nothing";

const today = "2026-06-24";

/** Customers as the inputs of the list see them. */
function inputs(customers: readonly Customer[], uses: Use): Given[] {
  const features = customers.map(({id, days}) => ({customer_id: id, snapshot_on: today, complaints: days}));
  const earlier = features.map((row) => ({...row, snapshot_on: "2026-05-31", complaints: 1}));
  const risks = customers.map(({id, days, gap, risk = 0, expected = 0, warnings = 0}) => ({
    customer_id: id,
    recency_days: days,
    usual_gap_days: gap ?? 35,
    has_own_rhythm: gap !== undefined,
    silence_ratio: days / (gap ?? 35),
    risk_share: uses === "nothing" ? null : risk,
    risk_low: risk,
    risk_high: risk,
    risk_band: "low",
    warnings,
    warned_of: warnings ? "silence" : "",
    expected_revenue: expected,
    value_at_risk: uses === "nothing" ? null : risk * expected
  }));
  return [
    [intAsOf, [{as_of_on: today}]],
    [intChurnFeatures, [...earlier, ...features]],
    [martChurnState, [{uses}]],
    [martChurnRisk, risks],
    [martCustomer360, customers.map(({id}) => ({customer_id: id, abc_class: "B", segment: "loyal"}))]
  ];
}

const list = (customers: readonly Customer[], uses: Use = "model") => askModel(martChurnWatch, inputs(customers, uses));

describe("the call list", () => {
  test("stands by descending value at risk, not by risk", async () => {
    const rows = await list([
      {id: "C-sure", days: 200, risk: 0.9, expected: 10},
      {id: "C-dear", days: 40, risk: 0.5, expected: 100}
    ]);
    expect(rows.map(({place, customer_id, value_at_risk}) => [place, customer_id, value_at_risk])).toEqual([
      [1, "C-dear", 50],
      [2, "C-sure", 9]
    ]);
  });

  test("equal values stand by silence, then by key", async () => {
    const same = {risk: 0.5, expected: 10};
    const rows = await list([
      {id: "C-b", days: 30, ...same},
      {id: "C-a", days: 30, ...same},
      {id: "C-c", days: 60, ...same}
    ]);
    expect(rows.map(({customer_id}) => customer_id)).toEqual(["C-c", "C-a", "C-b"]);
  });

  test("whoever puts nothing at risk is not on it", async () => {
    const rows = await list([
      {id: "C-gone", days: 700, risk: 0.99, expected: 0},
      {id: "C-here", days: 10, risk: 0.1, expected: 100}
    ]);
    expect(rows.map(({customer_id}) => customer_id)).toEqual(["C-here"]);
  });

  test("beside a place stand the sums over as many longest silent", async () => {
    const rows = await list([
      {id: "C-1", days: 10, risk: 0.25, expected: 400},
      {id: "C-2", days: 90, risk: 0.5, expected: 60},
      {id: "C-3", days: 700, risk: 1, expected: 0}
    ]);
    expect(rows.map((row) => [row.silent_leavers_so_far, row.silent_value_so_far])).toEqual([
      [1, 0],
      [1.5, 30]
    ]);
  });

  test("holds at most 300", async () => {
    const many = Array.from({length: 301}, (_, i) => ({id: `C-${i}`, days: i, risk: 0.5, expected: 1 + i}));
    const rows = await list(many);
    expect(rows).toHaveLength(300);
    expect(rows.map(({customer_id}) => customer_id)).not.toContain("C-0");
  });

  test("by rules stands by warnings × usual revenue, and holds the warned alone", async () => {
    const rows = await list(
      [
        {id: "C-calm", days: 90, risk: 0.2, expected: 900},
        {id: "C-two", days: 60, risk: 0.8, expected: 60, warnings: 2},
        {id: "C-one", days: 90, risk: 0.8, expected: 100, warnings: 1},
        {id: "C-gone", days: 500, risk: 0.8, expected: 0, warnings: 3}
      ],
      "rules"
    );
    expect(rows.map(({customer_id, warnings}) => [customer_id, warnings])).toEqual([
      ["C-two", 2],
      ["C-one", 1]
    ]);
    expect(rows[0]).toMatchObject({risk_share: 0.8, value_at_risk: 48, warned_of: "silence"});
  });

  test("is empty where nothing tells who leaves", async () => {
    expect(await list([{id: "C-late", days: 60, gap: 30, expected: 500, warnings: 1}], "nothing")).toEqual([]);
  });

  test("shows what was known at as_of, not before", async () => {
    const [row] = await list([{id: "C-1", days: 42, gap: 20, risk: 0.5, expected: 10}]);
    expect(row).toMatchObject({complaints: 42, has_own_rhythm: true, silence_ratio: 2.1});
  });

  test("without customers is empty", async () => {
    expect(await list([])).toEqual([]);
  });
});
