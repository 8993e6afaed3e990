import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mostBits, split, type Edge} from "../../../models/identity/cluster.ts";

/** What may be said of a pair: quarter bits, so that sums are exact. */
const said = fc.record({
  weight: fc.integer({min: -80, max: 80}).map((quarters) => quarters / 4),
  links: fc.boolean(),
  decided: fc.option(fc.constantFrom("same" as const, "different" as const, "unsure" as const), {freq: 4, nil: null})
});

/** Records from 1 on, and something said of most pairs of them. */
const componentOf = (pair: fc.Arbitrary<Omit<Edge, "l" | "r">>) =>
  fc.integer({min: 2, max: 9}).chain((number) => {
    const records = Array.from({length: number}, (_, i) => i + 1);
    const pairs = records.flatMap((l) => records.slice(l).map((r) => [l, r] as const));
    const edges = fc.tuple(...pairs.map(() => fc.option(pair, {freq: 6, nil: null})));
    return edges.map((edges) => ({
      records,
      edges: edges.flatMap((edge, i) => (edge ? [{...edge, l: pairs[i]![0], r: pairs[i]![1]}] : []))
    }));
  });
const component = componentOf(said);

const isIn = (groups: readonly number[][], l: number, r: number) =>
  groups.some((group) => group.includes(l) && group.includes(r));

/** Groups tied together by edges. */
function tied(records: readonly number[], edges: readonly Edge[]): number[][] {
  const root = new Map(records.map((n) => [n, n]));
  for (const _ of records) {
    for (const {l, r} of edges) {
      const least = Math.min(root.get(l)!, root.get(r)!);
      root.set(l, least).set(r, least);
    }
  }
  return [...new Set(root.values())].map((of) => records.filter((n) => root.get(n) === of));
}

describe("a component splits into customers", () => {
  it("every record is in one of them, and the order in which pairs come does not matter", () => {
    const shuffle = component.chain((of) =>
      fc.tuple(
        fc.constant(of),
        fc.shuffledSubarray(of.edges, {minLength: of.edges.length}),
        fc.shuffledSubarray(of.records, {minLength: of.records.length})
      )
    );
    fc.assert(
      fc.property(shuffle, ([{records, edges}, otherEdges, otherRecords]) => {
        const groups = split(records, edges);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(records);
        expect(groups).toEqual(split(otherRecords, otherEdges));
        expect(groups).toEqual([...groups].sort((a, b) => a[0]! - b[0]!));
      }),
      {seed: 1}
    );
  });

  it("two that a steward calls different are never one, whatever ties them", () => {
    fc.assert(
      fc.property(component, ({records, edges}) => {
        const groups = split(records, edges);
        for (const {l, r, decided} of edges) if (decided === "different") expect(isIn(groups, l, r)).toBe(false);
      }),
      {seed: 2, numRuns: 500}
    );
  });

  it("all that a steward calls the same are one, at any number of steps, unless two of them are called different", () => {
    fc.assert(
      fc.property(component, ({records, edges}) => {
        const groups = split(records, edges, () => false);
        for (const same of tied(
          records,
          edges.filter(({decided}) => decided === "same")
        )) {
          const isAgainst = ({l, r, decided}: Edge) => decided === "different" && same.includes(l) && same.includes(r);
          if (!edges.some(isAgainst)) expect(groups.some((group) => same.every((n) => group.includes(n)))).toBe(true);
        }
      }),
      {seed: 3, numRuns: 500}
    );
  });

  it("a customer hangs together by links and a steward's word, and nothing that says neither ties", () => {
    fc.assert(
      fc.property(component, ({records, edges}) => {
        for (const group of split(records, edges)) {
          const inner = edges.filter(({l, r, links, decided}) => (links || decided === "same") && isIn([group], l, r));
          expect(tied(group, inner)).toEqual([group]);
        }
      }),
      {seed: 4}
    );
  });

  it("no two records of a source without duplicates are one, unless a steward says so", () => {
    const undecided = componentOf(said.map((of) => ({...of, decided: null})));
    fc.assert(
      fc.property(undecided, ({records, edges}) => {
        const sourceOf = (n: number) => n % 3;
        const mayJoin = (a: readonly number[], b: readonly number[]) =>
          !a.some((x) => b.some((y) => sourceOf(x) === sourceOf(y)));
        for (const group of split(records, edges, mayJoin))
          expect(new Set(group.map(sourceOf)).size).toBe(group.length);
      }),
      {seed: 5}
    );
  });

  it("they are those of average linkage, counted anew at every step", () => {
    fc.assert(
      fc.property(component, ({records, edges}) => {
        expect(split(records, edges)).toEqual(byHand(records, edges));
      }),
      {seed: 6, numRuns: 500}
    );
  });
});

