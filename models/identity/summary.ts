import type {Step} from "../model.ts";
import {oddsOf} from "./candidates.ts";
import {bare} from "./compare.ts";
import {parties} from "./comparisons.ts";
import {pairsSql} from "./blocking.ts";
import {scoreSql} from "./score.ts";
import {withTrained} from "./session.ts";

/** Creates int_identity_model. */
export async function summarise({warehouse, settings, table}: Step): Promise<void> {
  const {linkProbability, reviewProbability} = settings.identity;
  const rows: string[] = [];
  await withTrained({warehouse, settings}, async (trained) => {
    for (const party of parties) {
      const of = trained[party];
      if (!of) continue;
      const itself = `select n as l, n as r from usable where party = '${party}'`;
      const {records, unlinkable} = await warehouse.row<{records: number; unlinkable: number}>(`
        select count(*) as records, count(*) filter (rule is null and weight < ${oddsOf(linkProbability)}) as unlinkable
        from (${scoreSql(party, of, bare(itself))})`);
      const within = `
        select a.n as l, b.n as r from int_identity_member ma join usable a on a.record_key = ma.record_key
        join int_identity_member mb on mb.customer_id = ma.customer_id join usable b on b.record_key = mb.record_key
        where a.n < b.n and a.party = '${party}' and ma.cluster_records <= 1000`;
      const found = of.rules.map(({rule}) => pairsSql(party, rule)).join(" union all ");
      const {all, seen} = await warehouse.row<{all: number; seen: number}>(`
        with within as (${within})
        select (select count(*) from within) as all, (select count(*) from within semi join (${found || `select 0 as l, 0 as r`}) using (l, r)) as seen`);
      rows.push(
        `('${party}', ${records}, ${of.records}, ${of.priors.match / (1 - of.priors.household)}, ${all ? seen / all : "null"}, ${unlinkable}, ${of.iterations}, ${linkProbability}, ${reviewProbability})`
      );
    }
  });
  await warehouse.run(`create or replace table ${table} as
    select party, records::bigint as records, trained_records::bigint as trained_records, match_share::double as match_share,
      blocking_recall::double as blocking_recall, unlinkable::bigint as unlinkable_records, iterations::bigint as iterations,
      link_probability::double as link_probability, review_probability::double as review_probability
    from (values ${rows.join(", ") || "('', 0, 0, 0, null, 0, 0, 0, 0)"}) as t
      (party, records, trained_records, match_share, blocking_recall, unlinkable, iterations, link_probability, review_probability)
    where party <> ''`);
}
