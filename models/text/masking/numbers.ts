import {isResidentNumber} from "../../identity/normal/residentNumber.ts";
import {isIban, isLuhn} from "./checkDigits.ts";
import {spansOf, type Span} from "./masks.ts";

/** Digits from which on a number could be somebody's. */
const leastDigits = 7;

/** Digits with at most two blanks, dots, dashes or brackets between them, but no end of a sentence; letters right before them belong to it, as in a passport number. */
const digitRun =
  /(?<!\d)(?:(?<!\p{Script=Latin})\p{Script=Latin}{1,4}[-#]?)?\+?\(?\d(?:(?!\. )[ .()\-–—]{0,2}\d){5,}(?:[ -]?[xX](?![\p{L}\d]))?/gu;
/** Numbers of orders, also short ones. */
const orderNumber =
  /(?:#|(?<!\p{Script=Latin})(?:order|ref(?:erence)?|ticket|invoice|case)(?: ?(?:no\.?|number|num|id))?[ :#]{1,3}|(?:订单|单号|工单|发票)(?:编?号|号码)?[:：# 是]{0,2})(?<x>[A-Z]{0,4}-?\d{3,})/giu;
/** 一三八… as people write numbers out. */
const hanRun =
  /[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖](?:[ -]?[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]){6,}/g;
const ibanStart = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}/gi;
/** British national insurance numbers. */
const insurance = /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/gi;

const day = String.raw`(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:19|20)\d{2}|(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|[12]\d|3[01])\3(?:19|20)\d{2}`;
/** Days, days with the hour, and spans of years: no number of anybody. */
const isTime = new RegExp(
  String.raw`^(?:(?:${day})(?: \d{1,2}(?:[:.]?\d{2})?)?|(?:19|20)\d{2} ?[-–—/] ?(?:19|20)\d{2})$`
);

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Numbers that could be somebody's: of telephones, cards, accounts, persons, orders. */
export function numberSpans(flat: string): Span[] {
  const spans = /\d/.test(flat)
    ? [
        ...ibanSpans(flat),
        ...spansOf(flat, insurance, "id"),
        ...spansOf(flat, orderNumber, "phone"),
        ...spansOf(
          flat,
          digitRun,
          "phone",
          (found) => digitsOf(found).length >= leastDigits && !isTime.test(found)
        ).map((span): Span => ({...span, mask: kindOf(flat.slice(span.from, span.to))}))
      ]
    : [];
  return [...spans, ...spansOf(flat, hanRun, "phone")];
}

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
