import type {Warehouse} from "../../warehouse/warehouse.ts";
import {chooseRules, pairsSql, type BlockingRule, type SizedRule} from "./blocking.ts";
import {bare, compareSql} from "./compare.ts";
import {comparisons, type Party} from "./comparisons.ts";
import {fit, fitPriors, fitU, type Fit, type Pattern, type Priors} from "./em.ts";
import {linksByRule} from "./linkRules.ts";
import {frequencyFields} from "./usable.ts";

/** What was learnt of one party: by which rules pairs are found, and what each level of each comparison weighs. */
export interface Trained {
  rules: SizedRule[];
  /** Share at each level, level 0 first: [comparison][level]. */
  m: number[][];
  u: number[][];
  /** Matching pairs that said something about each comparison; the usual shares count as `strength` of them. */
  seen: number[];
  priors: Priors;
  /** Mean frequency of a value, by field: the sum of squared shares. */
  meanFrequency: Record<string, number>;
  records: number;
  iterations: number;
}

/** Random pairs come from so many records, sessions of expectation maximisation from about so many pairs. */
const [randomRecords, sessionPairs] = [1000, 40_000];
const strength = 20;
const rounds = 4;

/** Shares of levels that pairs reach by chance before any data is seen: nearly all of them differ. */
const byChance = (levels: number): number[] =>
  Array.from({length: levels}, (_, i) => (i ? 0.01 : 1 - 0.01 * (levels - 1)));

/**
 * Learns how records of a party are told apart, without any example: u from random pairs, m by expectation maximisation over the pairs
 * of each blocking rule, of which the compared columns of the rule are left out (they agree by construction), and the prior as the
 * share of all pairs that the found pairs expect to match. u is taken again from the random pairs that do not match.
 *
 * What is random is so by record_key: the same records teach the same, in any order.
 */
export async function train(
  warehouse: Warehouse,
  party: Party,
  configured?: readonly BlockingRule[]
): Promise<Trained> {
  const of = comparisons[party];
  const usual = of.map(({levels}) => levels.map(({usual}) => usual).reverse());
  const household = of.map(({household}) => household);
  const chance = of.map(({levels}) => byChance(levels.length));
  const {records} = await warehouse.row<{records: number}>(
    `select count(*) as records from usable where party = '${party}'`
  );
  const patterns = (pairs: string): Promise<Pattern[]> => patternsOf(warehouse, party, pairs);
  const some = `select n from usable where party = '${party}' order by md5(record_key) limit ${randomRecords}`;
  const random = await patterns(`select l.n as l, r.n as r from (${some}) l join (${some}) r on l.n < r.n`);
  const sized = await chooseRules(warehouse, party, records, configured);
  const sessions: {patterns: Pattern[]; without: Set<number>}[] = [];
  for (const {rule, pairs} of sized) {
    const decided = rule.flatMap(comparisonsOf);
    const without = new Set(of.flatMap(({name}, c) => (decided.includes(name) ? [c] : [])));
    sessions.push({patterns: await patterns(thinned(pairsSql(party, rule), pairs)), without});
  }
  const found = await foundPatterns(warehouse, party, sized);
  const all = Math.max(1, (records * (records - 1)) / 2);
  let u = fitU(random, chance);
  let m = usual.map((shares) => [...shares]);
  let seen = usual.map(() => 0);
  let priors: Priors = {match: 0.5 / all, household: 0.5 / all};
  let iterations = 0;
  for (let round = 0; round < rounds; round++) {
    const fits = sessions.map(({patterns, without}) => fit(patterns, u, usual, household, {without, strength}));
    ({m, seen} = pooled(fits, sessions, usual));
    iterations = Math.max(0, ...fits.map((fit) => fit.iterations));
    priors = fitPriors(found.patterns, {m, u, household}, round ? priors : likely, {share: found.share, all});
    u = fitU(random, chance, {m, u, household, priors});
  }
  return {rules: sized, m, u, seen, priors, meanFrequency: await frequencies(warehouse, party), records, iterations};
}

