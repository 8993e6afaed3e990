import {describe, expect, test} from "vitest";
import {adjustedRand} from "../../../models/statistics/clustering/adjustedRand.ts";
import {gaussian} from "../../../models/statistics/clustering/smoothTwin.ts";
import {random} from "../../../models/statistics/learning/random.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {build, personaModels, shopWarehouse, type Shopper} from "./personaWorld.ts";
import {masked, planted, smooth} from "./planted.ts";

const built = async (shoppers: readonly Shopper[]): Promise<Warehouse> =>
  build(await shopWarehouse(shoppers), personaModels);

const assigned = (warehouse: Warehouse) =>
  warehouse.rows<{customer_id: string; persona: number; distance: number; margin_share: number}>(
    "select customer_id, persona::integer as persona, distance, margin_share from int_persona order by customer_id"
  );

const verdictOf = async (warehouse: Warehouse): Promise<string> =>
  (await warehouse.row<{verdict: string}>("select verdict from int_persona_model where clusters = 1")).verdict;

describe("planted groups are found, with their number", () => {
  for (const [k, world, beside] of [
    [3, planted, ""],
    [4, planted, ""],
    [3, masked, ", beside five features that have nothing to do with them"]
  ] as const)
    test(`${k} groups${beside}`, async () => {
      const {shoppers, groups} = world(1_200, k, k);
      const warehouse = await built(shoppers);
      const rows = await assigned(warehouse);
      expect(rows).toHaveLength(shoppers.length);
      expect(new Set(rows.map(({persona}) => persona)).size).toBe(k);
      expect(
        adjustedRand(
          rows.map(({persona}) => persona),
          groups
        )
      ).toBeGreaterThan(0.9);
    });
});

test("customers who vary smoothly form no personas, and it is said of every number that was tried", async () => {
  const warehouse = await built(smooth(1_200));
  expect(await verdictOf(warehouse)).toBe("smooth");
  expect(await assigned(warehouse)).toEqual([]);
  const tried = await warehouse.rows<{state: string}>("select state from int_persona_model where clusters > 1");
  expect(tried).toHaveLength(7);
  expect(tried.filter(({state}) => state === "chosen" || state === "stable")).toEqual([]);
});

test("features that do not go with one another make no personas", async () => {
  const draw = random(8);
  const any = (middle: number) => Math.exp(middle + 0.4 * gaussian(draw));
  const shoppers = planted(600, 1).shoppers.map((one) => ({
    ...one,
    recency: Math.floor(40 * draw()),
    tenure: 100 + Math.floor(any(6)),
    orders: 1 + Math.floor(any(2)),
    value: any(4),
    units: 1 + Math.floor(any(2))
  }));
  const warehouse = await built(shoppers);
  expect(await verdictOf(warehouse)).toBe("unrelated_features");
  expect(await assigned(warehouse)).toEqual([]);
});

test("the same customers in another order get the same personas", async () => {
  const {shoppers} = planted(400, 3);
  const once = await assigned(await built(shoppers));
  expect(once).toHaveLength(400);
  expect(await assigned(await built(shoppers.toReversed()))).toEqual(once);
});

test("too few customers, none, or features that do not vary: named, nobody assigned", async () => {
  const few = await built(planted(150, 3).shoppers);
  expect(await verdictOf(few)).toBe("too_few_customers");
  expect(await assigned(few)).toEqual([]);
  expect(await verdictOf(await built([]))).toBe("too_few_customers");
  const alike = planted(300, 3).shoppers.map((one) => ({...one, recency: 5, orders: 2, value: 10, units: 1}));
  expect(await verdictOf(await built(alike))).toBe("too_few_features");
});

test("who has only cancelled orders is in no persona", async () => {
  const {shoppers} = planted(400, 3);
  const rows = await assigned(await built([...shoppers, {...shoppers[0]!, id: "C-FFFFFF", orders: 0}]));
  expect(rows.map(({customer_id}) => customer_id)).not.toContain("C-FFFFFF");
  expect(rows).toHaveLength(400);
});
