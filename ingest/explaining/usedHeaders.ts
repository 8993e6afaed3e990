import {aliasesOf, type Origin} from "../loading/mapping.ts";
import {sqlTexts} from "../loading/loadSql.ts";
import type {Source} from "../source.ts";

/** The headers of a file that a source reads: in its mapping, its SQL, or to fill cells down. */
export function usedHeaders(source: Source, origins: readonly Origin[], names: readonly string[]): Set<string> {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  for (const {name, header} of aliasesOf(source, names)) {
    if (header !== undefined) known.set(name.toLowerCase(), header);
  }
  const named = [...source.fill_down, ...sqlTexts(source).flatMap(([, sql]) => identifiersOf(sql))];
  const read = named.flatMap((name) => known.get(name.toLowerCase()) ?? []);
  return new Set([...read, ...origins.flatMap(({header}) => header ?? [])]);
}

/** What a SQL text may mean as a column: names in double quotes, and words outside of literals. */
function identifiersOf(sql: string): string[] {
  const code = sql.replace(/'(?:[^']|'')*'/g, " ");
  const quoted = [...code.matchAll(/"((?:[^"]|"")+)"/g)].map((match) => match[1]!.replaceAll('""', '"'));
  const bare = code.replace(/"(?:[^"]|"")+"/g, " ").split(/[^\p{L}\p{N}_$]+/u);
  return [...quoted, ...bare];
}
