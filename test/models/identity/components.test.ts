import fc from "fast-check";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {makeComponents} from "../../../models/identity/components.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {dice} from "../randomCompany.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

type Edges = readonly (readonly [number, number])[];

/** The smallest record that each record is tied to, by union and find. */
function rootsOf(edges: Edges): Map<number, number> {
  const up = new Map<number, number>();
  const find = (n: number): number => {
    let at = n;
    while ((up.get(at) ?? at) !== at) at = up.get(at)!;
    up.set(n, at);
    return at;
  };
  for (const [l, r] of edges) {
    const [a, b] = [find(l), find(r)];
    up.set(Math.max(a, b), Math.min(a, b));
  }
  return new Map([...up.keys()].map((n) => [n, find(n)]));
}

async function found(edges: Edges): Promise<Map<number, number>> {
  await warehouse.run("create or replace temp table edge (l integer, r integer)");
  for (let i = 0; i < edges.length; i += 5000) {
    const rows = edges.slice(i, i + 5000).map(([l, r]) => `(${l}, ${r})`);
    await warehouse.run(`insert into edge values ${rows.join(", ")}`);
  }
  await makeComponents(warehouse, "select l, r from edge");
  const rows = await warehouse.rows<{n: number; root: number}>("from component");
  const roots = new Map(rows.map(({n, root}) => [n, root]));
  expect(rows).toHaveLength(roots.size);
  return roots;
}

const byRecord = (roots: ReadonlyMap<number, number>) => [...roots].sort(([a], [b]) => a - b);

it("every record that an edge names is with the smallest that it is tied to, by whatever way", async () => {
  const record = fc.integer({min: 1, max: 30});
  const edge = fc.tuple(record, record).filter(([l, r]) => l !== r);
  await fc.assert(
    fc.asyncProperty(fc.array(edge, {maxLength: 25}), async (edges) => {
      expect(byRecord(await found(edges))).toEqual(byRecord(rootsOf(edges)));
    }),
    {numRuns: 40, seed: 11}
  );
});

it.each([1, 2, 3])("a random graph %i of thousands of records falls apart as union and find says", async (seed) => {
  const roll = dice(seed);
  const record = () => 1 + Math.floor(roll() * 6000);
  const edges = Array.from({length: 2500}, () => [record(), record()] as const).filter(([l, r]) => l !== r);
  const roots = rootsOf(edges);
  expect(new Set(roots.values()).size).toBeGreaterThan(500);
  expect(byRecord(await found(edges))).toEqual(byRecord(roots));
});

/** Numbers from 1 in a random order. */
function shuffled(number: number, seed: number): number[] {
  const roll = dice(seed);
  const all = Array.from({length: number}, (_, i) => i + 1);
  for (let i = number - 1; i > 0; i--) {
    const j = Math.floor(roll() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

it.each(["in order", "in any order"])(
  "a chain of 20,000 records %s is one component after few rounds",
  async (order) => {
    const records = order === "in order" ? Array.from({length: 20_000}, (_, i) => i + 1) : shuffled(20_000, 5);
    const round = vi.spyOn(warehouse, "row");
    const roots = await found(records.slice(1).map((n, i) => [records[i]!, n]));
    expect([roots.size, new Set(roots.values())]).toEqual([20_000, new Set([1])]);
    expect(round.mock.calls.length).toBeLessThan(2 * Math.log2(20_000));
    round.mockRestore();
  }
);

it("a star whose middle is the greatest record is one component", async () => {
  const roots = await found(Array.from({length: 20_000}, (_, i) => [i + 7, 1_000_000]));
  expect([roots.size, new Set(roots.values())]).toEqual([20_001, new Set([7])]);
});

it("without edges there is no component", async () => {
  expect(await found([])).toEqual(new Map());
});
