/** How many pairs compare in one way: the level of each comparison, −1 where it says nothing. */
export interface Pattern {
  levels: readonly number[];
  pairs: number;
  /** A rule links such pairs: they match, whatever their score. */
  links?: boolean;
}

/** Share of pairs at each level of each comparison: [comparison][level]. */
export type Shares = readonly (readonly number[])[];

/** Shares of all pairs that are one customer, and that are two of one household. */
export interface Priors {
  match: number;
  household: number;
}

/**
 * How far people of one household agree in a comparison: `shared` as one person does (a family name, an address), else as strangers do
 * but for this share of them (twins, a common mailbox).
 */
export type Household = readonly ("shared" | number)[];

/** Bits for one customer and for one household, each against two strangers. */
export interface Weight {
  match: number;
  household: number;
}

/** log2 of how much likelier each level is among matching pairs than among strangers: [comparison][level]. */
export const bitsOf = (m: Shares, u: Shares): number[][] =>
  m.map((shares, c) => shares.map((share, l) => Math.log2(share / u[c]![l]!)));

/** Of the bits for one customer, those for one household. */
export const householdBits = (bits: number, of: "shared" | number): number =>
  of === "shared" ? bits : Math.log2(1 - of + of * 2 ** Math.min(60, bits));

const none: ReadonlySet<number> = new Set();

/** The bits of a pattern in all; comparisons in `without` say nothing. */
export function weightOf(
  levels: readonly number[],
  bits: Shares,
  household: Household,
  without: ReadonlySet<number> = none
): Weight {
  const weight = {match: 0, household: 0};
  for (let c = 0; c < levels.length; c++) {
    const level = levels[c]!;
    if (level < 0 || without.has(c)) continue;
    weight.match += bits[c]![level]!;
    weight.household += householdBits(bits[c]![level]!, household[c]!);
  }
  return weight;
}

/** Probabilities that a pair is one customer, and that it is two of one household. */
export function chancesOf(priors: Priors, weight: Weight): Priors {
  const strangers = 1 - priors.match - priors.household;
  const match = Math.log2(priors.match / strangers) + weight.match;
  const household = Math.log2(priors.household / strangers) + weight.household;
  const most = Math.max(0, match, household);
  const [a, b, c] = [2 ** (match - most), 2 ** (household - most), 2 ** -most];
  return {match: a / (a + b + c), household: b / (a + b + c)};
}

/** Pairs by level, each as often as it counts, added to what is expected of each. */
function sharesOf(
  patterns: readonly Pattern[],
  counts: readonly ((c: number) => number)[],
  expected: Shares,
  strength: number
): {shares: number[][]; seen: number[]} {
  const sums = expected.map((of) => of.map((share) => share * strength));
  for (const [i, {levels, pairs}] of patterns.entries()) {
    for (const [c, level] of levels.entries()) if (level >= 0) sums[c]![level]! += pairs * counts[i]!(c);
  }
  const totals = sums.map((of) => of.reduce((a, b) => a + b, 0));
  return {
    shares: sums.map((of, c) => of.map((n) => n / totals[c]!)),
    seen: totals.map((total) => total - strength)
  };
}

export interface Fit extends Priors {
  m: number[][];
  /** Matching pairs that said something about each comparison. */
  seen: number[];
  iterations: number;
}

/**
 * Expectation maximisation for the Fellegi–Sunter mixture with u held fixed (Winkler 1988), with a third class between match and
 * stranger: two of one household, who agree as one customer does in what a household shares and as strangers do in the rest.
 * `usual` counts as `strength` pairs (a Dirichlet prior), so that few data cannot lead astray.
 */
export function fit(
  patterns: readonly Pattern[],
  u: Shares,
  usual: Shares,
  household: Household,
  {without = none, strength = 20}: {without?: ReadonlySet<number>; strength?: number} = {}
): Fit {
  const total = patterns.reduce((n, {pairs}) => n + pairs, 0);
  let m: number[][] = usual.map((of) => [...of]);
  let priors: Priors = {match: 0.1, household: 0.05};
  let seen: number[] = usual.map(() => 0);
  let iterations = 0;
  for (let change = 1; change > 1e-4 && iterations < 100; iterations++) {
    const bits = bitsOf(m, u);
    const chances = patterns.map(({levels, links}) =>
      links ? certain : chancesOf(priors, weightOf(levels, bits, household, without))
    );
    const next = sharesOf(
      patterns,
      chances.map(
        ({match, household: two}) =>
          (c) =>
            household[c] === "shared" ? match + two : match
      ),
      usual,
      strength
    );
    const share = (of: keyof Priors) =>
      (patterns.reduce((n, {pairs}, i) => n + pairs * chances[i]![of], 0) + 0.01) / (total + 1);
    const now = {match: Math.min(0.98, share("match")), household: Math.min(0.5, share("household"))};
    if (now.match + now.household > 0.99) now.household = 0.99 - now.match;
    change = Math.max(
      Math.abs(now.match - priors.match),
      Math.abs(now.household - priors.household),
      ...next.shares.flatMap((of, c) => (without.has(c) ? [] : of.map((x, l) => Math.abs(x - m[c]![l]!))))
    );
    [m, seen, priors] = [next.shares, next.seen, now];
  }
  return {m, ...priors, seen, iterations};
}

const certain: Priors = {match: 1, household: 0};

/** Share of strangers at each level, from random pairs; before anything is known all pairs count that no rule links. */
export function fitU(
  patterns: readonly Pattern[],
  expected: Shares,
  known?: {m: Shares; u: Shares; household: Household; priors: Priors}
): number[][] {
  const bits = known && bitsOf(known.m, known.u);
  const counts = patterns.map(({levels, links}) => {
    if (links) return () => 0;
    if (!bits) return () => 1;
    const {match, household} = chancesOf(known.priors, weightOf(levels, bits, known.household));
    return () => 1 - match - household;
  });
  return sharesOf(patterns, counts, expected, 1).shares;
}

/** The shares of all pairs that match and that are of one household: the fixed point of what the found pairs expect; never below half a pair, or one
 * pair in 200 where there are few. */
export function fitPriors(
  patterns: readonly Pattern[],
  known: {m: Shares; u: Shares; household: Household},
  start: Priors,
  {share, all}: {share: number; all: number}
): Priors {
  const bits = bitsOf(known.m, known.u);
  const weights = patterns.map(({levels, pairs, links}) => ({
    pairs,
    links,
    weight: weightOf(levels, bits, known.household)
  }));
  const least = Math.min(0.5, 0.005 * all);
  let priors = start;
  for (let i = 0; i < 100; i++) {
    const sum = {match: 0, household: 0};
    for (const {pairs, links, weight} of weights) {
      const chances = links ? certain : chancesOf(priors, weight);
      sum.match += pairs * chances.match;
      sum.household += pairs * chances.household;
    }
    const next = {
      match: Math.min(0.5, Math.max(least, sum.match / share) / all),
      household: Math.min(0.4, Math.max(least, sum.household / share) / all)
    };
    const change = Math.abs(next.match / priors.match - 1) + Math.abs(next.household / priors.household - 1);
    priors = next;
    if (change < 1e-6) break;
  }
  return priors;
}
