import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {chooseRules, mostInBlock, pairsSql} from "../../../models/identity/blocking.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeUsableOf, type Said} from "./usableOf.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

describe("a value of too many records", () => {
  const of = (city: string, number: number): Said[] =>
    Array.from({length: number}, () => ({city, postal_code: "e16an"}));

  it("is passed over and counted, and one of as many as may be is not", async () => {
    await makeUsableOf(warehouse, [...of("london", mostInBlock + 1), ...of("leeds", mostInBlock), ...of("york", 2)]);
    const [found] = await chooseRules(warehouse, "person", 2000, [["city"]]);
    expect(found).toEqual({
      rule: ["city"],
      pairs: (mostInBlock * (mostInBlock - 1)) / 2 + 1,
      skippedValues: 1,
      skippedPairs: ((mostInBlock + 1) * mostInBlock) / 2
    });
    const {pairs} = await warehouse.row<{pairs: number}>(
      `select count(*) as pairs from (${pairsSql("person", ["city"])})`
    );
    expect(pairs).toBe(found!.pairs);
  });

  it("stays passed over when its records become fewer, so that a day's file moves no pair", async () => {
    await makeUsableOf(warehouse, of("london", mostInBlock + 1));
    await chooseRules(warehouse, "person", 2000, [["city"]]);
    await makeUsableOf(warehouse, of("london", mostInBlock - 1));
    expect(await warehouse.rows(pairsSql("person", ["city"]))).toEqual([]);
  });

  it("makes a configured rule be refused that compares everything with everything, with its pairs and the column", async () => {
    await makeUsableOf(
      warehouse,
      Array.from({length: 600}, (_, i): Said => ({
        country: "gb",
        city: i % 2 ? "london" : "leeds",
        given_name: `n${i}`
      }))
    );
    await expect(chooseRules(warehouse, "person", 600, [["given_name"], ["country"]])).rejects.toThrow(
      /^config: identity\.blocking\.person: country would compare 179,700 pairs of 600 records: column country has 1 values, and one of them is in 600 records; \S/
    );
    await expect(chooseRules(warehouse, "person", 600, [["city", "country"]])).rejects.toThrow(
      /city \+ country would compare 89,700 pairs of 600 records: column country has 1 values/
    );
    expect(await chooseRules(warehouse, "person", 600, [["given_name", "country"]])).toHaveLength(1);
  });
});
