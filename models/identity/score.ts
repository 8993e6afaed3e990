import {compareSql} from "./compare.ts";
import {comparisons, type Comparison, type Party} from "./comparisons.ts";
import {ruleSql} from "./linkRules.ts";
import type {Trained} from "./train.ts";
import {frequencyFields} from "./usable.ts";

/** A value's frequency moves a weight by at most so many bits. */
const mostAdjustment = 8;

/** Creates `usable` again with the share of each value that weighs by its frequency: `given_name_share`, …; a value unseen in training is as rare as can be. */
export const frequencySql = (trained: Partial<Record<Party, Trained>>): string => {
  const rarest = `case when false then 1 ${Object.entries(trained)
    .map(([party, {records}]) => `when party = '${party}' then ${1 / Math.max(1, records)}`)
    .join(" ")} else 1 end`;
  const shares = frequencyFields.map((field) => `coalesce(f_${field}.share, ${rarest}) as ${field}_share`);
  const joins = frequencyFields.map(
    (field) =>
      `left join (select party as p, value as v, share from identity.frequency where field = '${field}') f_${field} on f_${field}.p = party and f_${field}.v = ${field}`
  );
  return `create or replace temp table weighed as select usable.*, ${shares.join(", ")} from usable ${joins.join(" ")} order by n`;
};

/** What each comparison adds, as SQL over its level and the shares of `l`: log2(m ÷ u), more for a rare value and less for a frequent one. */
function weightsSql(party: Party, {m, u, meanFrequency}: Trained): {name: string; sql: string}[] {
  return comparisons[party].map(({name, levels}, c) => {
    const cases = levels.map(({frequency}, i) => {
      const level = levels.length - 1 - i;
      const weight = Math.log2(m[c]![level]! / u[c]![level]!);
      const mean = frequency && meanFrequency[frequency];
      if (!mean) return `when ${level} then ${weight}::double`;
      const adjustment = `least(${mostAdjustment}, greatest(${-mostAdjustment}, ${Math.log2(mean)} - log2(${frequency}_share)))`;
      return `when ${level} then ${weight}::double + ${adjustment}`;
    });
    return {name, sql: `(case "${name}" ${cases.join(" ")} else 0 end)`};
  });
}

/**
 * Scores pairs: SQL with l, r, the carried columns, `weight` (log2 of the posterior odds), `rule` (the first rule that links, or null)
 * and, where asked for, `evidence` (JSON: comparison, level, bits; last what speaks for two of one household instead).
 */
export function scoreSql(
  party: Party,
  trained: Trained,
  pairs: string,
  {carried = [], evidence = false}: {carried?: readonly string[]; evidence?: boolean} = {}
): string {
  const {match, household} = trained.priors;
  const strangers = 1 - match - household;
  const weights = weightsSql(party, trained);
  const names = weights.map(({name}) => `"${name}"`).join(", ");
  const bits = weights.map(({name, sql}) => `${sql} as "${name} bits"`).join(", ");
  const sum = (of: (bits: string, comparison: Comparison) => string) =>
    comparisons[party].map((comparison) => of(`"${comparison.name} bits"`, comparison)).join(" + ");
  const shared = sum((bits, {household}) =>
    household === "shared" ? bits : `log2(${1 - household} + ${household} * pow(2, least(60, ${bits})))`
  );
  const said = weights.map(
    ({name}) => `case when "${name}" >= 0 then '["${name}",' || "${name}" || ',' || round("${name} bits", 2) || ']' end`
  );
  const correction = "-log2(1 + pow(2, least(900, household)))";
  const extra = carried.map((name) => `, ${name}`).join("");
  const shares = frequencyFields.map((field) => `${field}_share`);
  return `select l, r${extra}, match + ${correction} as weight, ${ruleSql(party)} as rule
      ${evidence ? `, '[' || concat_ws(',', ${said.join(", ")}, case when ${correction} < -0.005 then '["household",0,' || round(${correction}, 2) || ']' end) || ']' as evidence` : ""}
    from (
      select l, r${extra}, ${names}, ${bits},
        ${Math.log2(match / strangers)}::double + ${sum((bits) => bits)} as match,
        ${Math.log2(household / strangers)}::double + ${shared} as household
      from (${compareSql(party, pairs, {carried, beside: shares, table: "weighed"})})
    )`;
}
