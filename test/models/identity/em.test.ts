import fc from "fast-check";
import {expect, it} from "vitest";
import {
  bitsOf,
  chancesOf,
  fit,
  fitPriors,
  fitU,
  householdBits,
  weightOf,
  type Household,
  type Pattern,
  type Priors,
  type Shares
} from "../../../models/identity/em.ts";

/** A population of pairs of which everything is known: what a household shares, and shares by level, level 0 first. */
const household: Household = ["shared", 0.03, "shared", 0.1, 0.05];
const m: Shares = [
  [0.1, 0.2, 0.7],
  [0.08, 0.07, 0.85],
  [0.25, 0.75],
  [0.3, 0.1, 0.6],
  [0.1, 0.9]
];
const u: Shares = [
  [0.95, 0.03, 0.02],
  [0.93, 0.06, 0.01],
  [0.97, 0.03],
  [0.98, 0.01, 0.01],
  [0.99, 0.01]
];
const usual: Shares = [
  [0.2, 0.3, 0.5],
  [0.2, 0.2, 0.6],
  [0.4, 0.6],
  [0.3, 0.2, 0.5],
  [0.3, 0.7]
];

/** Every pattern, as often as it is expected of so many pairs. */
function patternsOf(number: number, {match, household: two}: Priors): Pattern[] {
  const all = m.reduce<number[][]>((sofar, of) => sofar.flatMap((levels) => of.map((_, l) => [...levels, l])), [[]]);
  const product = (levels: number[], of: (c: number, l: number) => number) =>
    levels.reduce((p, l, c) => p * of(c, l), 1);
  return all.map((levels) => ({
    levels,
    pairs:
      number *
      (match * product(levels, (c, l) => m[c]![l]!) +
        two * product(levels, (c, l) => amongHousehold(c, l)) +
        (1 - match - two) * product(levels, (c, l) => u[c]![l]!))
  }));
}

function amongHousehold(c: number, l: number): number {
  const of = household[c]!;
  return of === "shared" ? m[c]![l]! : (1 - of) * u[c]![l]! + of * m[c]![l]!;
}

/** The greatest difference of two tables of shares. */
const apart = (a: Shares, b: Shares): number =>
  Math.max(...a.flatMap((of, c) => of.map((share, l) => Math.abs(share - b[c]![l]!))));

it.each([
  {match: 0.3, household: 0.2},
  {match: 0.05, household: 0.1},
  {match: 0.6, household: 0.02}
])("what m and the shares of match and household are is found again from the pairs alone: %o", (priors) => {
  const found = fit(patternsOf(1e6, priors), u, usual, household);
  expect(apart(found.m, m)).toBeLessThan(0.01);
  expect(Math.abs(found.match - priors.match)).toBeLessThan(0.005);
  expect(Math.abs(found.household - priors.household)).toBeLessThan(0.005);
  expect(found.seen[1]! / (1e6 * priors.match)).toBeCloseTo(1, 1);
  expect(found.seen[0]! / (1e6 * (priors.match + priors.household))).toBeCloseTo(1, 1);
});

it("u is found again from random pairs, some of which match", () => {
  const priors = {match: 0.02, household: 0.03};
  const random = patternsOf(1e6, priors);
  const before = fitU(random, usual);
  expect(apart(before, u)).toBeGreaterThan(0.02);
  expect(apart(fitU(random, usual, {m, u, household, priors}), u)).toBeLessThan(1e-4);
  let now = before;
  for (let round = 0; round < 20; round++) now = fitU(random, usual, {m, u: now, household, priors});
  expect(apart(now, u)).toBeLessThan(0.002);
});

it("the shares of all pairs that match and that live together are found again, from some of the pairs too", () => {
  const priors = {match: 2e-4, household: 5e-4};
  const start = {match: 1e-2, household: 1e-2};
  const whole = fitPriors(patternsOf(1e6, priors), {m, u, household}, start, {share: 1, all: 1e6});
  const tenth = fitPriors(patternsOf(1e5, priors), {m, u, household}, start, {share: 0.1, all: 1e6});
  for (const found of [whole, tenth]) {
    expect(found.match / priors.match).toBeCloseTo(1, 2);
    expect(found.household / priors.household).toBeCloseTo(1, 2);
  }
});

it("of pairs that say nothing half a pair matches", () => {
  expect(fitPriors([], {m, u, household}, {match: 0.1, household: 0.1}, {share: 1, all: 4950})).toEqual({
    match: 0.5 / 4950,
    household: 0.5 / 4950
  });
});

