import fc from "fast-check";
import {group} from "d3";
import {describe, expect, it} from "vitest";
import {usualGrowth} from "../growth.ts";
import {walk, type Booked} from "./pointsOracle.ts";
import {asOf, pointsWorld} from "./pointsWorld.ts";

const hour = 3_600_000;
const day = 24 * hour;

const move = fc.record({
  type: fc.constantFrom("earn", "earn", "redeem", "adjust", "expire"),
  // Few instants, so that many coincide, with each other and with the ends of lots.
  step: fc.integer({min: 0, max: 24}),
  points: fc.integer({min: 0, max: 60}),
  isUp: fc.boolean(),
  life: fc.option(fc.integer({min: 0, max: 12}), {nil: null})
});

/** The entries of several members from their moves; `books` says whether the ledger has entries of expired points. */
const entriesOf = (
  members: readonly (readonly (typeof move extends fc.Arbitrary<infer M> ? M : never)[])[],
  books: boolean
) =>
  members.flatMap((moves, m) =>
    moves.flatMap(({type, step, points, isUp, life}, i): Booked[] => {
      if (type === "expire" && !books) return [];
      const at = asOf - (26 - step) * 10 * day;
      const sign = type === "earn" || (type === "adjust" && isUp) ? 1 : -1;
      return [
        {
          id: `e${m}-${String(i).padStart(2, "0")}`,
          member: `C-${(m * 16).toString(16).toUpperCase().padStart(2, "0")}${m}`,
          type: type as Booked["type"],
          at,
          points: sign * points,
          expiresAt: sign > 0 && life !== null ? at + (life - 1) * 10 * day : null
        }
      ];
    })
  );

const members = fc.array(fc.array(move, {maxLength: 14}), {minLength: 3, maxLength: 12});

describe("any sequence of earned, redeemed, expired and corrected points", () => {
  it.each([
    ["the ledger books expiry", true, null],
    ["points lapse on their date", false, null],
    ["points lapse after 70 days", false, 70]
  ] as const)("keeps its lots as an account walked entry by entry does: %s", async (_, books, expiryDays) => {
    let [lapsed, owing, seen] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(members, fc.constantFrom(1, 3), async (all, slices) => {
        const entries = entriesOf(all, books);
        const booksExpiry = entries.some(({type}) => type === "expire");
        const changes = {loyalty: {...usualGrowth.loyalty, expiryDays}};
        const world = await pointsWorld(entries, {changes, slices});
        try {
          const lots = await world.rows<Record<string, string | number>>(
            `select * replace (points::double as points, remaining_points::double as remaining_points), points - redeemed_points - expired_points - lapsed_points - adjusted_points - remaining_points as gap,
             least(redeemed_points, expired_points, lapsed_points, adjusted_points, remaining_points) as least from int_points_lot`
          );
          const uses = await world.rows<Record<string, string | number>>(
            "select entry_id, used_by, use_kind, points::double as points, used_on::varchar as used_on from int_points_use"
          );
          const expected = [...group(entries, ({member}) => member)].flatMap(([, own]) => {
            const walked = walk(own, {booksExpiry, expiryDays, asOf});
            const balance = own.reduce((sum, {points}) => sum + points, 0);
            const gone = walked.lots.flatMap((lot) => lot.uses.filter(({kind}) => kind === "lapse"));
            lapsed += gone.length;
            owing += Number(walked.owed > 0);
            const left = walked.lots.reduce((sum, {rest}) => sum + rest, 0) - walked.owed;
            expect(left).toBe(balance - gone.reduce((sum, {points}) => sum + points, 0));
            return walked.lots;
          });
          seen += expected.length;
          const key = (a: unknown[]) => a.join(" ");
          expect(lots.map((lot) => key([lot.entry_id, lot.points, lot.remaining_points])).sort()).toEqual(
            expected.map((lot) => key([lot.id, lot.points, lot.rest])).sort()
          );
          expect(uses.map((use) => key(Object.values(use))).sort()).toEqual(
            expected
              .flatMap(({id, uses}) =>
                uses.map(({by, kind, points, at}) =>
                  key([id, by, kind, points, new Date(at).toISOString().slice(0, 10)])
                )
              )
              .sort()
          );
          expect(lots.filter(({gap, least}) => Number(gap) !== 0 || Number(least) < 0)).toEqual([]);
        } finally {
          world.close();
        }
      }),
      {numRuns: 25, seed: 7}
    );
    expect(seen).toBeGreaterThan(400);
    expect(owing).toBeGreaterThan(20);
    if (!books) expect(lapsed).toBeGreaterThan(100);
  });
});
