import type {Dice} from "./dice.ts";
import {CHINESE_FAMILY, CHINESE_GIVEN, GIVEN} from "./names.ts";

/** One slip of a hand that copies a word: two letters exchanged, one left out, doubled or mistaken. Short words stay as they are. */
export function slip(word: string, dice: Dice): string {
  if (word.length < 4) return word;
  const at = dice.int(1, word.length - 1);
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  return dice.pick([
    before + after.charAt(0) + letter + after.slice(1),
    before + after,
    before + letter + letter + after,
    before + dice.pick([..."aeiounrst"]) + after
  ]);
}

const FAMILIAR = new Map(
  `Amelia Millie|Oliver Ollie|Arthur Art|Oscar Ozzie|Harry Harold|Jack John|Henry Hal|Ella Eleanor|Theo Theodore|Rosie Rose
|Alfie Alfred|Sophie Sophia|Archie Archibald|Elsie Elizabeth|Alice Ali|Max Maxwell|Lucas Luke|Phoebe Phee|Isaac Zac|Evie Eve
|Daniel Dan|Matilda Tilly|Toby Tobias|Harriet Hattie|Samuel Sam|Callum Cal|Tess Theresa|Leo Leonard|Isla Isabella|George Georgie`
    .split("|")
    .map((pair) => pair.trim().split(" ") as [string, string])
);

/** What people who know somebody call them; null where nothing is usual. */
export const familiar = (given: string): string | null => FAMILIAR.get(given) ?? null;

/** Given names of women and of men take turns. */
export const isWoman = (given: string): boolean => GIVEN.indexOf(given) % 2 === 0;

const scripts = (pairs: readonly (readonly [string, string])[]) =>
  new Map(
    pairs.flatMap(([han, latin]) => [
      [han, latin],
      [latin, han]
    ])
  );
const OTHER_GIVEN = scripts(CHINESE_GIVEN);
const OTHER_FAMILY = scripts(CHINESE_FAMILY);

/** A Chinese name in the other script, characters or pinyin; null for other names. */
export function otherScript({given, family}: {given: string; family: string}): {given: string; family: string} | null {
  const [first, last] = [OTHER_GIVEN.get(given), OTHER_FAMILY.get(family)];
  return first === undefined || last === undefined ? null : {given: first, family: last};
}
