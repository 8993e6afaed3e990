import fc from "fast-check";
import {group} from "d3";
import {afterAll, beforeAll, expect, it} from "vitest";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {build, forget, type Clustering, type Ids} from "./buildIds.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

const registered = () =>
  Promise.all(
    ["assigned", "past", "customers", "changes"].map((table) => warehouse.rows(`from identity.${table} order by all`))
  );

/** The groups of a build, each as its records in order. */
const groupsOf = <T>(clustering: ReadonlyMap<string, T>): Map<string, T> =>
  new Map(
    [...group(clustering, ([, at]) => at)].map(([at, rows]) => [
      rows
        .map(([key]) => key)
        .sort()
        .join(""),
      at
    ])
  );

type Move = {kind: "add" | "remove" | "merge" | "split"; one: number; other: number};
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom("add", "remove", "merge", "split"),
  one: fc.nat(),
  other: fc.nat()
});
const letters = [..."abcdefghijkl"];

/** A clustering after one change: a record comes to a customer or as one, or goes; two customers are one; a record leaves its customer. */
function moved(clustering: Clustering, {kind, one, other}: Move): Clustering {
  const next = new Map(clustering);
  const fresh = Math.max(0, ...next.values()) + 1;
  const pick = <T>(from: readonly T[], n: number) => from[n % from.length];
  const absent = pick(
    letters.filter((key) => !next.has(key)),
    one
  );
  const [key, target] = [pick([...next.keys()].sort(), one), pick([fresh, ...next.values()], other)!];
  if (kind === "add" && absent) next.set(absent, target);
  if (kind === "remove" && key) next.delete(key);
  if (kind === "split" && key) next.set(key, fresh);
  if (kind === "merge" && key) for (const [of, at] of clustering) if (at === clustering.get(key)) next.set(of, target);
  return next;
}

const clustering = fc
  .array(fc.option(fc.nat(5), {nil: null, freq: 6}), {minLength: letters.length, maxLength: letters.length})
  .map((at): Clustering => new Map(at.flatMap((at, i) => (at === null ? [] : [[letters[i]!, at] as const]))));
const builds = fc.array(fc.array(move, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 6});

interface Change {
  change_id: number;
  run: number;
  change: string;
  customer_id: string | null;
  into_id: string | null;
  records: number;
}

const listed = () => warehouse.rows<Change>("from identity.changes order by change_id");

async function holds(before: Ids, now: Ids, clustering: Clustering, last: Change | undefined): Promise<void> {
  expect(new Set(now.keys())).toEqual(new Set(clustering.keys()));
  expect([...groupsOf(now).keys()].sort()).toEqual([...groupsOf(clustering).keys()].sort());

  const [had, has] = [groupsOf(before), groupsOf(now)];
  for (const [records, id] of has) if (had.has(records)) expect(id).toBe(had.get(records));

  const customers = await warehouse.rows<{customer_id: string; status: string; into_id: string | null}>(
    "from identity.customers"
  );
  const active = customers.filter(({status}) => status === "active");
  expect(active.map(({customer_id}) => customer_id).sort()).toEqual([...has.values()].sort());
  for (const {status, into_id} of customers) {
    const survivor = customers.find(({customer_id}) => customer_id === into_id);
    expect([status, survivor?.status === "merged" ? "merged" : Boolean(survivor)]).toEqual([
      status,
      status === "merged"
    ]);
  }

  const changes = (await listed()).filter(({change_id}) => change_id > (last?.change_id ?? 0));
  for (const {run} of changes) expect(run).toBeGreaterThan(last?.run ?? 0);
  expect(new Set(changes.map(({run}) => run)).size).toBeLessThanOrEqual(1);
  if (!last) {
    expect(changes.map(({change, records}) => [change, records])).toEqual(has.size ? [["new", has.size]] : []);
    return;
  }
  const count = (...kinds: string[]) => changes.filter(({change}) => kinds.includes(change)).length;
  expect(had.size + count("new", "split", "revived") - count("merged", "gone")).toBe(has.size);
  for (const {change, into_id} of changes)
    if (change === "merged" || change === "split") expect([...has.values()]).toContain(into_id);
}

it("through any series of builds every customer has one id of its own, which it keeps, and what changes is written down", async () => {
  await fc.assert(
    fc.asyncProperty(clustering, builds, async (first, builds) => {
      await forget(warehouse);
      let now: Clustering = first;
      let ids: Ids = new Map();
      for (const moves of [[], ...builds]) {
        now = moves.reduce(moved, now);
        const before = ids;
        const last = (await listed()).at(-1);
        ids = await build(warehouse, now);
        await holds(before, ids, now, last);
        const written = await registered();
        expect(await build(warehouse, new Map([...now].reverse().map(([key, at]) => [key, at + 100])))).toEqual(ids);
        expect(await registered()).toEqual(written);
      }
    }),
    {seed: 21, numRuns: 25}
  );
});

const undone = fc.constantFrom("merge" as const, "remove" as const).chain((kind) =>
  fc.array(
    move.map((of) => ({...of, kind})),
    {minLength: 1, maxLength: 4}
  )
);

it("a build that merges customers or deletes records, once it is undone, gives every customer its id back", async () => {
  await fc.assert(
    fc.asyncProperty(clustering, builds, undone, async (first, builds, undone) => {
      await forget(warehouse);
      let now: Clustering = first;
      for (const moves of builds) await build(warehouse, (now = moves.reduce(moved, now)));
      const ids = await build(warehouse, now);
      await build(warehouse, undone.reduce(moved, now));
      expect(await build(warehouse, now)).toEqual(ids);
    }),
    {seed: 22, numRuns: 25, interruptAfterTimeLimit: 60_000}
  );
});

it("the same records have the same ids from scratch, in whatever order they come", async () => {
  const some = clustering.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray([...of], {minLength: of.size})));
  await fc.assert(
    fc.asyncProperty(some, async ([clustering, shuffled]) => {
      await forget(warehouse);
      const ids = await build(warehouse, clustering);
      await forget(warehouse);
      expect(await build(warehouse, new Map(shuffled.map(([key, at]) => [key, 9 - at])))).toEqual(ids);
    }),
    {seed: 23, numRuns: 25}
  );
});
