import type {Street} from "./normalStreet.ts";
import {numberWords, shortWords, unitWords} from "./streetWords.ts";

const initialDot = /(?<=\b[a-z])\./g;
const range = /(\d)\s*[-/]\s*(?=\d)/g;
const letterAfter = /(\d)[-/](?=[a-z]\b)/g;
const looseHyphen = /-(?!\d)|(?<!\d)-/g;
const houseNumber = /^\d+(?:-\d+)*[a-z]?$/;
const unitNumber = /^(?:\d+[a-z]?|[a-z]\d*|\d+-\d+)$/;
const ordinal = /^\d+(?:st|nd|rd|th)$/;
const compound = /^(.{3,})(?:strasse|straat)$/;
const platz = /^(.{3,})platz$/;

const short = (word: string): string =>
  shortWords.get(word) ?? (word.length > 7 ? word.replace(compound, "$1str").replace(platz, "$1pl") : word);

/** The house number (the first number that is not part of a building) and the words of a street in lower-case ASCII. */
export function latinStreet(text: string): Street {
  const all = text
    .replace(initialDot, "")
    .replace(/^\s*#/, "")
    .replace(/#/g, " unit ")
    .replace(/['`]/g, "")
    .replace(range, "$1-")
    .replace(letterAfter, "$1")
    .replace(looseHyphen, " ")
    .split(/[^a-z0-9-]+/);
  let number: string | null = null;
  const words: string[] = [];
  for (let index = 0; index < all.length; index++) {
    const [word, next] = [all[index]!, all[index + 1] ?? ""];
    if (word === "" || (numberWords.has(word) && /^\d/.test(next))) continue;
    if (unitWords.has(word) && unitNumber.test(next)) index++;
    else if (ordinal.test(word) && (next === "floor" || next === "fl")) index++;
    else if (number === null && houseNumber.test(word)) {
      number = word;
      if (words.length > 0 && /\d$/.test(word) && /^[a-z]$/.test(next)) number += all[++index]!;
    } else words.push(short(word));
  }
  return {number, street: words.join(" ") || null};
}
