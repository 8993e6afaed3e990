import fc from "fast-check";
import {expect, it} from "vitest";
import {nearestPairs, type Standings} from "../../../models/effect/match.ts";

type Row = [group: number, value: number, customer: number];

const standings = (rows: readonly Row[]): Standings => ({
  group: Float64Array.from(rows, ([group]) => group),
  value: Float64Array.from(rows, ([, value]) => value),
  customer: Float64Array.from(rows, ([, , customer]) => customer)
});

const rows = fc.array(
  fc.tuple(fc.integer({max: 3, min: 0}), fc.integer({min: 0, max: 20}), fc.integer({min: 0, max: 12})),
  {
    maxLength: 30
  }
);

it("takes, of those of the group who are left, one of the nearest within the caliper, one after the other", () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({min: 0, max: 6}), (exposed: Row[], pool: Row[], caliper) => {
      const found = nearestPairs(standings(exposed), standings(pool), caliper);
      // Every choice is checked against all that were free when it was made.
      const taken = new Set<number>();
      for (const i of exposed.keys()) {
        const [group, value, self] = exposed[i]!;
        const free = pool.filter(
          ([g, v, customer]) =>
            g === group && Math.abs(v - value) <= caliper && !taken.has(customer) && customer !== self
        );
        const nearest = Math.min(...free.map(([, v]) => Math.abs(v - value)));
        if (!free.length) expect(found[i]).toBe(-1);
        else {
          const [g, v, customer] = pool[found[i]!]!;
          expect({g, apart: Math.abs(v - value), isFree: !taken.has(customer) && customer !== self}).toEqual({
            g: group,
            apart: nearest,
            isFree: true
          });
          taken.add(customer);
        }
      }
    }),
    {numRuns: 400}
  );
});

it("is the same in every order of the rows, where no two customers are alike", () => {
  const pool: Row[] = Array.from({length: 40}, (_, i) => [i % 2, (i * 37) % 101, i]);
  const exposed: Row[] = Array.from({length: 15}, (_, i) => [i % 2, (i * 53) % 97, 100 + i]);
  const pairs = (order: readonly Row[]) =>
    [...nearestPairs(standings(exposed), standings(order), 30)].map((place) => (place < 0 ? null : order[place]![2]));
  expect(pairs(pool.toReversed())).toEqual(pairs(pool));
});

it("nobody exposed and nobody to choose from are no pairs", () => {
  expect(nearestPairs(standings([]), standings([[0, 1, 1]]), 1)).toHaveLength(0);
  expect([...nearestPairs(standings([[0, 1, 1]]), standings([]), 1)]).toEqual([-1]);
});
