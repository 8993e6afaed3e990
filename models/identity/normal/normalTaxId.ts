import {isMasked} from "./masked.ts";
import {isPlaceholderNumber} from "./placeholderNumber.ts";
import {isResidentNumber} from "./residentNumber.ts";
import {isSocialCreditCode} from "./socialCreditCode.ts";
import {tidy} from "./tidy.ts";

const likeChinese = /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/;

/**
 * A registration, tax or national number in capitals and digits, or null: de 123-456-788 is DE123456788. A number of the shape of a
 * Chinese credit code or resident number whose check character is wrong is null, as are masked numbers, those under four
 * characters, and those that people invent (one character throughout, digits counted up or down).
 */
export function normalTaxId(raw: string | null): string | null {
  if (raw === null || isMasked(raw)) return null;
  const code = tidy(raw)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  if (code.length < 4 || /^(.)\1*$/.test(code)) return null;
  if (/^\d+$/.test(code) && isPlaceholderNumber(code)) return null;
  return !likeChinese.test(code) || isSocialCreditCode(code) || isResidentNumber(code) ? code : null;
}
