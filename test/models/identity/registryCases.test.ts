import {afterAll, beforeAll, expect, it} from "vitest";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {build, forget, of} from "./buildIds.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

const lastChange = () => warehouse.row("from identity.changes order by change_id desc limit 1");

it("of two customers that came out of a third, merged and parted again, each has its own id", async () => {
  await forget(warehouse);
  await build(warehouse, of("abcdefghi"));
  const ids = await build(warehouse, of(..."abcdefghi"));
  await build(warehouse, of("a", "bc", "de", "fg", "hi"));
  expect(await build(warehouse, of(..."abcdefghi"))).toEqual(ids);
});

it("a customer keeps its id when one of its two records turns out to be somebody else's", async () => {
  await forget(warehouse);
  const ids = await build(warehouse, of("ai", "bcd"));
  const after = await build(warehouse, of("i", "abcd"));
  expect([after.get("i"), after.get("a")]).toEqual([ids.get("i"), ids.get("b")]);
});

it("whose id is gone is found under the last customer that its records came to", async () => {
  await forget(warehouse);
  const first = await build(warehouse, of("a", "b", "cdef"));
  await build(warehouse, of("ab", "cdef"));
  const last = await build(warehouse, of("abcdef"));
  const intos = await warehouse.rows<{status: string; into_id: string | null}>(
    "select status, into_id from identity.customers"
  );
  expect(intos.filter(({status}) => status === "merged").map(({into_id}) => into_id)).toEqual([
    last.get("a"),
    last.get("a")
  ]);
  expect(last.get("a")).toBe(first.get("c"));
});

it("a customer whose records are deleted is gone, and is back with them", async () => {
  await forget(warehouse);
  const ids = await build(warehouse, of("ab", "c"));
  await build(warehouse, of("c"));
  expect(await lastChange()).toMatchObject({change: "gone", customer_id: ids.get("a"), into_id: null, records: 2});
  expect(await build(warehouse, of("ab", "c"))).toEqual(ids);
  expect(await lastChange()).toMatchObject({change: "revived", customer_id: ids.get("a"), records: 2});
});
