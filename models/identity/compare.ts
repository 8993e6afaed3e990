import {comparisons, type Comparison, type Party} from "./comparisons.ts";

/** Columns that are read from `x`: the record `r` with the parts of its name exchanged where they fit `l` better that way. */
const exchangeable: ReadonlySet<string> = new Set(["given_name", "family_name"]);

const agreeing = (a: string, b: string) => `coalesce(l.${a} = r.${b}, false)::integer`;
const isSwapped = `${agreeing("given_name", "family_name")} + ${agreeing("family_name", "given_name")}
  > ${agreeing("given_name", "given_name")} + ${agreeing("family_name", "family_name")}`;
const exchanged = (part: string, other: string) =>
  `case when ${isSwapped} then r.${other} else r.${part} end as x_${part}`;

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

/** A value of a record, as text of a condition names it: `l.email`. */
const value = /\b([lrx])\.([a-z_]+)/g;

/**
 * Compares pairs: SQL with `l` and `r`, the carried columns, and the level of every comparison of the party.
 *
 * `pairs` has l, r, shares_email, shares_phone and what is carried; `beside` are columns of the left record to hand on, `table` is where
 * records are. Only columns that a comparison reads travel with a pair: whole records would make the joins spill.
 */
export function compareSql(
  party: Party,
  pairs: string,
  {
    carried = [],
    beside = [],
    table = "usable"
  }: {carried?: readonly string[]; beside?: readonly string[]; table?: string} = {}
): string {
  const extra = carried.map((name) => `, ${name}`).join("");
  const levels = comparisons[party].map(levelSql).join(",\n");
  const read = new Set([...levels.matchAll(value)].filter(([, side]) => side !== "x").map(([whole]) => whole));
  const flat = [...read].map((whole) => `${whole} as ${whole.replace(".", "_")}`);
  if (levels.includes("x.")) flat.push(exchanged("given_name", "family_name"), exchanged("family_name", "given_name"));
  const handed = beside.map((name) => `, l.${name} as ${name}`).join("");
  return `select left_n as l, right_n as r${extra}${beside.map((name) => `, ${name}`).join("")}, ${levels.replaceAll(value, "$1_$2")}
    from (select pair.l as left_n, pair.r as right_n, shares_email, shares_phone${extra}${handed}, ${flat.join(", ")}
      from (${pairs}) pair join ${table} l on l.n = pair.l join ${table} r on r.n = pair.r)`;
}

/** Pairs without anything else, as compareSql wants them. */
export const bare = (pairs: string): string =>
  `select l, r, false as shares_email, false as shares_phone from (${pairs})`;
