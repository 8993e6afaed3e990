import {group} from "d3";
import {describe, expect, it} from "vitest";
import {martLoyaltyAge} from "../../../models/marts/mart_loyalty_age.ts";
import {martLoyaltyCohort} from "../../../models/marts/mart_loyalty_cohort.ts";
import {martLoyaltyMonth} from "../../../models/marts/mart_loyalty_month.ts";
import {martLoyaltySummary} from "../../../models/marts/mart_loyalty_summary.ts";
import {martPointsExpiring} from "../../../models/marts/mart_points_expiring.ts";
import {usualGrowth} from "../growth.ts";
import {walk} from "./pointsOracle.ts";
import {asOf, pointsWorld} from "./pointsWorld.ts";
import {randomPoints} from "./randomPoints.ts";

const day = 86_400_000;
const dayOf = (at: number) => Math.floor(at / day);
const entries = randomPoints(11, 80);
const asked = [martLoyaltySummary, martLoyaltyAge, martLoyaltyMonth, martLoyaltyCohort, martPointsExpiring];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Every lot of every member as a clerk has it, with its day and what was used of it when. */
const walked = [...group(entries, ({member}) => member)].flatMap(([member, own]) =>
  walk(own, {booksExpiry: false, expiryDays: null, asOf}).lots.map((lot) => {
    const from = dayOf(own.find(({id}) => id === lot.id)!.at);
    return {...lot, member, from, isOver: lot.endsAt <= asOf};
  })
);
const kept = (lot: (typeof walked)[number]) =>
  lot.points - sum(lot.uses.filter(({kind}) => kind === "adjust").map(({points}) => points));
const over = walked.filter(({isOver}) => isOver);

/** What paid a debt was used at once. Of points over, still there when they were so many times 30 days old, the share redeemed from then on. */
function laterShare(age: number): number {
  const uses = over.flatMap((lot) =>
    lot.uses
      .filter(({kind}) => kind !== "adjust")
      .map((use) => ({...use, age: Math.floor(Math.max(0, dayOf(use.at) - lot.from) / 30)}))
  );
  const there = sum(over.map(kept)) - sum(uses.filter((use) => use.age < age).map(({points}) => points));
  return sum(uses.filter((use) => use.age >= age && use.kind === "redeem").map(({points}) => points)) / there;
}

describe("the liability of outstanding points", () => {
  it("is what experience says of points as old as these, lot by lot", async () => {
    const changes = {loyalty: {...usualGrowth.loyalty, pointValue: 0.02}};
    const world = await pointsWorld(entries, {asked, changes});
    const row = await world.row<Record<string, number | string>>("from mart_loyalty_summary");
    const left = walked.filter(({rest}) => rest > 0);
    const expected = sum(left.map((lot) => lot.rest * laterShare(Math.floor((dayOf(asOf) - lot.from) / 30))));
    expect(left.length).toBeGreaterThan(50);
    expect(Number(row.outstanding_points)).toBe(sum(left.map(({rest}) => rest)));
    expect(row.expected_points).toBeCloseTo(expected, 3);
    expect(Number(row.liability)).toBeCloseTo(expected * 0.02, 3);
    expect(Number(row.face_value)).toBeCloseTo(sum(left.map(({rest}) => rest)) * 0.02, 4);
    expect(row.breakage_source).toBe("learnt");
    expect(row.breakage_share).toBeCloseTo(1 - expected / sum(left.map(({rest}) => rest)), 6);
    expect(Number(row.expiring_points)).toBe(
      sum(left.filter(({endsAt}) => dayOf(endsAt) - dayOf(asOf) <= 90).map(({rest}) => rest))
    );
    const months = await world.row<{wrong: number; n: number}>(
      `select count(*) as n, count(*) filter (opening_points + earned_points + redeemed_points + expired_points + lapsed_points + adjusted_points <> closing_points
         or opening_points <> coalesce(before, 0)) as wrong
       from (select *, lag(closing_points) over (order by points_month) as before from mart_loyalty_month)`
    );
    expect(months.n).toBeGreaterThan(20);
    expect(months.wrong).toBe(0);
    const sides = await world.row<Record<string, string>>(
      `select (select arg_max(closing_points, points_month)::double from mart_loyalty_month) as closing,
        (select (outstanding_points - owed_points)::double from mart_loyalty_summary) as held,
        (select sum(points)::double from mart_points_expiring) as dated,
        (select (outstanding_points - undated_points)::double from mart_loyalty_summary) as outstanding,
        (select sum(redeemed_points)::double from mart_loyalty_cohort) as redeemed`
    );
    expect(sides.held).toBe(sides.closing);
    expect(sides.outstanding).toBe(sides.dated);
    expect(sides.redeemed).toBe(
      sum(walked.flatMap(({uses}) => uses.filter(({kind}) => kind === "redeem").map(({points}) => points)))
    );
    world.close();
  });

  it("has the interval of the ratio over members, by formula", async () => {
    const world = await pointsWorld(entries, {asked});
    const row = await world.row<Record<string, number>>("from mart_loyalty_summary");
    const byMember = [...group(over, ({member}) => member)]
      .map(([, lots]) => ({
        p: sum(lots.map(kept)),
        r: sum(lots.flatMap(({uses}) => uses.filter(({kind}) => kind === "redeem").map(({points}) => points)))
      }))
      .filter(({p}) => p > 0);
    const [n, p] = [byMember.length, sum(byMember.map((one) => one.p))];
    const share = sum(byMember.map(({r}) => r)) / p;
    const error = Math.sqrt((n * sum(byMember.map((one) => (one.r - share * one.p) ** 2))) / (n - 1)) / p;
    expect(row.course_redeemed_share).toBeCloseTo(share, 9);
    expect(row.course_redeemed_high).toBeCloseTo(share + 1.959963984540054 * error, 6);
    expect(row.point_value).toBeNull();
    expect(row.liability).toBeNull();
    world.close();
  });

  it("takes a configured breakage at its word, and without experience expects every point", async () => {
    const of = async (loyalty: object, given = entries) => {
      const changes = {loyalty: {...usualGrowth.loyalty, pointValue: 1, ...loyalty}};
      const world = await pointsWorld(given, {asked, changes});
      const row = await world.row<Record<string, number | string>>(
        "select breakage_source, breakage_share, liability::double as liability, face_value::double as face_value from mart_loyalty_summary"
      );
      world.close();
      return row;
    };
    const configured = await of({breakage: 0.25});
    expect(configured).toMatchObject({breakage_source: "configured", breakage_share: 0.25});
    expect(configured.liability).toBeCloseTo(0.75 * Number(configured.face_value), 2);
    const fresh = await of(
      {},
      entries.map((entry) => ({...entry, expiresAt: null}))
    );
    expect(fresh).toMatchObject({breakage_source: "none", breakage_share: null});
    expect(fresh.liability).toBe(fresh.face_value);
  });

  it("says that nobody has points where nobody has", async () => {
    const world = await pointsWorld([], {asked});
    for (const {name} of asked) {
      const rows = await world.rows(`from ${name}`);
      if (name !== "mart_loyalty_summary") expect(rows).toEqual([]);
      else expect(rows).toMatchObject([{members: 0, outstanding_points: 0, breakage_share: null}]);
    }
    world.close();
  });
});
