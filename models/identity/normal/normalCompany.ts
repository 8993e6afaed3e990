import {companyWords} from "./companyWords.ts";
import {hasHan, simplified} from "./han.ts";
import {doubtfulForms, hanEnds, hanForms, leadingForms, plainForms, shortForms} from "./legalForms.ts";
import {isMasked} from "./masked.ts";
import {isAscii, tidy} from "./tidy.ts";

const links = new Set(["and", "et", "und", "y", "de"]);
const besideHan = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * The core of a company's name, in lower-case ASCII words or simplified Han, or null where there is none or it is masked: legal
 * forms, case, width, diacritics and punctuation do not count, places do. "Apple (Shanghai) Co., Ltd." is apple shanghai,
 * 華為技術有限公司 is 华为技术. A name that is nothing but legal forms stays whole.
 */
export function normalCompany(raw: string | null): string | null {
  if (raw === null || isMasked(raw)) return null;
  const text = isAscii(raw) ? raw : simplified(tidy(raw));
  return core(text) || joined(companyWords(text)) || null;
}

/** Han forms inside or before others come to the end when those go, so a name in Han is read until nothing changes. */
function core(text: string): string {
  if (isAscii(text)) return joined(withoutForms(companyWords(text)));
  const rest = joined(withoutForms(companyWords(text.replace(hanForms, " ").trim().replace(hanEnds, ""))));
  return rest === text ? rest : core(rest);
}

/** Words without the legal forms at either end, nor the and or de that led to one: GmbH & Co. KG. */
function withoutForms(words: readonly string[]): string[] {
  let end = words.length;
  while (end > 0) {
    const form = formLength(words, end);
    if (form === 0) break;
    end -= form;
    while (end > 0 && links.has(words[end - 1]!)) end--;
  }
  let start = 0;
  while (start < end - 1 && leadingForms.has(words[start]!)) start++;
  return words.slice(start, end);
}

const isForm = (word: string): boolean => plainForms.has(word) || shortForms.has(word) || doubtfulForms.has(word);

/** How many words before `end` are one legal form: several where its letters stand apart, as in S A R L. */
function formLength(words: readonly string[], end: number): number {
  if (isForm(words[end - 1]!)) return 1;
  for (let length = 4; length > 1; length--) {
    const letters = words.slice(Math.max(0, end - length), end);
    if (letters.length === length && letters.every((word) => word.length === 1) && isForm(letters.join("")))
      return length;
  }
  return 0;
}

const joined = (words: readonly string[]): string => {
  const text = words.join(" ");
  return hasHan(text) ? text.replace(besideHan, "") : text;
};
