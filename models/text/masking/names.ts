import {hasHan} from "../../identity/normal/han.ts";
import {hanNameSpans} from "./hanNames.ts";
import {folded, type Known} from "./knownNames.ts";
import type {Span} from "./masks.ts";
import {beginners, words} from "./nameWords.ts";

export {knownNames, type Known} from "./knownNames.ts";

const letter = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`;
const wordAt = new RegExp(String.raw`${letter}[${letter.slice(1, -1)}\p{M}]*(?:['-]${letter}+)*`, "gu");
/** Letters of a part that stands for somebody only with a capital: Lee, Ann. */
const shortest = 3;
/** Units that may stand between the words of a name. */
const widestGap = 3;

/** Where these names stand in a text: whole words in alphabets, any place in Han. */
export const nameSpans = (flat: string, known: Known): Span[] => [
  ...(known.han.size + known.given.size && hasHan(flat) ? hanNameSpans(flat, known) : []),
  ...(known.parts.size || known.phrases.size ? latinSpans(flat, known) : [])
];

interface Word {
  from: number;
  to: number;
  word: string;
  plain: string;
}

function latinSpans(flat: string, known: Known): Span[] {
  const all = [...flat.matchAll(wordAt)].map(({0: found, index}): Word => {
    const word = found.replace(/'s$/i, "");
    return {from: index, to: index + word.length, word, plain: folded(word)};
  });
  const spans: Span[] = [];
  for (let i = 0; i < all.length; i++) {
    const count = phraseAt(flat, all, i, known) || Number(isPart(flat, all[i]!, known));
    if (!count) continue;
    spans.push({from: all[i]!.from, to: all[i + count - 1]!.to, mask: "name"});
    i += count - 1;
  }
  return spans;
}

const isCapital = ({word}: Word): boolean => /^\p{Lu}/u.test(word);

/** How many words from here on are a known name; 0: none. Names with a part of under three letters need capitals. */
function phraseAt(flat: string, all: Word[], from: number, {phrases}: Known): number {
  let longest = 0;
  for (const phrase of phrases.get(all[from]!.plain) ?? []) {
    const found = all.slice(from, from + phrase.length);
    const isThere =
      phrase.length > longest &&
      found.length === phrase.length &&
      phrase.every((word, i) => found[i]!.plain === word && (i === 0 || isNear(flat, found[i - 1]!, found[i]!))) &&
      (found.every(isCapital) ||
        (phrase.every((word) => word.length > 2) && !phrase.every((word) => beginners.has(word))));
    if (isThere) longest = phrase.length;
  }
  return longest;
}

const isNear = (flat: string, before: Word, after: Word): boolean =>
  after.from - before.to <= widestGap && /^[\s,.&+-]*$/.test(flat.slice(before.to, after.from));

function isPart(flat: string, found: Word, {parts}: Known): boolean {
  const {word, plain, from} = found;
  if (!parts.has(plain) && !(word.includes("-") && word.split("-").some((part) => parts.has(folded(part)))))
    return false;
  if (!words.has(plain) && plain.length > shortest) return true;
  const isFirst = () => /(?:^|[.!?]\s{0,3})$/.test(flat.slice(Math.max(0, from - 4), from));
  return isCapital(found) && !(beginners.has(plain) && isFirst());
}