const levelsOf = fc.tuple(...m.map((of) => fc.integer({min: -1, max: of.length - 1})));
const somePatterns = (most: number) =>
  fc.array(fc.record({levels: levelsOf, pairs: fc.integer({min: 1, max: 1000}), links: fc.boolean()}), {
    minLength: 1,
    maxLength: most
  });

it("a comparison that is left out moves nothing", () => {
  fc.assert(
    fc.property(somePatterns(30), fc.infiniteStream(fc.integer({min: -1, max: 1})), (patterns, other) => {
      const changed = patterns.map((of) => ({
        ...of,
        levels: of.levels.map((level, c) => (c === 3 ? other.next().value! : level))
      }));
      const [a, b] = [patterns, changed].map((of) => fit(of, u, usual, household, {without: new Set([3])}));
      const others = <T>(of: readonly T[]) => of.filter((_, c) => c !== 3);
      expect([others(b!.m), others(b!.seen), b!.match, b!.household]).toEqual([
        others(a!.m),
        others(a!.seen),
        a!.match,
        a!.household
      ]);
    })
  );
});

it("few pairs stay near the usual shares: n pairs move them by n ÷ (n + strength) at most", () => {
  expect(apart(fit([], u, usual, household).m, usual)).toBeLessThan(1e-12);
  fc.assert(
    fc.property(somePatterns(5), fc.integer({min: 1, max: 50}), (patterns, strength) => {
      const few = patterns.map((pattern) => ({...pattern, pairs: 1}));
      const most = few.length / (few.length + strength);
      expect(apart(fit(few, u, usual, household, {strength}).m, usual)).toBeLessThanOrEqual(most + 1e-12);
    })
  );
});

it("every fit has shares that sum to 1 and priors that leave room for strangers", () => {
  fc.assert(
    fc.property(somePatterns(20), (patterns) => {
      const found = fit(patterns, u, usual, household);
      for (const of of [...found.m, ...fitU(patterns, usual)]) {
        expect(of.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const share of of) expect(share).toBeGreaterThan(0);
      }
      expect(Math.min(found.match, found.household)).toBeGreaterThan(0);
      expect(found.match + found.household).toBeLessThanOrEqual(0.99 + 1e-12);
    })
  );
});

it("a pair that a rule links matches, whatever it looks like, and is no stranger", () => {
  const unlike = {levels: [0, 0, 0, 0, 0], pairs: 1000};
  const linked = fit([{...unlike, links: true}], u, usual, household);
  const scored = fit([unlike], u, usual, household);
  expect(linked.seen.map(Math.round)).toEqual([1000, 1000, 1000, 1000, 1000]);
  expect(Math.max(...scored.seen)).toBeLessThan(10);
  expect(apart(fitU([{...unlike, links: true}], usual), usual)).toBeLessThan(1e-12);
});

const share = fc.double({min: 1e-9, max: 0.45, noNaN: true});
const priorsOf = fc.record({match: share, household: share});

it("the odds of a match are those by chance, times what each level says, over one plus what speaks for a household", () => {
  const bits = bitsOf(m, u);
  fc.assert(
    fc.property(priorsOf, levelsOf, (priors, levels) => {
      const chances = chancesOf(priors, weightOf(levels, bits, household));
      const strangers = 1 - priors.match - priors.household;
      const said = levels.flatMap((l, c) => (l < 0 ? [] : [[m[c]![l]! / u[c]![l]!, amongHousehold(c, l) / u[c]![l]!]]));
      const match = (priors.match / strangers) * said.reduce((p, [of]) => p * of!, 1);
      const two = (priors.household / strangers) * said.reduce((p, [, of]) => p * of!, 1);
      expect(chances.match).toBeCloseTo(match / (1 + match + two), 9);
      expect(chances.household).toBeCloseTo(two / (1 + match + two), 9);
    })
  );
});

it("chances stay between 0 and 1 at any weight, and one household never says more than one customer would", () => {
  const weight = fc.double({min: -5000, max: 5000, noNaN: true});
  fc.assert(
    fc.property(priorsOf, weight, weight, share, (priors, match, two, part) => {
      const chances = chancesOf(priors, {match, household: two});
      for (const chance of [chances.match, chances.household, 1 - chances.match - chances.household]) {
        expect(chance).toBeGreaterThanOrEqual(-1e-12);
        expect(chance).toBeLessThanOrEqual(1);
      }
      expect(Math.abs(householdBits(match, part))).toBeLessThanOrEqual(Math.abs(match) + 1e-12);
    })
  );
});
