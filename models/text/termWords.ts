import {plainText} from "./plainText.ts";
import {isWordToken, tokensOf} from "./tokens.ts";

const han = /\p{Script=Han}/u;
/** Marks that part no words: "t-shirt" is said as "t shirt". */
const hyphen = /^[-‐‑‒–]$/u;

/** A word of a term: one of these forms, or all that begins so. */
export type TermWord = {forms: ReadonlySet<string>} | {stem: string};

/** A term as texts are read: Han to be found at any place (a single character as a word of its own), else words that follow one another. */
export type Term = {han: string} | {words: TermWord[]};

/** A word with its usual English inflections. */
export function inflections(word: string): string[] {
  const forms = [word, `${word}s`, `${word}'s`];
  if (word.length < 4) return forms;
  forms.push(`${word}es`, `${word}ed`, `${word}d`, `${word}ing`);
  if (word.endsWith("e")) forms.push(`${word.slice(0, -1)}ing`);
  if (word.endsWith("y")) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  return forms;
}

/** The tokens that terms are looked for in: hyphens left out. */
export const unhyphened = (tokens: readonly string[]): readonly string[] =>
  tokens.some((token) => hyphen.test(token)) ? tokens.filter((token) => !hyphen.test(token)) : tokens;

/** Reads a term as texts are read; a star after a word stands for any end. Null without a word. */
export function termOf(term: string): Term | null {
  const plain = plainText(term);
  if (han.test(plain)) return {han: plain.replaceAll("*", "")};
  const words: TermWord[] = [];
  let before = "";
  for (const token of tokensOf(plain, (run) => [run])) {
    if (isWordToken(token)) words.push({forms: new Set(inflections(token))});
    else if (token === "*" && isWordToken(before)) words.splice(-1, 1, {stem: before});
    before = token;
  }
  return words.length ? {words} : null;
}
