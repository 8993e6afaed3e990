import {companyWords} from "./companyWords.ts";
import {simplified} from "./han.ts";
import {doubtfulForms, hanOrganisation, organisationWords, plainForms, shortForms} from "./legalForms.ts";
import {isAscii, tidy} from "./tidy.ts";

const lastWord = /([\p{L}.]+?)\)?\s*$/u;
const coWithSign = /&\s*co\b|\bco\.(?:\s|,|$)|\ba\/s\b/i;
const russianForm = /^\s*(?:[ОПЗ]?АО|ООО|[OPZ]AO|OOO)\s/;

/**
 * Whether a name says that it is an organisation's: it has a legal form (Ltd, GmbH, 有限公司) or a word such as university, bank or
 * 医院. Short forms that are also surnames (Sa, Co) count with dots, or in capitals at the end of a name that is not all in
 * capitals.
 */
export function isCompanyName(raw: string | null): boolean {
  if (raw === null) return false;
  const text = isAscii(raw) ? raw : simplified(tidy(raw));
  if (hanOrganisation.test(text.trim()) || coWithSign.test(text) || russianForm.test(text)) return true;
  const words = companyWords(text);
  if (words.some((word) => plainForms.has(word))) return true;
  if (words.length < 2) return false;
  if (words.some((word) => organisationWords.has(word))) return true;
  const last = words.at(-1)!;
  return shortForms.has(last) || (doubtfulForms.has(last) && isWrittenAsForm(text));
}

function isWrittenAsForm(text: string): boolean {
  const written = lastWord.exec(text)?.[1] ?? "";
  return written.slice(0, -1).includes(".") || (written === written.toUpperCase() && text !== text.toUpperCase());
}
