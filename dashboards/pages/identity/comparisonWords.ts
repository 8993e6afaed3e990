import {comparisons} from "../../../models/identity/comparisons.ts";
import type {Lang} from "../../format/lang.ts";
import type {LevelRow, Party} from "./rows.ts";
import {partName} from "./words.ts";

/** What is compared, in words. */
export const comparisonName = (party: Party, comparison: string, lang: Lang): string =>
  comparisons[party].find(({name}) => name === comparison)?.title[lang] ?? partName(comparison, lang);

/** How two values agree, in words: those of the comparison where it still has that level, else what the row says. */
export function levelName({party, comparison, level, label}: Omit<LevelRow, "m_share">, lang: Lang): string {
  const levels = comparisons[party].find(({name}) => name === comparison)?.levels ?? [];
  const words = levels[levels.length - 1 - level]?.label;
  return words && Object.values(words).includes(label) ? words[lang] : label;
}

/** Comparisons in the order in which they are made; those that are no longer made last. */
export function inOrder(party: Party, found: ReadonlySet<string>): string[] {
  const made = comparisons[party].map(({name}) => name).filter((name) => found.has(name));
  return [...made, ...[...found].filter((name) => !made.includes(name))];
}
