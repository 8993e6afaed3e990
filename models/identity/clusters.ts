import {group} from "d3";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {oddsOf} from "./candidates.ts";
import {mostBits, split, type Edge} from "./cluster.ts";
import {makeComponents} from "./components.ts";
import {parties, type Party} from "./comparisons.ts";
import {scoreSql} from "./score.ts";
import type {IdentitySettings} from "./settings.ts";
import type {Trained} from "./train.ts";

/** A component of more records is cut at its weakest links before it is looked at whole. */
export const mostInComponent = 200;
/** Bits by which the bar is raised at each cut. */
const cutStep = 3;
/** Pairs that are looked at together. */
const chunkPairs = 50_000;

/**
 * Creates the temporary table `cluster` (n, root): which usable records are one customer, from the linking pairs of int_identity_candidate.
 *
 * Two records that a link ties and nothing keeps apart are one. Larger components are split so that the pairs of every customer speak for
 * it on the whole, those that blocking passed over included; components of over 200 records lose their weakest scored links first.
 */
export async function makeClusters(
  warehouse: Warehouse,
  trained: Partial<Record<Party, Trained>>,
  {oneToOne, linkProbability}: IdentitySettings
): Promise<void> {
  await warehouse.run(`create or replace temp table link as
    select left_number as l, right_number as r, weight, rule, decided from int_identity_candidate where verdict = 'link'`);
  const isSingle = oneToOne.length ? `ua.source in (${oneToOne.map((name) => `'${name}'`).join(", ")})` : "false";
  await cutGiants(warehouse, oddsOf(linkProbability), isSingle);
  await warehouse.run(`
    create or replace temp table size as
    select root, count(*) as records from component group by root`);
  await warehouse.run(`
    create or replace temp table inner_pair as
    select a.root, a.n as l, b.n as r, ua.party, case when p.rule is not null and p.verdict = 'link' then greatest(p.weight, ${mostBits}) else p.weight end as weight, p.verdict = 'link' as links, p.decided
    from component a join size using (root) join component b on b.root = a.root and a.n < b.n
      join usable ua on ua.n = a.n join usable ub on ub.n = b.n
      left join int_identity_candidate p on p.left_number = a.n and p.right_number = b.n
    where size.records <= ${mostInComponent} and (size.records > 2 or p.decided = 'different' or (ua.source = ub.source and ${isSingle}))`);
  for (const party of parties) {
    const of = trained[party];
    if (!of) continue;
    const shares = (field: string) =>
      `coalesce(bool_or(a.field = '${field}' and a.value = b.value), false) as shares_${field}`;
    const missing = `select l, r, ${shares("email")}, ${shares("phone")} from inner_pair
      left join contact a on a.n = l left join contact b on b.n = r where weight is null and party = '${party}' group by l, r`;
    await warehouse.run(
      `create or replace temp table late as select l, r, weight from (${scoreSql(party, of, missing)})`
    );
    await warehouse.run(
      "update inner_pair set weight = late.weight from late where late.l = inner_pair.l and late.r = inner_pair.r and inner_pair.weight is null"
    );
    await warehouse.run("drop table late");
  }
  // That two records are rarely one by chance speaks against a link, but not against each pair of a customer once more.
  const priors = parties.flatMap((party) =>
    trained[party] ? [`when '${party}' then ${oddsOf(trained[party].priors.match)}`] : []
  );
  if (priors.length) await warehouse.run(`update inner_pair set weight = weight - case party ${priors.join(" ")} end`);
  await warehouse.run(`
    create or replace temp table cluster as
    select usable.n, coalesce(component.root, usable.n) as root from usable left join component using (n)
    where component.root is null or component.root not in (select root from inner_pair)`);
  await splitAll(warehouse, new Set(oneToOne));
  for (const table of ["link", "size", "inner_pair", "component"]) await warehouse.run(`drop table ${table}`);
}

/**
 * Creates `component` from `link`, raising the bar in components of too many records until none is left. One that rules and stewards alone
 * hold together stays whole, such as a company with hundreds of records, unless something says that two of its records differ: then it
 * falls apart, since nobody can say where.
 */
async function cutGiants(warehouse: Warehouse, bar: number, isSingle: string): Promise<void> {
  for (let least = bar + cutStep; ; least += cutStep) {
    await makeComponents(warehouse, "select l, r from link");
    const giants = `select root from component group by root having count(*) > ${mostInComponent}`;
    const inGiant = `l in (select n from component where root in (${giants}))`;
    const {n} = await warehouse.row<{n: number}>(
      `select count(*) as n from link where ${inGiant} and rule is null and decided is distinct from 'same'`
    );
    if (!n) break;
    await warehouse.run(
      `delete from link where ${inGiant} and ${least < surest ? `weight < ${least}` : "true"} and rule is null and decided is distinct from 'same'`
    );
  }
  const parted = `select a.root from component a join component b using (root)
    join int_identity_candidate p on p.left_number = a.n and p.right_number = b.n where p.decided = 'different'
    union select a.root from component a join usable ua using (n) where ${isSingle} group by a.root, ua.source having count(*) > 1`;
  await warehouse.run(`delete from component where root in (${parted})
    and root in (select root from component group by root having count(*) > ${mostInComponent})`);
}

/** Bits beyond which no score is surer. */
const surest = 100;

async function splitAll(warehouse: Warehouse, oneToOne: ReadonlySet<string>): Promise<void> {
  await warehouse.run(`
    create or replace temp table part as
    select root, (sum(pairs) over (order by root) / ${chunkPairs})::integer as chunk
    from (select root, count(*) as pairs from inner_pair group by root)`);
  const {last} = await warehouse.row<{last: number | null}>("select max(chunk) as last from part");
  for (let chunk = 0; chunk <= (last ?? -1); chunk++) {
    const pairs = await warehouse.rows<Edge & {root: number; left_source: string | null; right_source: string | null}>(`
      select root, l, r, coalesce(weight, 0) as weight, coalesce(links, false) as links, decided,
        ul.source as left_source, ur.source as right_source
      from inner_pair join part using (root) join usable ul on ul.n = l join usable ur on ur.n = r
      where chunk = ${chunk} order by root, l, r`);
    const rows: string[] = [];
    for (const edges of group(pairs, ({root}) => root).values()) {
      const sources = new Map(edges.flatMap((e) => [[e.l, e.left_source] as const, [e.r, e.right_source] as const]));
      const once = (some: readonly number[]) => some.map((n) => sources.get(n)).filter((s) => s && oneToOne.has(s));
      const mayJoin = (a: readonly number[], b: readonly number[]) => {
        const has = new Set(once(a));
        return !once(b).some((source) => has.has(source));
      };
      const groups = split(
        [...sources.keys()].sort((a, b) => a - b),
        edges,
        mayJoin
      );
      for (const records of groups) for (const n of records) rows.push(`(${n}, ${records[0]!})`);
    }
    for (let i = 0; i < rows.length; i += 5000)
      await warehouse.run(`insert into cluster values ${rows.slice(i, i + 5000).join(", ")}`);
  }
  await warehouse.run("drop table part");
}
