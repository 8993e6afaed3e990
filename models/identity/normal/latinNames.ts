import {latin} from "./latin.ts";

const titles = new Set(
  "mr mrs ms miss mx dr prof professor sir madam madame mister mme mlle herr frau sra srta senor senora senorita rev capt sgt".split(
    " "
  )
);
const suffixes = new Set("jr sr jnr snr junior senior ii iii iv phd md dds esq mba cpa".split(" "));

/** Words that belong to the family name that follows. */
const particles = new Set(
  "van von der den de del della di da do dos das du la le el al bin ibn ter ten zu zur zum af av mac mc st".split(" ")
);

const simple = /^[A-Za-z]+$/;
const degree = /\b(m\.\s?d|ph\.?\s?d|d\.d\.s)\b\.?\s*$/;

/**
 * The words of a name in any script, in lower-case letters and digits, without titles (Mr, Frau) and suffixes (Jr, PhD). Hyphens
 * and apostrophes do not part a word: O'Brien is obrien, Jean-Luc is jeanluc. Lv and Lyu are lu, the letters of 吕.
 */
export function nameWords(text: string): string[] {
  const all = simple.test(text) ? [text.toLowerCase()] : wordsOf(latin(text));
  if (all.length === 1) return titles.has(all[0]!) ? [] : [spelled(all[0]!)];
  let start = 0;
  while (start < all.length && titles.has(all[start]!)) start++;
  let end = all.length;
  while (end > start + 1 && suffixes.has(all[end - 1]!)) end--;
  return all.slice(start, end).map(spelled);
}

const spelled = (word: string): string => (word === "lv" || word === "lyu" ? "lu" : word);

const wordsOf = (text: string): string[] =>
  text
    .replace(degree, (found) => ` ${found.replace(/[.\s]/g, "")}`)
    .replace(/['`]|(?<=[a-z0-9])-(?=[a-z0-9])/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => /[a-z]/.test(word));

/** Whether the part of a name after a comma is only a suffix or a title, as in John Smith, Jr. */
export const isAppendix = (part: string): boolean => {
  const words = wordsOf(latin(part));
  return words.every((word) => suffixes.has(word) || titles.has(word));
};

/** Where the family name begins in the words of a full name in western order: its particles belong to it. */
export function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!)) start--;
  return start;
}
