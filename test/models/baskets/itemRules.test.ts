import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {findItemRules} from "../../../models/baskets/itemRules.ts";
import {findItemSets} from "../../../models/baskets/itemSets.ts";
import {random} from "../../../models/statistics/learning/random.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";

const groceries = fileURLToPath(new URL("../../../../shared/datasets/groceries/groceries.csv", import.meta.url));

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterEach(() => warehouse.close());

type Baskets = readonly (readonly number[])[];

async function fill(baskets: Baskets): Promise<void> {
  await warehouse.run("create or replace temp table basket_item (basket integer, item integer)");
  const rows = baskets.flatMap((items, basket) => [...new Set(items)].map((item) => `(${basket}, ${item})`));
  for (let i = 0; i < rows.length; i += 5000)
    await warehouse.run(`insert into basket_item values ${rows.slice(i, i + 5000).join(", ")}`);
}

interface Rule {
  antecedent: number[];
  consequent: number;
  together: number;
  lift: number;
  low: number;
  high: number;
}

async function rules(baskets: Baskets, support: number, confidence: number, mostItems = 9): Promise<Rule[]> {
  await fill(baskets);
  await findItemSets(warehouse, {leastBaskets: Math.ceil(support * baskets.length), mostItems});
  await findItemRules(warehouse, {baskets: baskets.length, leastConfidence: confidence});
  const reader = await warehouse.connection.runAndReadAll(
    `select to_json(antecedent)::varchar as antecedent, consequent, together::integer as together, lift, lift_low as low, lift_high as high
     from item_rule order by antecedent, consequent`
  );
  return reader
    .getRowObjectsJS()
    .map((row) => ({...row, antecedent: JSON.parse(String(row.antecedent)) as number[]}) as unknown as Rule);
}

/** Every set of the items that enough baskets hold, by counting each one. */
function setsByHand(baskets: Baskets, least: number, items: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let mask = 1; mask < 1 << items; mask++) {
    const set = Array.from({length: items}, (_, i) => i).filter((i) => mask & (1 << i));
    const n = baskets.filter((basket) => set.every((item) => basket.includes(item))).length;
    if (n >= least) found.set(JSON.stringify(set), n);
  }
  return found;
}

it("sets and rules are those found by counting every subset", async () => {
  const u = random(5);
  const baskets = Array.from({length: 300}, () =>
    Array.from({length: 8}, (_, i) => i).filter((i) => u() < 0.15 + 0.06 * i)
  );
  const byHand = setsByHand(baskets, 30, 8);
  const found = await rules(baskets, 0.1, 0.4);
  const rows = await warehouse.connection.runAndReadAll(
    "select to_json(items)::varchar as s, baskets::integer as n from item_set"
  );
  expect(new Map(rows.getRowObjectsJS().map(({s, n}) => [String(s), Number(n)]))).toEqual(byHand);
  const expected = [...byHand].flatMap(([key, n]) => {
    const set = JSON.parse(key) as number[];
    if (set.length < 2) return [];
    return set.flatMap((consequent) => {
      const antecedent = set.filter((item) => item !== consequent);
      const confidence = n / byHand.get(JSON.stringify(antecedent))!;
      const lift = confidence / (byHand.get(JSON.stringify([consequent]))! / baskets.length);
      return confidence >= 0.4 ? [`${JSON.stringify(antecedent)} ${consequent} ${n} ${lift.toFixed(9)}`] : [];
    });
  });
  expect(expected.length).toBeGreaterThan(20);
  expect(
    found
      .map(
        ({antecedent, consequent, together, lift}) =>
          `${JSON.stringify(antecedent)} ${consequent} ${together} ${lift.toFixed(9)}`
      )
      .sort()
  ).toEqual(expected.sort());
});

it("items drawn without regard to each other have a lift of one within its interval, 19 times in 20", async () => {
  const u = random(6);
  let [covered, all] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const baskets = Array.from({length: 400}, () => [0, 1, 2, 3].filter((item) => u() < 0.2 + 0.1 * item));
    const found = (await rules(baskets, 0.02, 0, 2)).filter(({antecedent, consequent}) => antecedent[0]! < consequent);
    covered += found.filter(({low, high}) => low <= 1 && high >= 1).length;
    all += found.length;
  }
  expect(all).toBe(360);
  expect(covered / all).toBeGreaterThan(0.92);
  expect(covered / all).toBeLessThan(0.98);
});

it("no basket, no set; a set beyond the most items is left out", async () => {
  expect(await rules([], 0.1, 0.1)).toEqual([]);
  const same = Array.from({length: 20}, () => [1, 2, 3]);
  expect((await rules(same, 0.5, 0.5, 2)).every(({antecedent}) => antecedent.length === 1)).toBe(true);
  const [first] = await rules(same, 0.5, 0.5, 3);
  expect(first).toMatchObject({lift: 1, low: 1, high: 1});
});

describe.skipIf(!existsSync(groceries))("9,835 baskets of a grocery store (../shared/datasets/groceries)", () => {
  it("has the 463 and the 15 rules that the literature finds", async () => {
    const names = new Map<string, number>();
    const numberOf = (name: string) => names.get(name) ?? (names.set(name, names.size), names.size - 1);
    const baskets = readFileSync(groceries, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.replace(/\r$/, "").split(",").map(numberOf));
    expect([baskets.length, names.size]).toEqual([9835, 169]);
    expect(await rules(baskets, 0.006, 0.25)).toHaveLength(463);
    expect(await rules(baskets, 0.01, 0.5)).toHaveLength(15);
  });
});
