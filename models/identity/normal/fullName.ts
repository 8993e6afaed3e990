import {easternCell, easternParts, isEastern} from "./easternNames.ts";
import {familyStart, isAppendix, nameWords} from "./latinNames.ts";
import {threeSyllables} from "./pinyinNames.ts";

/** The parts of a name in the script in which they are written; "" where there is none. */
export interface NameParts {
  given: string;
  middle: string;
  family: string;
  /** The whole in Han, where it is not family name and given name in a row. */
  han?: string;
}

/**
 * The parts of a name that stands in one cell: "Family, Given Middle", a name in Han or Hangul, or the western order of given,
 * further and family names. One word alone is a given name, one Han character a family name.
 */
export function fullNameParts(text: string): NameParts {
  const [family, ...after] = text.split(",").filter((part, index) => index === 0 || !isAppendix(part));
  if (after.length > 0 && family!.trim() !== "") return {...givenParts(after.join(" ")), family: familyPart(family!)};
  return isEastern(text) ? easternParts(text) : westernParts(nameWords(family!));
}

/** The family name in its cell, in one word. */
export const familyPart = (text: string): string => (isEastern(text) ? easternCell(text) : nameWords(text).join(""));

/** The parts of the cell of a given name. */
export function givenParts(text: string): {given: string; middle: string} {
  if (isEastern(text)) return {given: easternCell(text), middle: ""};
  const [given = "", ...middle] = nameWords(text);
  return {given, middle: middle.join(" ")};
}

function westernParts(words: string[]): NameParts {
  if (words.length < 2) return {given: words[0] ?? "", middle: "", family: ""};
  const chinese = threeSyllables(words);
  if (chinese !== null) return {...chinese, middle: ""};
  const start = familyStart(words);
  return {given: words[0]!, middle: words.slice(1, start).join(" "), family: words.slice(start).join("")};
}
