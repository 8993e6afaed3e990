import {describe, expect, it} from "vitest";
import {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martItemRule} from "../../../models/marts/mart_item_rule.ts";
import {martNextItem} from "../../../models/marts/mart_next_item.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";
import {deliver, type Bought} from "./shop.ts";

const all = [martBasketSummary, martItemPair, martItemRule, martNextItem, martReplenishmentDue];
const of = (bought: readonly Bought[], categories?: number) =>
  ModelledWarehouse.of(deliver(bought, categories), {}, all);
const states = (warehouse: ModelledWarehouse) =>
  warehouse.row("select state, recommend_state from mart_basket_summary");
const order = (n: number, customer: number, day: number, items: string[]): Bought => ({
  order: `O${n}`,
  customer,
  day,
  items
});
const many = (make: (n: number) => Bought, n = 40) => Array.from({length: n}, (_, i) => make(i));

describe("what cannot be said has a name", () => {
  it("baskets of one product each", async () => {
    expect(await states(await of(many((n) => order(n, n, n, [`P${n % 3}`]))))).toEqual({
      state: "one_item_baskets",
      recommend_state: "nobody_returned"
    });
  });

  it("one product only", async () => {
    expect(await states(await of(many((n) => order(n, n % 5, n, ["P1"]))))).toEqual({
      state: "one_item",
      recommend_state: "one_item"
    });
  });

  it("pairs in fewer than ten baskets", async () => {
    expect(await states(await of(many((n) => order(n, n % 5, n, ["P1", "P2"]), 9)))).toEqual({
      state: "too_few",
      recommend_state: "too_short"
    });
  });

  it("lines without a product, and orders without lines", async () => {
    const lines = `insert into raw_order_lines (order_id, quantity, unit_price, customer_key, ordered_at, load_id, load_rank, load_row)
      values ('O1', 1, 5, 'k1', timestamp '2024-01-01', '000001', 1, 1)`;
    const warehouse = await ModelledWarehouse.of([lines], {}, all);
    expect(await states(warehouse)).toEqual({state: "no_items", recommend_state: "no_customers"});
    const cancelled = lines
      .replace("ordered_at,", "ordered_at, is_cancelled,")
      .replace("timestamp '2024-01-01'", "timestamp '2024-01-01', true");
    expect((await states(await ModelledWarehouse.of([cancelled], {}, all))).state).toBe("no_orders");
  });

  it("a wholesaler's basket of a thousand products stays out of pairs, and its items can still be recommended", async () => {
    const range = Array.from({length: 1000}, (_, i) => `P${i + 1}`);
    const warehouse = await of([...many((n) => order(n, n % 8, n, ["P1", "P2"])), order(99, 9, 20, range)]);
    expect(await warehouse.row("select state, large_baskets, largest_basket, pairs from mart_basket_summary")).toEqual({
      state: "ready",
      large_baskets: 1,
      largest_basket: 1000,
      pairs: 1
    });
    expect(
      (await warehouse.row("select count(*) as n from mart_next_product join int_item using (item_id) where lines = 1"))
        .n
    ).toBeGreaterThan(0);
  });
});

describe("what a recommendation is", () => {
  const shop = [
    ...many((n) => order(n, n % 20, n, ["P1", "P2"])),
    ...many((n) => order(100 + n, 20 + (n % 20), n, ["P3", "P31"])),
    order(200, 50, 40, ["P1"])
  ];

  it("bought before is again; a new category cross-sell; dearer in a known one up-sell", async () => {
    // Two categories: odd and even numbers. Customer 50 knows P1 (2.00) of the odd ones.
    const warehouse = await of(shop, 2);
    const rows = await warehouse.rows(
      `select item_id, kind, new_rank is null as is_known from mart_next_product join int_customer_keys using (customer_id)
       where source_key = 'k50' order by item_id`
    );
    expect(rows).toEqual([
      {item_id: "P1", kind: "again", is_known: true},
      {item_id: "P2", kind: "cross_sell", is_known: false},
      {item_id: "P3", kind: "up_sell", is_known: false},
      {item_id: "P31", kind: "up_sell", is_known: false}
    ]);
  });

  it("what nobody bought for 90 days is no longer offered", async () => {
    const warehouse = await of([...shop, ...many((n) => order(300 + n, n, 300 + n, ["P1", "P2"]), 5)]);
    expect(await warehouse.rows("select distinct item_id from mart_next_product order by item_id")).toEqual([
      {item_id: "P1"},
      {item_id: "P2"}
    ]);
  });

  it("two builds give the same rows to the last digit", async () => {
    const sums = async () => {
      const warehouse = await of(shop, 2);
      return warehouse.row(
        "select (select md5(string_agg(n::varchar, '|' order by n::varchar)) from mart_next_product n) as a, (select md5(string_agg(p::varchar, '|' order by place)) from mart_item_pair p) as b"
      );
    };
    expect(await sums()).toEqual(await sums());
  });
});

describe("replenishment", () => {
  it("is due a usual gap after the last purchase: soon, due, late, and given up", async () => {
    // As of day 200; gaps of 20 days.
    const regular = (customer: number, last: number) =>
      [60, 40, 20, 0].map((before, i) => order(customer * 10 + i, customer, last - before, ["P1"]));
    const warehouse = await of([
      ...regular(1, 185),
      ...regular(2, 175),
      ...regular(3, 160),
      ...regular(4, 140),
      ...regular(5, 198),
      order(900, 6, 200, ["P1"]),
      order(901, 6, 190, ["P1"])
    ]);
    const rows = await warehouse.rows(
      `select source_key, state, usual_gap_days, overdue_days, purchase_days from mart_replenishment_due join int_customer_keys using (customer_id) order by source_key`
    );
    expect(rows).toEqual([
      {source_key: "k1", state: "soon", usual_gap_days: 20, overdue_days: -5, purchase_days: 4},
      {source_key: "k2", state: "due", usual_gap_days: 20, overdue_days: 5, purchase_days: 4},
      {source_key: "k3", state: "late", usual_gap_days: 20, overdue_days: 20, purchase_days: 4}
    ]);
    expect(await warehouse.rows("select state, cases, bought from mart_replenishment_test order by state")).toEqual(
      await byHand()
    );
  });

  // Of the three days 30 apart, each customer's purchases so far and whether another came within 30 days.
  const byHand = () => {
    const lasts = {1: 185, 2: 175, 3: 160, 4: 140, 5: 198};
    const counts = new Map<string, {cases: number; bought: number}>();
    for (const day of [170, 140, 110]) {
      for (const last of Object.values(lasts)) {
        const all = [last - 60, last - 40, last - 20, last];
        const past = all.filter((one) => one <= day);
        if (past.length < 3) continue;
        const since = day - past.at(-1)!;
        const state = since > 50 ? "broken" : since > 30 ? "late" : since >= 20 ? "due" : since >= 6 ? "soon" : "early";
        const row = counts.get(state) ?? {cases: 0, bought: 0};
        row.cases++;
        row.bought += Number(all.some((one) => one > day && one <= day + 30));
        counts.set(state, row);
      }
    }
    return [...counts].map(([state, row]) => ({state, ...row})).toSorted((a, b) => (a.state < b.state ? -1 : 1));
  };
});
