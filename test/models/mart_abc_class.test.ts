import {describe, expect, test} from "vitest";
import {martAbc} from "../../models/marts/mart_abc.ts";
import {martAbcClass} from "../../models/marts/mart_abc_class.ts";
import {askModel} from "./askModel.ts";

const customers = [
  {customer_id: "C-1", abc_class: "A+", net_revenue: 60},
  {customer_id: "C-2", abc_class: "B", net_revenue: 30},
  {customer_id: "C-3", abc_class: "C", net_revenue: 10},
  {customer_id: "C-4", abc_class: "C", net_revenue: 0}
];

describe("a class of buyers", () => {
  test("holds its buyers and their revenue", async () => {
    const rows = await askModel(martAbcClass, [[martAbc, customers]]);
    expect(rows).toEqual([
      {
        abc_class: "A+",
        buyers: 1,
        buyer_share: 0.25,
        net_revenue: 60,
        revenue_ratio: 0.6,
        share_from: 0,
        share_to: 0.2
      },
      {
        abc_class: "B",
        buyers: 1,
        buyer_share: 0.25,
        net_revenue: 30,
        revenue_ratio: 0.3,
        share_from: 0.8,
        share_to: 0.95
      },
      {abc_class: "C", buyers: 2, buyer_share: 0.5, net_revenue: 10, revenue_ratio: 0.1, share_from: 0.95, share_to: 1}
    ]);
  });

  test("without revenue has no part of it", async () => {
    const free = customers.slice(3, 4);
    const rows = await askModel(martAbcClass, [[martAbc, free]]);
    expect(rows).toMatchObject([{abc_class: "C", buyers: 1, buyer_share: 1, net_revenue: 0, revenue_ratio: null}]);
  });

  test("begins and ends where the configuration says", async () => {
    const rows = await askModel(martAbcClass, [[martAbc, customers]], {
      abc: {a: 0.7, b: 0.9, aPlus: 0.1, aMiddle: 0.4}
    });
    expect(rows.map((row) => [row.abc_class, row.share_from, row.share_to])).toEqual([
      ["A+", 0, 0.1],
      ["B", 0.7, 0.9],
      ["C", 0.9, 1]
    ]);
  });
});
