import {surnameLength, isFrequentSurname} from "../../identity/normal/chineseSurnames.ts";
import {hasHan, isHan, simplified} from "../../identity/normal/han.ts";
import {isCompanyName} from "../../identity/normal/isCompanyName.ts";
import {latin} from "../../identity/normal/latin.ts";
import {familyInLetters, givenInLetters} from "../../identity/normal/pinyin.ts";
import {tidy} from "../../identity/normal/tidy.ts";
import {desks} from "./nameWords.ts";

/** How names are looked for: whole, and those of people by each of their parts. */
export interface Known {
  /** Single words, folded. */
  parts: Set<string>;
  /** Several words in a row, folded, by the first of them. */
  phrases: Map<string, string[][]>;
  /** Whole names in simplified Han, with blanks and without. */
  han: Set<string>;
  /** Given names in Han, which count only where they are a word. */
  given: Set<string>;
  /** Family names in Han, which count only beside a title. */
  families: Set<string>;
}

/** A word without case, accents, apostrophes and hyphens: O’Neil is oneil, García garcia. */
export const folded = (word: string): string => latin(word).replace(/[^a-z0-9]/g, "");

const folk = /客服|售后|团队|小组|部$|组$/;

/** What to look for, of names as they are written; `companies` and names that say they are an organisation's are looked for as a whole only. */
export function knownNames(names: Iterable<string>, companies: Iterable<string> = []): Known {
  const known: Known = {parts: new Set(), phrases: new Map(), han: new Set(), given: new Set(), families: new Set()};
  const whole = new Set([...companies].map((name) => simplified(tidy(name))));
  for (const name of whole) addWhole(known, name);
  for (const raw of names) {
    const name = simplified(tidy(raw));
    if (whole.has(name)) continue;
    if (isCompanyName(name)) addWhole(known, name);
    else if (hasHan(name)) addHan(known, name);
    else addLetters(known, name);
  }
  return known;
}

function addPhrase({phrases, parts}: Known, words: string[]): void {
  if (words.join("").length < 4) return;
  if (words.length === 1) parts.add(words[0]!);
  else phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), words]);
}

function addWhole(known: Known, name: string): void {
  if (hasHan(name)) {
    if (name.length > 1) known.han.add(name.replace(/\s+/g, ""));
  } else
    addPhrase(
      known,
      name
        .split(/[^\p{L}\p{M}\p{N}']+/u)
        .map(folded)
        .filter(Boolean)
    );
}

function addLetters(known: Known, name: string): void {
  const words = name
    .split(/[\s,;.·•]+/)
    .map(folded)
    .filter((word) => word && !desks.has(word));
  for (const word of words) if (word.length > 2) known.parts.add(word);
  if (words.length < 2) return;
  addPhrase(known, words);
  addPhrase(known, [...words.slice(-1), ...words.slice(0, -1)]);
}

/** A name in Han, with Latin words beside it apart; its parts with a dot between are names of their own. */
function addHan(known: Known, name: string): void {
  addLetters(known, name.replace(/[^\p{L}\p{M}' -]|\p{Script=Han}/gu, " "));
  const parts = name.split(/[^\p{Script=Han}]+/u).filter(Boolean);
  const joined = parts.join("");
  if (folk.test(joined) || joined.length > 12) return;
  if (/[·•・]/.test(name)) for (const part of parts) if (part.length > 1) known.han.add(part);
  if (joined.length < 2) {
    if (isFrequentSurname(joined)) known.families.add(joined);
    return;
  }
  const length = surnameLength(joined);
  const [family, given] = [joined.slice(0, length), joined.slice(length)];
  if (!isFrequentSurname(family) && joined.length === 2) {
    known.given.add(joined);
    return;
  }
  for (const spelled of [joined, `${family} ${given}`, [...joined].join(" ")]) known.han.add(spelled);
  known.families.add(family);
  if (given.length === 2) known.given.add(given);
  if (joined.length < 5 && isHan(joined)) addPinyin(known, family, given);
}

function addPinyin(known: Known, family: string, given: string): void {
  if (!given) return;
  const surname = familyInLetters(family);
  const syllables = [...given].map(givenInLetters);
  for (const words of [syllables, [syllables.join("")]]) {
    addPhrase(known, [surname, ...words]);
    addPhrase(known, [...words, surname]);
  }
  for (const word of [surname + syllables.join(""), syllables.join("") + surname])
    if (word.length > 4) known.parts.add(word);
}
