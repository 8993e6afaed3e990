import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {accuracy, clustersOf, decision, people, Resolution, type Customer} from "./resolution.ts";

let resolution: Resolution;
beforeEach(async () => {
  resolution = await Resolution.open();
});
afterEach(() => resolution.close());

/** A fixed shuffle. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item, i) => ({item, key: Math.sin(seed * 1000 + i) * 10_000}));
  return keyed.sort((a, b) => (a.key % 1) - (b.key % 1)).map(({item}) => item);
}

const changes = () =>
  resolution.warehouse.rows<{change: string; customer_id: string | null; into_id: string | null; records: number}>(
    "select change, customer_id, into_id, records from int_identity_change where is_latest order by change_id"
  );

describe("ids", () => {
  const {customers, truth} = people(400);

  it("are those of the same records in any order, built from nothing", async () => {
    const ids = await resolution.resolve(customers);
    const {precision, recall} = accuracy(ids, truth);
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.9);
    for (const seed of [1, 2, 3]) {
      const other = await Resolution.open();
      expect(await other.resolve(shuffled(customers, seed))).toEqual(ids);
      other.close();
    }
  });

  it("stay in a second build, which changes nothing and writes no change", async () => {
    const ids = await resolution.resolve(customers);
    const first = await changes();
    expect(await resolution.resolve(shuffled(customers, 4))).toEqual(ids);
    expect(await changes()).toEqual(first);
    expect(first).toEqual([{change: "new", customer_id: null, into_id: null, records: new Set(ids.values()).size}]);
  });

  it("change with a day's file only of the customers that it touches", async () => {
    const before = await resolution.resolve(customers);
    const day = people(20, 400).customers;
    const after = await resolution.resolve([...customers, ...day]);
    const isNew = (record: string) => !before.has(record);
    const linked = await resolution.warehouse.rows<{left_key: string; right_key: string}>(
      "select left_key, right_key from int_identity_pair where verdict <> 'none'"
    );
    const touched = new Set(
      linked.flatMap(({left_key: a, right_key: b}) => (isNew(a) || isNew(b) ? [after.get(a)!, after.get(b)!] : []))
    );
    for (const [id, records] of clustersOf(after)) {
      if (touched.has(id) || records.some(isNew)) continue;
      expect({id, records}).toEqual({id, records: clustersOf(before).get(id)});
    }
    const kept = [...before].filter(([record, id]) => after.get(record) === id).length;
    expect(kept).toBeGreaterThan(before.size * 0.98);
    expect(touched.size).toBeGreaterThan(0);
  });

  it("come back with a file that was taken back and delivered again", async () => {
    const all = await resolution.resolve(customers);
    await resolution.resolve(customers.slice(0, 330));
    expect(new Set((await changes()).map(({change}) => change))).toContain("gone");
    expect(await resolution.resolve(customers)).toEqual(all);
    expect(new Set((await changes()).map(({change}) => change))).toContain("revived");
  });
});

describe("a steward's word", () => {
  const ann: Customer = {customer_key: "1", given_name: "Ann", family_name: "Featherstone", birth_date: "1980-02-03"};
  const again: Customer = {...ann, customer_key: "2", city: "Leeds"};
  const other: Customer = {customer_key: "3", given_name: "Ravi", family_name: "Oduya", birth_date: "1991-11-30"};
  const base = [ann, again, other, ...people(100).customers];
  const [one, two, three] = ["customer:1", "customer:2", "customer:3"] as const;

  it("different parts what a score had linked, and taking it back gives both their ids again", async () => {
    const linked = await resolution.resolve(base);
    expect(linked.get(one)).toBe(linked.get(two));
    const parted = await resolution.again({decisions: [decision(one, two, "different")]});
    expect(parted.get(one)).not.toBe(parted.get(two));
    expect([parted.get(one), parted.get(two)]).toContain(linked.get(one));
    expect(await changes()).toMatchObject([{change: "split", into_id: linked.get(one), records: 1}]);
    expect(await resolution.again()).toEqual(linked);
    expect(await changes()).toMatchObject([{change: "merged", into_id: linked.get(one), records: 1}]);
    expect(await resolution.again({decisions: [decision(one, two, "different")]})).toEqual(parted);
  });

  it("same ties what no score would, into one id with a tombstone", async () => {
    const before = await resolution.resolve(base);
    const tied = await resolution.again({decisions: [decision(two, three, "same")]});
    expect(tied.get(three)).toBe(tied.get(two));
    expect(await changes()).toMatchObject([{change: "merged"}]);
    expect(await resolution.again()).toEqual(before);
  });

  it("that contradicts itself leaves the records apart that are said to differ", async () => {
    await resolution.resolve(base);
    const ids = await resolution.again({
      decisions: [decision(one, two, "same"), decision(two, three, "same"), decision(one, three, "different")]
    });
    expect(ids.get(one)).not.toBe(ids.get(three));
  });

  it("unsure sends a link back to review", async () => {
    await resolution.resolve(base);
    const ids = await resolution.again({decisions: [decision(one, two, "unsure")]});
    expect(ids.get(one)).not.toBe(ids.get(two));
  });
});
