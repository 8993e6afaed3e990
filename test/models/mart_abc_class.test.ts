import {describe, expect, test} from "vitest";
import {martAbc} from "../../models/marts/mart_abc.ts";
import {martAbcClass} from "../../models/marts/mart_abc_class.ts";
import {martCustomer360} from "../../models/marts/mart_customer_360.ts";
import {askModel} from "./askModel.ts";

const customers = [
  {customer_id: "C-1", abc_class: "A+", net_revenue: 60, orders: 3},
  {customer_id: "C-2", abc_class: "B", net_revenue: 30, orders: 1},
  {customer_id: "C-3", abc_class: "C", net_revenue: 10, orders: 1},
  {customer_id: "C-4", abc_class: "C", net_revenue: 0, orders: 1},
  {customer_id: "C-5", abc_class: "C", net_revenue: 0, orders: 0}
];

describe("a class of buyers", () => {
  test("holds its buyers and their revenue; who never bought is in none", async () => {
    const rows = await askModel(martAbcClass, [
      [martAbc, customers],
      [martCustomer360, customers]
    ]);
    expect(rows).toEqual([
      {abc_class: "A+", buyers: 1, buyer_share: 0.25, net_revenue: 60, revenue_ratio: 0.6},
      {abc_class: "B", buyers: 1, buyer_share: 0.25, net_revenue: 30, revenue_ratio: 0.3},
      {abc_class: "C", buyers: 2, buyer_share: 0.5, net_revenue: 10, revenue_ratio: 0.1}
    ]);
  });

  test("without revenue has no part of it", async () => {
    const free = customers.slice(3, 4);
    const rows = await askModel(martAbcClass, [
      [martAbc, free],
      [martCustomer360, free]
    ]);
    expect(rows).toEqual([{abc_class: "C", buyers: 1, buyer_share: 1, net_revenue: 0, revenue_ratio: null}]);
  });
});
