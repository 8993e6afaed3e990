import type {Lang, Words} from "../../format/lang.ts";
import type {Compared} from "./dictionary.ts";
import {partName} from "./words.ts";

/** What evidence says that is no comparison. */
const besides: Record<string, Words> = {
  household: {en: "could be two of its people", zh: "可能是其中两人"}
};

/** The name of a comparison, and how alike it found the two. */
export function saidOf(
  words: readonly Compared[],
  comparison: string,
  level: number,
  lang: Lang
): [name: string, alike: string] {
  const known = words.find(({id}) => id === comparison);
  return [
    known?.name ?? partName(comparison, lang),
    known?.levels[level] ?? besides[comparison]?.[lang] ?? String(level)
  ];
}
