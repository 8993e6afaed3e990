import {UserError} from "../../warehouse/error.ts";
import {sqlTexts} from "./loadSql.ts";
import type {Column} from "../../warehouse/columns.ts";
import {identifier, quote} from "../codecs/codec.ts";
import {nearest} from "../nearest.ts";
import {normalHeader} from "../reading/header.ts";
import {spelled} from "../presets/recognise.ts";
import type {Source} from "../source.ts";
import {fieldsOf, type Contract} from "../contracts/contract.ts";
import {contractOf} from "../contracts/kinds.ts";

/** Where a field's text comes from: SQL over the file's columns, and the header to name in messages. */
export interface Origin {
  field: Column;
  sql: string;
  header: string | null;
  /** The header whose cell shows what was there: the mapped one, or the only one that derived SQL names. */
  cell: string | null;
}

/** Another name under which a source's SQL knows a column; without a header, a column of nothing. */
export interface Alias {
  name: string;
  header: string | undefined;
}

/** The names by which a preset's SQL calls columns that the file spells otherwise or has not. */
export function aliasesOf({preset}: Source, names: readonly string[]): Alias[] {
  const known = preset?.columns ?? {};
  const found = new Map(Object.entries(spelled(known, names)));
  const own = new Set(names.map((name) => name.toLowerCase()));
  return Object.keys(known)
    .filter((name) => !own.has(name.toLowerCase()))
    .map((name) => ({name, header: found.get(name)}));
}

/** The identifiers in double quotes of an SQL text. */
const quotedNames = (sql: string): string[] =>
  [...sql.matchAll(/"((?:[^"]|"")+)"/g)].map((match) => match[1]!.replaceAll('""', '"'));

/** The headers that a source's mapping, preset and contract know. */
export function wantedHeaders(source: Source): string[] {
  const {aliases} = contractOf(source.kind);
  const preset = Object.entries(source.preset?.columns ?? {}).flatMap(([name, others]) => [name, ...others]);
  const fields = fieldsOf(contractOf(source.kind)).map(({name}) => name);
  const quoted = sqlTexts(source).flatMap(([, sql]) => quotedNames(sql));
  return [
    ...preset,
    ...Object.values(source.map).flat(),
    ...quoted,
    ...source.fill_down,
    ...fields,
    ...Object.values(aliases).flatMap((words) => words ?? [])
  ];
}

const flagsBy = {cancelled: "is_cancelled", returned: "is_return"} as const;

/**
 * Says for each field of the contract where its text comes from: fixed value, derived SQL, mapped header, or a header with the
 * field's name or one of its aliases. Throws a UserError on an unknown field or header and on a required field without origin.
 */
export function mappingOf(
  sourceName: string,
  source: Source,
  declared: Contract,
  names: readonly string[],
  file: string
): Origin[] {
  const fields = fieldsOf(declared);
  const derive: Record<string, string> = {...source.derive};
  for (const [key, field] of Object.entries(flagsBy)) {
    const condition = source[key as keyof typeof flagsBy];
    if (condition) derive[field] = `case when (${condition}) then 'true' else 'false' end`;
  }
  refuseUnknown(sourceName, {map: source.map, fixed: source.fixed, derive}, fields);
  const exact = new Map(names.map((name) => [name.toLowerCase(), name]));
  const loose = new Map([...names].reverse().map((name) => [normalHeader(name), name]));
  const aliases = new Map(aliasesOf(source, names).map(({name, header}) => [name.toLowerCase(), header]));
  const spelling = (name: string) =>
    aliases.get(name.toLowerCase()) ?? exact.get(name.toLowerCase()) ?? loose.get(normalHeader(name));
  const origins: Origin[] = [];
  for (const field of fields) {
    const origin = originOf(field);
    if (origin) origins.push({field, ...origin});
    else if (!field.nullable) throw missing(field);
  }
  return origins;

  function originOf({name}: Column): Omit<Origin, "field"> | undefined {
    if (name in source.fixed) return {sql: quote(String(source.fixed[name])), header: null, cell: null};
    if (derive[name] !== undefined) {
      const named = quotedNames(derive[name]).map((it) => aliases.get(it.toLowerCase()) ?? exact.get(it.toLowerCase()));
      const cells = [...new Set(named.filter((it) => it !== undefined))];
      // Of several, nobody knows which one is wrong.
      const cell = cells.length === 1 ? cells[0]! : null;
      return {sql: `cast((${derive[name]}) as VARCHAR)`, header: null, cell};
    }
    const mapped = source.map[name] === undefined ? undefined : [source.map[name]].flat();
    // A preset says everything itself: what it leaves out is not guessed.
    const guesses = source.preset ? [] : [name, name.replaceAll("_", " "), ...(declared.aliases[name] ?? [])];
    const wanted = mapped ?? guesses;
    const header = wanted.map(spelling).find((header) => header !== undefined);
    if (header !== undefined) return {sql: identifier(header), header, cell: header};
    if (mapped && !mapped.some((header) => aliases.has(header.toLowerCase()))) throw unknownHeader(name, mapped);
    return undefined;
  }

  function missing({name}: Column): UserError {
    const also = declared.aliases[name]?.length ? ` (also known as ${declared.aliases[name].join(", ")})` : "";
    return new UserError(
      `ingest: ${file}: missing column "${name}"${also}; say where it is with sources.${sourceName}.map.${name}. The file has: ${names.join(", ")}`
    );
  }

  function unknownHeader(field: string, wanted: string[]): UserError {
    const near = nearest(wanted[0]!, names);
    return new UserError(
      `ingest: ${file}: unknown column "${wanted.join('" or "')}" (sources.${sourceName}.map.${field})${near ? `; did you mean "${near}"?` : `; the file has: ${names.join(", ")}`}`
    );
  }
}

function refuseUnknown(sourceName: string, keys: Record<string, Record<string, unknown>>, fields: Column[]): void {
  const known = fields.map(({name}) => name);
  for (const [key, record] of Object.entries(keys)) {
    for (const name of Object.keys(record)) {
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      throw new UserError(
        `config: sources.${sourceName}.${key}: unknown field "${name}"${near ? `; did you mean "${near}"?` : ""} The fields are ${known.join(", ")}`
      );
    }
  }
}
