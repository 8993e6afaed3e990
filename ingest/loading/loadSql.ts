import {duckdbTypes} from "../../warehouse/types.ts";
import {identifier, quote, type Format} from "../codecs/codec.ts";
import type {Source} from "../source.ts";
import {codecOf, fieldsOf, type Contract} from "../contracts/contract.ts";
import type {Alias, Origin} from "./mapping.ts";
import {nothingBit, wordsOf, type Problem} from "./problems.ts";

export interface LoadQuery {
  declared: Contract;
  origins: readonly Origin[];
  aliases: readonly Alias[];
  problems: readonly Problem[];
  source: Source;
  format: Format;
  /** SQL of the file's rows under its headers. */
  rows: string;
  /** Their column that is true where there was nothing to read, which no rule sets aside. */
  nothing?: string;
}

/** Whether a source's SQL needs the order of rows (it names `row` or holds a window), which costs the parallel reading of the file. */
export const needsRowNumber = (source: Source): boolean =>
  source.fill_down.length > 0 || sqlTexts(source).some(([, sql]) => /\brow\b|\bover\b/i.test(sql));

/** Every SQL text of a source, by the key that holds it. */
export const sqlTexts = (source: Source): [string, string][] => [
  ...Object.entries(source.derive).map(([name, sql]): [string, string] => [`derive.${name}`, sql]),
  ...Object.entries(source.set_aside).map(([name, sql]): [string, string] => [`set_aside.${name}`, sql]),
  ...(["cancelled", "returned"] as const).flatMap((key): [string, string][] =>
    source[key] ? [[key, source[key]]] : []
  )
];

/** Keys that a source may share with another by chance. */
const namespaced = /(_id|_key)$/;
/** Keys that mean the same thing everywhere. */
const shared = /^product_id$/;

/** Columns of the file, with positions and cells filled down where the source asks for it. */
function fileSql({rows: own, source, aliases}: LoadQuery): string {
  const others = aliases.map(
    ({name, header}) => `${header === undefined ? "null::varchar" : identifier(header)} as ${identifier(name)}`
  );
  const rows = others.length ? `select *, ${others.join(", ")} from (${own}) as own` : own;
  if (!needsRowNumber(source)) return rows;
  const numbered = `select *, row_number() over () as "row" from (${rows}) as file`;
  if (!source.fill_down.length) return numbered;
  const filled = source.fill_down.map(
    (name) =>
      `last_value(${identifier(name)} ignore nulls) over (order by "row" rows between unbounded preceding and current row) as ${identifier(name)}`
  );
  return `select * replace (${filled.join(", ")}) from (${numbered}) as numbered`;
}

/**
 * The one pass that reads a file: every field as text, typed, judged. One row per row of the file, in its order: the contract's fields,
 * `problems` (bit mask, 0: none) and `rule` (0, or the number of the set-aside rule that took the row).
 */
export function loadSql(query: LoadQuery): string {
  const {declared, origins, problems, source, format, nothing} = query;
  const texts = origins.map(({field, sql}) => `${sql} as "text_${field.name}"`);
  const rules = Object.values(source.set_aside).map((condition, i) => `when (${condition}) then ${i + 1}`);
  if (nothing !== undefined) rules.unshift(`when ${identifier(nothing)} then 0`);
  const rule = rules.length ? `case ${rules.join(" ")} else 0 end` : "0";
  const typed = origins.map(({field}) => {
    const value = codecOf(declared, field).sql(`"text_${field.name}"`, format);
    const words = wordsOf(field.schema);
    const checked = words ? `case when ${value} in (${words.map(quote).join(", ")}) then ${value} end` : value;
    const own =
      source.keys && namespaced.test(field.name) && !shared.test(field.name)
        ? `${quote(`${source.keys}:`)} || ${checked}`
        : checked;
    return `${own} as "${field.name}"`;
  });
  const absent = fieldsOf(declared)
    .filter(({name}) => !origins.some(({field}) => field.name === name))
    .map(({name, sql}) => `cast(null as ${duckdbTypes[sql]}) as "${name}"`);
  const bits = problems.map(({bit, sql}) => `case when ${sql} then ${2 ** bit} else 0 end`);
  const mask = bits.length ? bits.join(" + ") : "0";
  const columns = fieldsOf(declared).map(({name, sql}) => `cast("${name}" as ${duckdbTypes[sql]}) as "${name}"`);
  // Windows put rows out of the file's order, and a row's place in the table is its place in the file.
  const [row, order] = needsRowNumber(source) ? [`, "row"`, ` order by "row"`] : ["", ""];
  const isNothing = nothing === undefined ? "" : `, ${identifier(nothing)} as "nothing"`;
  const problem = nothing === undefined ? mask : `case when "nothing" then ${2 ** nothingBit} else ${mask} end`;
  return `with texts as (select ${texts.join(", ")}${row}${isNothing}, cast(${rule} as SMALLINT) as "rule" from (${fileSql(query)}) as file),
typed as (select *, ${[...typed, ...absent].join(", ")} from texts)
select ${columns.join(", ")}, cast(${problem} as BIGINT) as "problems", "rule" from typed${order}`;
}
