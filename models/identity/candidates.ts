import type {Warehouse} from "../../warehouse/warehouse.ts";
import {nameOf, pairsSql} from "./blocking.ts";
import type {Party} from "./comparisons.ts";
import {scoreSql} from "./score.ts";
import type {IdentitySettings} from "./settings.ts";
import type {Trained} from "./train.ts";

/** log2 of the odds of a probability. */
export const oddsOf = (probability: number): number => Math.log2(probability / (1 - probability));

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Creates the temporary table `decided` (l, r, verdict) of the steward's decisions about records that are there. */
export async function makeDecided(warehouse: Warehouse, {decisions}: IdentitySettings): Promise<void> {
  await warehouse.run("create or replace temp table said (left_key varchar, right_key varchar, verdict varchar)");
  for (let i = 0; i < decisions.length; i += 1000) {
    const rows = decisions
      .slice(i, i + 1000)
      .map(({left, right, verdict}) => `(${[left, right, verdict].map(quoted)})`);
    await warehouse.run(`insert into said values ${rows.join(", ")}`);
  }
  await warehouse.run(`
    create or replace temp table decided as
    select least(a.n, b.n) as l, greatest(a.n, b.n) as r, verdict
    from said join usable a on a.record_key = left_key join usable b on b.record_key = right_key
    where a.party = b.party and a.n <> b.n`);
  await warehouse.run("drop table said");
}

/** Rules that find pairs besides blocking. */
const otherRules = {
  steward: (party: Party) => `select l, r from decided join usable on n = l where party = '${party}'`,
  converted: (party: Party) => `
    select least(a.n, b.n) as l, greatest(a.n, b.n) as r from stg_leads
    join usable a on a.record_key = 'lead:' || lead_id join usable b on b.record_key = 'customer:' || customer_key
    where a.party = '${party}' and b.party = '${party}'`
};

/**
 * Finds and scores the pairs of a party: appends to `candidate` those that link, wait for review or are decided, and to
 * `identity.found` and `identity.weights` what all of them came to.
 *
 * A steward's word stands above a rule, a rule above the score.
 */
export async function findPairs(
  warehouse: Warehouse,
  party: Party,
  trained: Trained,
  {linkProbability, reviewProbability}: IdentitySettings
): Promise<void> {
  const sources = [
    ...trained.rules.map(({rule}) => ({name: nameOf(rule), sql: pairsSql(party, rule)})),
    ...Object.entries(otherRules).map(([name, sql]) => ({name, sql: sql(party)}))
  ];
  const bit = (name: string) => 2 ** sources.findIndex((source) => source.name === name);
  const found = sources.map(({name, sql}) => `select l, r, ${bit(name)}::bigint as found from (${sql})`);
  await warehouse.run(
    `create or replace temp table pair as select l, r, bit_or(found) as found from (${found.join(" union all ")}) group by l, r`
  );
  const has = (name: string) => (bit(name) >= 1 ? `found & ${bit(name)} <> 0` : "false");
  const pairs = `select l, r, found, ${has("email")} as shares_email, ${has("phone")} as shares_phone from pair`;
  // A lead that became a customer is that customer by the word of its source.
  const probability = `case when ${has("converted")} then 1 else 1 / (1 + pow(2, -greatest(-100, least(100, weight)))) end`;
  await warehouse.run(`
    create or replace temp table scored as
    select scored.l, scored.r, found, weight, ${probability} as probability,
      case when ${has("converted")} then 'converted' else rule end as rule, decided.verdict as decided,
      case decided.verdict when 'same' then 'link' when 'different' then 'none' when 'unsure' then 'review' else
        case when ${has("converted")} or rule is not null then 'link'
          when weight >= ${oddsOf(linkProbability)} then 'link'
          when weight >= ${oddsOf(reviewProbability)} then 'review' else 'none' end end as verdict
    from (${scoreSql(party, trained, pairs, {carried: ["found"]})}) scored
    left join decided on decided.l = scored.l and decided.r = scored.r`);
  await warehouse.run("drop table pair");
  for (const table of ["found", "weights"])
    await warehouse.run(`delete from identity.${table} where party = '${party}'`);
  await warehouse.run(`insert into identity.weights
    select '${party}', floor(greatest(-60, least(60, weight)))::bigint, verdict, count(*) from scored group by all`);
  for (const {name} of sources) {
    const sized = trained.rules.find(({rule}) => nameOf(rule) === name);
    await warehouse.run(`insert into identity.found
      select '${party}', '${name}', count(*), ${sized?.skippedValues ?? 0}, ${sized?.skippedPairs ?? 0},
        count(*) filter (verdict = 'link'), count(*) filter (verdict = 'link' and found = ${bit(name)})
      from scored where ${has(name)}`);
  }
  const foundBy = sources.map(({name}) => `when ${has(name)} then '${name}'`);
  const kept = `select l, r, found, ${has("email")} as shares_email, ${has("phone")} as shares_phone, scored.rule as linked_by, verdict, decided, probability
    from scored where verdict <> 'none' or decided is not null`;
  const carried = ["found", "linked_by", "verdict", "decided", "probability"];
  await warehouse.run(`insert into candidate
    select l, r, a.record_key, b.record_key, '${party}', case ${foundBy.join(" ")} end, linked_by, weight, probability, verdict, decided, evidence
    from (${scoreSql(party, trained, kept, {carried, evidence: true})}) kept join usable a on a.n = l join usable b on b.n = r`);
  await warehouse.run("drop table scored");
}
