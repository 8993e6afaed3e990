import {nameOf, pairsSql} from "../../models/identity/blocking.ts";
import type {Party} from "../../models/identity/comparisons.ts";
import {scoreSql} from "../../models/identity/score.ts";
import {withTrained} from "../../models/identity/session.ts";
import type {Settings} from "../../models/settings.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";

/** A pair that the build has not kept, scored now: weight in bits, evidence as JSON, and the blocking rule that finds it, if one does. */
export interface ScoredPair {
  party: Party;
  weight: number;
  evidence: string;
  found_by: string | null;
}

/** Scores two records as a build does; nothing where one is a contact, or one a person and the other an organisation. */
export async function scorePair(
  warehouse: Warehouse,
  settings: Settings,
  [left, right]: readonly [string, string]
): Promise<ScoredPair | undefined> {
  let scored: ScoredPair | undefined;
  await withTrained({warehouse, settings}, async (trained) => {
    const [pair] = await warehouse.rows<{l: number; r: number; party: Party}>(
      `select least(a.n, b.n) as l, greatest(a.n, b.n) as r, a.party from usable a join usable b using (party) where a.record_key = $1 and b.record_key = $2`,
      [left, right]
    );
    const of = pair && trained[pair.party];
    if (!of) return;
    const {l, r, party} = pair;
    const shares = (field: string) =>
      `exists (from contact a join contact b using (field, value) where field = '${field}' and a.n = ${l} and b.n = ${r})`;
    const pairs = `select ${l} as l, ${r} as r, ${shares("email")} as shares_email, ${shares("phone")} as shares_phone`;
    const said = await warehouse.row<Pick<ScoredPair, "weight" | "evidence">>(
      scoreSql(party, of, pairs, {evidence: true})
    );
    const rules = of.rules.map(
      ({rule}) => `select '${nameOf(rule)}' as name from (${pairsSql(party, rule)}) where l = ${l} and r = ${r}`
    );
    const found = rules.length ? await warehouse.rows<{name: string}>(rules.join(" union all ")) : [];
    scored = {party, weight: said.weight, evidence: said.evidence, found_by: found[0]?.name ?? null};
  });
  return scored;
}
