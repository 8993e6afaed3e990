import leven from "leven";
import {UserError} from "../../warehouse/error.ts";
import type {Column} from "../../warehouse/columns.ts";
import {identifier, quote} from "../codecs/codec.ts";
import type {Source} from "../config.ts";
import {fieldsOf, type Contract} from "../contracts/contract.ts";

/** Where a field's text comes from: SQL over the file's columns, and the header to name in messages. */
export interface Origin {
  field: Column;
  sql: string;
  header: string | null;
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
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  const origins: Origin[] = [];
  for (const field of fields) {
    const origin = originOf(field);
    if (origin) origins.push({field, ...origin});
    else if (!field.nullable) throw missing(field);
  }
  return origins;

  function originOf({name}: Column): Omit<Origin, "field"> | undefined {
    if (name in source.fixed) return {sql: quote(String(source.fixed[name])), header: null};
    if (derive[name] !== undefined) return {sql: `cast((${derive[name]}) as VARCHAR)`, header: null};
    const mapped = source.map[name] === undefined ? undefined : [source.map[name]].flat();
    const wanted = mapped ?? [name, name.replaceAll("_", " "), ...(declared.aliases[name] ?? [])];
    const header = wanted.map((header) => byLower.get(header.toLowerCase())).find((header) => header !== undefined);
    if (header !== undefined) return {sql: identifier(header), header};
    if (mapped) throw unknownHeader(name, mapped);
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

/** The nearest of some words, where one is near at all. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((other) => ({other, far: leven(word.toLowerCase(), other.toLowerCase())}))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, word.length / 3) ? best.other : undefined;
}
