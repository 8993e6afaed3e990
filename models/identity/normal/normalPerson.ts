import {isEastern, isWhole} from "./easternNames.ts";
import {familyPart, fullNameParts, givenParts, type NameParts} from "./fullName.ts";
import {isHan} from "./han.ts";
import {personText} from "./personText.ts";
import {familyInLetters, givenInLetters} from "./pinyin.ts";
import {isChineseGiven} from "./pinyinNames.ts";

/** A name in the forms that are compared: lower-case letters and digits, null where a part is not known. */
export interface Person {
  /** First given name. */
  given: string | null;
  /** Further given names, parted by blanks. */
  middle: string | null;
  /** Family name with its particles in one word: van der Berg is vanderberg. */
  family: string | null;
  /** Family and given name in simplified Han, where they were written in Han: 陳偉 is 陈伟. */
  han: string | null;
}

/**
 * A person's name from the cells of given, family and full name, any of which may be null; the full name tells what the others
 * leave out. Width, case, diacritics, titles, suffixes, hyphens and apostrophes do not count, and other scripts are written in
 * Latin letters: 张伟, 張偉, "Zhang, Wei" and Mr. Wei ZHANG are all wei zhang. The order of a Chinese name in Latin letters without
 * a comma cannot be known and is taken as western: compare swapped names too.
 */
export function normalPerson(given: string | null, family: string | null, full: string | null): Person {
  const whole = personText(full);
  const parts = partsOf(personText(given), personText(family), whole);
  const read = inLetters(parts);
  return {
    given: read.given || null,
    middle: read.middle || null,
    family: read.family || null,
    han: hanOf(parts) ?? (whole !== null && isEastern(whole) ? hanOf(fullNameParts(whole)) : null)
  };
}

function hanOf({given, family, han = family + given}: NameParts): string | null {
  return given !== "" && family !== "" && isHan(han) ? han : null;
}

function partsOf(given: string | null, family: string | null, full: string | null): NameParts {
  if (given !== null && family !== null) return ofCells(given, family);
  const cell = given ?? family;
  if (cell === null) return full === null ? ofCells("", "") : fullNameParts(full);
  const whole = full === null ? null : oriented(fullNameParts(full), given, family);
  if (whole !== null && whole.given !== "" && whole.family !== "") return whole;
  return cell.includes(",") || (isEastern(cell) && isWhole(cell))
    ? fullNameParts(cell)
    : ofCells(given ?? "", family ?? "");
}

function ofCells(given: string, family: string): NameParts {
  const [first, last] = [givenParts(given), familyPart(family)];
  if (isEastern(given) && last !== "" && first.given.startsWith(last) && first.given !== last) {
    return {...first, given: first.given.slice(last.length), family: last};
  }
  return first.middle !== "" && isChineseGiven([first.given, first.middle], last)
    ? {given: first.given + first.middle, middle: "", family: last}
    : {...first, family: last};
}

/** A full name turned round where the one cell that is filled says so. */
function oriented(parts: NameParts, given: string | null, family: string | null): NameParts {
  const [read, cells] = [inLetters(parts), inLetters(ofCells(given ?? "", family ?? ""))];
  const isTurned = given !== null ? read.family === cells.given : read.given === cells.family;
  return isTurned ? {...parts, given: parts.family, family: parts.given} : parts;
}

const plain = /^[a-z0-9 ]*$/;
const spelled = (part: string, inScript: (part: string) => string) => (plain.test(part) ? part : inScript(part));

/** Parts in letters; those of western names are already. */
const inLetters = ({given, middle, family}: NameParts): NameParts => ({
  given: spelled(given, givenInLetters),
  middle: spelled(middle, givenInLetters),
  family: spelled(family, familyInLetters)
});
