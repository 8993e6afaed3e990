import {expect, test} from "vitest";
import {martRfm} from "../../models/marts/mart_rfm.ts";
import {martRfmScore} from "../../models/marts/mart_rfm_score.ts";
import {askModel} from "./askModel.ts";

const customer = (
  customer_id: string,
  days: number,
  recency: number,
  orders: number,
  frequency: number,
  spent: number
) => ({
  customer_id,
  recency_days: days,
  recency_score: recency,
  frequency: orders,
  frequency_score: frequency,
  monetary: spent,
  monetary_score: frequency
});

test("a score stands for the values that got it", async () => {
  const customers = [
    customer("C-1", 3, 5, 9, 5, 90.5),
    customer("C-2", 12, 5, 1, 1, 20),
    customer("C-3", 80, 1, 1, 1, 10)
  ];
  const rows = await askModel(martRfmScore, [[martRfm, customers]]);
  expect(rows.map((row) => [row.measure, row.score, row.customers, row.lowest, row.highest])).toEqual([
    ["frequency", 1, 2, 1, 1],
    ["frequency", 5, 1, 9, 9],
    ["monetary", 1, 2, 10, 20],
    ["monetary", 5, 1, 90.5, 90.5],
    ["recency", 1, 1, 80, 80],
    ["recency", 5, 2, 3, 12]
  ]);
  expect(rows[0]!.window_days).toBe(365);
});
