import {comparisons, type Comparison, type Party} from "./comparisons.ts";

/** The record `r` with the parts of its name exchanged where they fit `l` better that way, as `x`. */
const agreeing = (a: string, b: string) => `coalesce(l.${a} = r.${b}, false)::integer`;
const isSwapped = `${agreeing("given_name", "family_name")} + ${agreeing("family_name", "given_name")}
  > ${agreeing("given_name", "given_name")} + ${agreeing("family_name", "family_name")}`;
const exchanged = `select case when is_swapped then r.family_name else r.given_name end as given_name,
  case when is_swapped then r.given_name else r.family_name end as family_name`;

/** Columns that are read from `x`. */
const exchangeable: ReadonlySet<string> = new Set(["given_name", "family_name"]);

const isKnown = ({needs, contact}: Comparison): string => {
  const both = (column: string) =>
    `l.${column} is not null and ${exchangeable.has(column) ? "x" : "r"}.${column} is not null`;
  const all = needs.map((need) => (typeof need === "string" ? both(need) : `(${need.map(both).join(" or ")})`));
  return contact ? `(${contact} or (${all.join(" and ")}))` : all.join(" and ");
};

/** The level of a comparison: the number of its levels less one where it agrees most, 0 where it differs, −1 where it says nothing. */
const levelSql = (comparison: Comparison): string => {
  const top = comparison.levels.length - 1;
  const cases = comparison.levels.map(({sql}, i) => `when ${sql} then ${top - i}`);
  return `(case when not (${isKnown(comparison)}) then -1 ${cases.join(" ")} end)::tinyint as "${comparison.name}"`;
};

/**
 * Compares pairs: SQL with `l` and `r`, the carried columns, and the level of every comparison of the party.
 *
 * `pairs` has l, r, shares_email, shares_phone and what is carried.
 */
export function compareSql(party: Party, pairs: string, carried: readonly string[] = []): string {
  const extra = carried.map((name) => `, ${name}`).join("");
  return `select left_n as l, right_n as r${extra}, ${comparisons[party].map(levelSql).join(",\n")}
    from (select pair.l as left_n, pair.r as right_n, shares_email, shares_phone${extra}, left_record as l, right_record as r, ${isSwapped.replaceAll(/\b([lr])\./g, (_, side) => (side === "l" ? "left_record." : "right_record."))} as is_swapped
      from (${pairs}) pair join usable left_record on left_record.n = pair.l join usable right_record on right_record.n = pair.r),
      lateral (${exchanged}) x`;
}

/** Pairs without anything else, as compareSql wants them. */
export const bare = (pairs: string): string =>
  `select l, r, false as shares_email, false as shares_phone from (${pairs})`;