/** Where the search for the priors begins. */
const likely: Priors = {match: 1e-3, household: 1e-3};

/** What matching pairs reach, over all sessions that may speak of a comparison. */
function pooled(
  fits: readonly Fit[],
  sessions: readonly {without: ReadonlySet<number>}[],
  usual: readonly (readonly number[])[]
): {m: number[][]; seen: number[]} {
  const counts = usual.map((shares) => shares.map((share) => share * strength));
  for (const [i, {m, seen}] of fits.entries()) {
    for (const [c, shares] of m.entries()) {
      if (sessions[i]!.without.has(c)) continue;
      for (const [l, share] of shares.entries())
        counts[c]![l]! += Math.max(0, share * (seen[c]! + strength) - usual[c]![l]! * strength);
    }
  }
  const totals = counts.map((of) => of.reduce((a, b) => a + b, 0));
  return {m: counts.map((of, c) => of.map((n) => n / totals[c]!)), seen: totals.map((total) => total - strength)};
}

async function patternsOf(warehouse: Warehouse, party: Party, pairs: string): Promise<Pattern[]> {
  const names = comparisons[party].map(({name}) => `"${name}"`).join(", ");
  const rows = await warehouse.rows<Record<string, number>>(
    `select ${names}, count(*) as pairs from (${compareSql(party, bare(pairs))}) group by all order by all`
  );
  return rows.map((row) => {
    const levels = comparisons[party].map(({name}) => row[name]!);
    return {levels, pairs: row.pairs!, links: linksByRule(party, levels)};
  });
}

/** The patterns of the pairs that any rule finds, or of a share of them where they are many. */
async function foundPatterns(
  warehouse: Warehouse,
  party: Party,
  sized: readonly SizedRule[]
): Promise<{patterns: Pattern[]; share: number}> {
  const total = sized.reduce((n, {pairs}) => n + pairs, 0);
  const every = Math.max(1, Math.ceil(total / (10 * sessionPairs)));
  const found = sized.map(({rule}) => `select l, r from (${pairsSql(party, rule)}) where hash(l, r) % ${every} = 0`);
  if (!found.length) return {patterns: [], share: 1};
  return {patterns: await patternsOf(warehouse, party, found.join(" union ")), share: 1 / every};
}

/** About as many of a rule's pairs as a session needs. */
const thinned = (pairs: string, number: number): string => {
  const every = Math.ceil(number / sessionPairs);
  return every > 1 ? `select l, r from (${pairs}) where hash(l, r) % ${every} = 0` : pairs;
};

/** The comparisons that a blocking column decides. */
function comparisonsOf(column: string): string[] {
  if (column === "han_name") return ["given_name", "family_name"];
  if (["street", "house_number", "postal_code", "city"].includes(column)) return ["address"];
  const [first] = column.split("_");
  const named: Record<string, string> = {
    given: "given_name",
    family: "family_name",
    birth: "birth_date",
    tax: "tax_id"
  };
  return [named[first!] ?? first!];
}

/** Writes how frequent each value is, and returns the mean frequency of each field. */
async function frequencies(warehouse: Warehouse, party: Party): Promise<Record<string, number>> {
  await warehouse.run(`delete from identity.frequency where party = '${party}'`);
  for (const field of frequencyFields) {
    await warehouse.run(`insert into identity.frequency
      select '${party}', '${field}', ${field}, count(*) / sum(count(*)) over ()
      from usable where party = '${party}' and ${field} is not null group by ${field}`);
  }
  const rows = await warehouse.rows<{field: string; mean: number}>(
    `select field, sum(share * share order by value) as mean from identity.frequency where party = '${party}' group by field`
  );
  return Object.fromEntries(rows.map(({field, mean}) => [field, mean]));
}