/** The same greedy joining, of which every step looks at all pairs between all groups. */
function byHand(records: readonly number[], edges: readonly Edge[]): number[][] {
  let groups = records.map((n) => [n]);
  for (;;) {
    const ties = groups
      .flatMap((a, i) => groups.slice(i + 1).map((b) => ({a, b})))
      .map(({a, b}) => {
        const between = edges.filter(({l, r}) => (a.includes(l) && b.includes(r)) || (a.includes(r) && b.includes(l)));
        const sum = between.reduce((s, {weight}) => s + Math.max(-mostBits, Math.min(mostBits, weight)), 0);
        const has = (verdict: Edge["decided"]) => between.some(({decided}) => decided === verdict);
        return {a, b, mean: sum / between.length, same: has("same"), between, different: has("different")};
      })
      .filter(
        ({same, different, mean, between}) => !different && (same || (between.some((e) => e.links) && mean >= -2))
      )
      .sort(
        (x, y) =>
          Number(y.same) - Number(x.same) || compareMeans(y.mean, x.mean) || x.a[0]! - y.a[0]! || x.b[0]! - y.b[0]!
      );
    const best = ties[0];
    if (!best) return groups;
    groups = groups.filter((group) => group !== best.a && group !== best.b);
    groups.push([...best.a, ...best.b].sort((a, b) => a - b));
    groups.sort((a, b) => a[0]! - b[0]!);
  }
}

const compareMeans = (a: number, b: number): number => (Math.abs(a - b) > 1e-9 ? a - b : 0);

const edge = (l: number, r: number, weight: number, more: Partial<Edge> = {}): Edge => ({
  l,
  r,
  weight,
  links: weight > 5,
  decided: null,
  ...more
});

it("two records that a link ties are one, and two that none ties are not", () => {
  expect(split([1, 2], [edge(1, 2, 6)])).toEqual([[1, 2]]);
  expect(split([1, 2], [edge(1, 2, 4)])).toEqual([[1], [2]]);
});

it("one slip does not tie two customers whose other pairs speak against it", () => {
  const inner = [edge(1, 2, 12), edge(3, 4, 12)];
  const against = [edge(1, 3, -12), edge(1, 4, -12), edge(2, 4, -12)];
  expect(split([1, 2, 3, 4], [...inner, edge(2, 3, 30), ...against])).toEqual([
    [1, 2],
    [3, 4]
  ]);
});

it("a record that says little joins a customer, although it fits only one of its records", () => {
  expect(split([1, 2, 3], [edge(1, 2, 12), edge(2, 3, 6), edge(1, 3, -3)])).toEqual([[1, 2, 3]]);
});

it("of a steward's words that contradict each other the one that keeps apart holds", () => {
  const same = {decided: "same", links: true} as const;
  const edges = [edge(1, 2, -9, same), edge(2, 3, -9, same), edge(1, 3, 20, {decided: "different"})];
  const groups = split([1, 2, 3], edges);
  expect(groups).toEqual([[1, 2], [3]]);
});
