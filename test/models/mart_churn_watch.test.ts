import {describe, expect, test} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {martChurnFeatures} from "../../models/marts/mart_churn_features.ts";
import {martChurnRate} from "../../models/marts/mart_churn_rate.ts";
import {martChurnRisk} from "../../models/marts/mart_churn_risk.ts";
import {martChurnWatch} from "../../models/marts/mart_churn_watch.ts";
import {martCustomer360} from "../../models/marts/mart_customer_360.ts";
import {askModel, type Given} from "./askModel.ts";

interface Customer {
  id: string;
  days: number;
  gap?: number;
  risk?: number;
  expected?: number;
}

const today = "2026-06-24";

/** Customers as the inputs of the list see them. */
function inputs(customers: readonly Customer[], rates = 1): Given[] {
  const features = customers.map(({id, days, gap}) => ({
    customer_id: id,
    snapshot_on: today,
    recency_days: days,
    median_gap_days: gap ?? null,
    usual_gap_days: gap ?? 35,
    silence_ratio: days / (gap ?? 35)
  }));
  const earlier = features.map((row) => ({...row, snapshot_on: "2026-05-31", recency_days: 1}));
  const risks = customers.map(({id, risk = 0, expected = 0}) => ({
    customer_id: id,
    risk_share: risk,
    risk_low: risk,
    risk_high: risk,
    risk_band: "low",
    expected_revenue: expected,
    value_at_risk: risk * expected
  }));
  return [
    [intAsOf, [{as_of_on: today}]],
    [martChurnFeatures, [...earlier, ...features]],
    [martChurnRate, Array.from({length: rates}, (_, i) => ({silence_band: i + 1, orders_band: 1, orders_label: "1"}))],
    [martChurnRisk, risks],
    [martCustomer360, customers.map(({id}) => ({customer_id: id, abc_class: "B", segment: "loyal"}))]
  ];
}

const list = (customers: readonly Customer[], rates?: number) => askModel(martChurnWatch, inputs(customers, rates));

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

  test("without rates ranks those silent beyond their usual gap by how far, and claims no risk", async () => {
    const customers = [
      {id: "C-late", days: 60, gap: 30, risk: 0, expected: 500},
      {id: "C-later", days: 90, gap: 30},
      {id: "C-new", days: 10}
    ];
    const rows = await list(customers, 0);
    expect(rows.map(({customer_id, silence_ratio}) => [customer_id, silence_ratio])).toEqual([
      ["C-later", 3],
      ["C-late", 2]
    ]);
    expect(rows[1]).toMatchObject({
      risk_share: null,
      value_at_risk: null,
      silent_leavers_so_far: null,
      has_own_rhythm: true
    });
  });

  test("without customers is empty", async () => {
    expect(await list([])).toEqual([]);
  });
});
