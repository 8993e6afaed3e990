import {isResidentNumber} from "../../identity/normal/residentNumber.ts";
import {isIban, isLuhn} from "./checkDigits.ts";
import {spansOf, type Span} from "./masks.ts";
import {isOddlyParted, isQuantity, parting} from "./quantities.ts";

/** Digits from which on a number could be somebody's. */
const leastDigits = 7;
/** Digits in Han of which a number is taken to be one that somebody wrote out. */
const leastHan = 4;

/** Digits with a few marks between them, but no end of a sentence; letters right before them belong to it, as in a passport number. */
const digitRun =
  /(?<!\d)(?:(?<!\p{Script=Latin})\p{Script=Latin}{1,4}[-#]?)?\+?\(?\d(?:(?![ .()\-–—_*/·]{0,2}\. )(?:[ .()\-–—_*/·]{0,3}|[,，。、])\d){5,}(?:[ -]?[xX](?![\p{L}\d]))?/gu;
const ibanStart = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}/gi;
/** British national insurance numbers. */
const insurance = /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/gi;
/** A number, also a short one, after a word that says that it is a telephone's. */
const announced =
  /(?:(?<!\p{L})(?:phone|tel|telephone|mobile|cell|fax)(?: ?(?:no\.?|number|is))?|电话|手机|座机|热线)(?:号码|号|是)? ?[.:：]? ?(?<x>\d(?:[ -]?\d){4,})(?! ?(?:mah|元|块|年|gb|pieces|pcs|times))/giu;

const hanDigits = new Map(
  [..."零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖"].map((unit, i) => [unit, "0012345678912123456789"[i]!])
);
const hanDigit = /[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]/g;
const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Numbers that could be somebody's: of telephones, cards, accounts and persons, in digits or written out in Han. */
export function numberSpans(flat: string): Span[] {
  const han = flat.match(hanDigit)?.length ?? 0;
  return [
    ...(/\d/.test(flat)
      ? [...ibanSpans(flat), ...spansOf(flat, insurance, "id"), ...spansOf(flat, announced, "phone"), ...runSpans(flat)]
      : []),
    ...(han >= leastHan ? hanSpans(flat) : [])
  ];
}

const runSpans = (flat: string): Span[] =>
  [...flat.matchAll(digitRun)].flatMap(({0: found, index}) => partsOf(found, index));

/** A run as a number, or the parts of it that are numbers where the marks in it part several. */
function partsOf(found: string, from: number): Span[] {
  if (digitsOf(found).length < leastDigits || isQuantity(found)) return [];
  if (!isOddlyParted(found)) return [{from, to: from + found.length, mask: kindOf(found)}];
  let at = from;
  return found.split(parting).flatMap((part, i) => {
    const start = at;
    at += part.length;
    return i % 2 ? [] : partsOf(part, start);
  });
}

/** 一三八… as people write numbers out, also beside digits. */
const hanSpans = (flat: string): Span[] =>
  runSpans(flat.replace(hanDigit, (unit) => hanDigits.get(unit)!)).filter(
    ({from, to}) => (flat.slice(from, to).match(hanDigit)?.length ?? 0) >= leastHan
  );

/** International bank account numbers, with or without blanks: the longest that checks, from each place where one could begin. */
const ibanSpans = (flat: string): Span[] =>
  spansOf(flat, ibanStart, "iban").flatMap(({from, mask}) => {
    let [compact, to] = ["", 0];
    for (let i = from; i < flat.length && compact.length < 34 && /[A-Za-z0-9 ]/.test(flat[i]!); i++) {
      if (flat[i] === " ") continue;
      compact += flat[i]!.toUpperCase();
      if (!/[A-Za-z0-9]/.test(flat[i + 1] ?? "") && isIban(compact)) to = i + 1;
    }
    return to ? [{from, to, mask}] : [];
  });

function kindOf(found: string): Span["mask"] {
  const compact = found.replace(/[^\dxX]/g, "").toUpperCase();
  if (isResidentNumber(compact)) return "id";
  const digits = digitsOf(found);
  return digits.length >= 13 && digits.length <= 19 && isLuhn(digits) ? "card" : "phone";
}
