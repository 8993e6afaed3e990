import {isFrequentSurname, surnameLength} from "./chineseSurnames.ts";
import type {NameParts} from "./fullName.ts";
import {nameWords} from "./latinNames.ts";
import {isAscii} from "./tidy.ts";

const eastern = /[\p{Script=Han}\p{Script=Hangul}]/u;
const words = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;
const titles =
  /(?:先生|女士|小姐|太太|夫人|老师|总经理|经理|同学|医生|教授|博士|阿姨|叔叔|师傅|老板|主任|董事长|律师|工程师|护士|様|さん|님|씨)$/;
const short = /^(..?)(?:总|董)$/u;
const dots = /[·•‧・᛫]/;

/** Whether a name is written in Han or Hangul, whose family name comes first and needs no blank. */
export const isEastern = (text: string): boolean => !isAscii(text) && eastern.test(text);

/** A name in Han or Hangul without titles after it: 张先生 is 张, 王总 is 王. */
function withoutTitles(text: string): string {
  let name = text.trim();
  while (titles.test(name)) name = name.replace(titles, "").trim();
  const head = short.exec(name)?.[1];
  return head !== undefined && isFrequentSurname(head) ? head : name;
}

/** The name in the cell of a given or a family name, without its Latin spelling: 伟 Wei is 伟. */
export const easternCell = (text: string): string => withoutTitles(text).match(words)?.join("") ?? "";

/** Whether one cell in Han holds a family name and a given name, so far as its first character tells. */
export const isWhole = (text: string): boolean => {
  const length = surnameLength(text);
  return text.length > length && isFrequentSurname(text.slice(0, length));
};

/**
 * The parts of a full name in Han or Hangul: family name (of one character unless compound), then given name. A dot between names
 * (迈克尔·乔丹) is how foreign names in western order are written. Latin words beside it are further names.
 */
export function easternParts(full: string): NameParts {
  const text = withoutTitles(full);
  const latinWords = nameWords(text.replace(words, " "));
  const found = text.match(words) ?? [];
  if (dots.test(text) && found.length > 1) {
    return {given: found[0]!, middle: found.slice(1, -1).join(""), family: found.at(-1)!, han: found.join("")};
  }
  const middle = latinWords.join(" ");
  if (found.length === 2) return inOrder(found[0]!, found[1]!, middle);
  const name = found.join("");
  const length = surnameLength(name);
  if (name.length > length) return {given: name.slice(length), middle, family: name.slice(0, length)};
  return {given: latinWords[0] ?? "", middle: latinWords.slice(1).join(" "), family: name};
}

/** Two words are family and given name, unless only the second is a surname: western systems write them so. */
const inOrder = (first: string, second: string, middle: string): NameParts =>
  isFrequentSurname(second) && !isFrequentSurname(first)
    ? {given: first, middle, family: second}
    : {given: second, middle, family: first};
