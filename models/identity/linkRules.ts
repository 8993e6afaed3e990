import {comparisons, type Party} from "./comparisons.ts";

/** A rule that links two records without a score: they agree wholly in `same`, and in none of the ways of `unless` anything speaks against it. */
export interface LinkRule {
  same: string;
  /** Each a conjunction: comparison → levels (−1 says nothing, 0 differs). */
  unless: readonly Readonly<Record<string, readonly number[]>>[];
}

const differs = [0];

/** The rules of each party, the most telling first. */
export const linkRules: Record<Party, readonly LinkRule[]> = {
  person: [
    {same: "tax_id", unless: [{given_name: differs}]},
    {
      same: "email",
      unless: [{given_name: differs}, {birth_date: differs}, {family_name: differs, given_name: [-1, 0, 1, 2]}]
    },
    {same: "phone", unless: [{given_name: differs}, {birth_date: differs}, {family_name: differs}]}
  ],
  organisation: [
    {same: "tax_id", unless: []},
    {same: "email", unless: [{company: differs}]},
    {same: "company", unless: [{address: differs}, {tax_id: differs}]}
  ]
};

const indexOf = (party: Party, name: string): number => comparisons[party].findIndex((of) => of.name === name);
const top = (party: Party, name: string): number => comparisons[party][indexOf(party, name)]!.levels.length - 1;

/** A conjunction as SQL over the levels. */
const conjunctionSql = (of: Readonly<Record<string, readonly number[]>>): string =>
  Object.entries(of)
    .map(([name, levels]) => `"${name}" in (${levels.join(", ")})`)
    .join(" and ");

/** The first rule that links, as SQL over the levels; null where none does. */
export const ruleSql = (party: Party): string => {
  const cases = linkRules[party].map(({same, unless}) => {
    const against = unless.map((of) => ` and not (${conjunctionSql(of)})`).join("");
    return `when "${same}" = ${top(party, same)}${against} then '${same}'`;
  });
  return `case ${cases.join(" ")} end`;
};

/** Whether any rule links a pair of these levels. */
export const linksByRule = (party: Party, levels: readonly number[]): boolean =>
  linkRules[party].some(
    ({same, unless}) =>
      levels[indexOf(party, same)] === top(party, same) &&
      !unless.some((of) => Object.entries(of).every(([name, some]) => some.includes(levels[indexOf(party, name)]!)))
  );
