import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber
} from "libphonenumber-js/min";
import {isMasked} from "./masked.ts";
import {isPlaceholderNumber} from "./placeholderNumber.ts";
import {isAscii, tidy} from "./tidy.ts";

const mobileOfChina = /^(?:\+?86|0086)?(1[3-9]\d{9})$/;
const ofNorthAmerica = /^(?:\+?1)?([2-9]\d{9})$/;
const spaced = /[\s()-]/g;
const rounded = /\d[eE]\+\d/;
const chineseExtension = /\s*(?:转|轉|分机|分機|内线|內線)\s*\d+\D*$/;
const several = /[;,、，/|]|\s(?:or|and)\s|[或和]/;
const asDecimal = /^(\+?\d+)\.0$/;
const leastDigits = 8;

/**
 * A telephone number in E.164, as +8613800138000, or null. `region` (ISO 3166 alpha-2) is the country of numbers that do not say
 * theirs; without it these are null. Words around the number and its extension do not count; of several numbers the first that
 * is one does. Masked numbers, numbers rounded by a spreadsheet, numbers of an impossible length or of under eight digits with
 * the country's code, and those that people invent (one digit, 12345678) are null. Google's libphonenumber decides.
 */
export function normalPhone(raw: string | null, region: string | null): string | null {
  if (raw === null) return null;
  const quick = quickly(raw, region);
  if (quick !== null) return isPlaceholderNumber(quick.slice(region === "CN" ? 3 : 2)) ? null : quick;
  if (isMasked(raw) || rounded.test(raw)) return null;
  const text = (isAscii(raw) ? raw : tidy(raw).replace(chineseExtension, "")).replace(asDecimal, "$1");
  const country = region !== null && isSupportedCountry(region) ? region : undefined;
  return numberIn(text, country) ?? firstOf(text.split(several), country);
}

/** What the library would say of the two kinds of number that are most of all, without its 15 µs; null: ask it. */
export function quickly(raw: string, region: string | null): string | null {
  if (region !== "CN" && region !== "US" && region !== "CA") return null;
  const digits = raw.replace(spaced, "");
  const match = (region === "CN" ? mobileOfChina : ofNorthAmerica).exec(digits);
  return match && (region === "CN" ? "+86" : "+1") + match[1]!;
}

function firstOf(parts: string[], country: CountryCode | undefined): string | null {
  if (parts.length < 2) return null;
  for (const part of parts) {
    const number = numberIn(part, country);
    if (number !== null) return number;
  }
  return null;
}

function numberIn(text: string, country: CountryCode | undefined): string | null {
  const found = parsed(text, country);
  if (found === undefined || !found.isPossible() || found.number.length <= leastDigits) return null;
  return isPlaceholderNumber(found.nationalNumber) || isPlaceholderNumber(text) ? null : found.number;
}

/** People write 00 before a country's code wherever they live, also where the way out is 011. */
function parsed(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const here = parsePhoneNumberFromString(text, country);
  const out = /^[^\d+]*00(?=[1-9])/.exec(text);
  if (out === null || here?.isValid()) return here;
  const abroad = parsePhoneNumberFromString(`+${text.slice(out[0].length)}`);
  return abroad?.isPossible() ? abroad : here;
}
