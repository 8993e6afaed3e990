import {isLuhn} from "./checkDigits.ts";

const day = String.raw`(?:(?:19|20)\d{2}([-/. ])(?:0?[1-9]|1[0-2])\X(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\X(?:19|20)\d{2}|(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|[12]\d|3[01])\X(?:19|20)\d{2})`;
/** The same mark twice in a day, whichever number its group has. */
const dayOf = (first: number): string => {
  let group = first;
  return day.replace(/\\X/g, () => `\\${group++}`);
};
const compactDay = String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
/** Days, days with the hour, two days, and spans of years: no number of anybody. */
const times = new RegExp(
  String.raw`^(?:${dayOf(1)}(?:(?: |, ?)\d{1,2}(?:[:.]?\d{2})?)?|${dayOf(4)}(?: ?[-–—,、] ?| )${dayOf(7)}|${compactDay}(?: ?[-–—] ?${compactDay})?|(?:19|20)\d{2} ?[-–—/] ?(?:19|20)\d{2})$`
);
const thousands = /^\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$/;
const amount = /^(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,5}[.,]\d{1,2})$/;
const mobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/;

/** Whether digits with marks between them are a day, an amount, several amounts or a range: no number of anybody. */
export function isQuantity(found: string): boolean {
  if (times.test(found)) return true;
  if (/[\p{L}+(]/u.test(found)) return false;
  const groups = found.match(/\d+/g) ?? [];
  return isAmount(found, groups) || isRound(groups);
}

function isAmount(found: string, groups: string[]): boolean {
  const mark = thousands.exec(found)?.[1];
  if (mark !== undefined && !found.startsWith("0")) {
    if (mark === "," || groups[0]!.length < 3 || groups.slice(1).every((group) => group === "000")) return true;
  }
  const tokens = found.split(/ +/);
  return (
    tokens.some((token) => amount.test(token)) && tokens.every((token) => amount.test(token) || /^\d{1,3}$/.test(token))
  );
}

const lengthsOf = (groups: string[]): string => groups.map((group) => group.length).join("-");

/** Sizes and ranges: 120-80-60, 1000-1500 1600. */
const isRound = (groups: string[]): boolean =>
  groups.length > 1 &&
  groups.every((group) => /^[1-9]\d{0,4}$/.test(group) && group.endsWith("0")) &&
  lengthsOf(groups) !== "3-3-4";

/** Marks that more often part several numbers. */
export const parting = /([,，。、_*/·]+| +[-–—] +| {3,})/;

/** Whether there are such marks in what has not the shape of one telephone's or card's number. */
export function isOddlyParted(found: string): boolean {
  if (!parting.test(found)) return false;
  const groups = found.match(/\d+/g)!;
  const digits = groups.join("");
  if (mobile.test(digits) || (digits.length === 18 && groups.length < 5)) return false;
  const marks = new Set(found.match(/(?<=\d)\D+(?=\d)/g));
  const isListed = /[,，。、]/.test(found);
  if (isListed && (marks.size > 1 || groups.length < 3)) return true;
  const isPhone = lengthsOf(groups) === "3-3-4" || (/^\(?[0+]/.test(found) && digits.length <= 13);
  const isCard =
    digits.length >= 13 &&
    digits.length <= 19 &&
    marks.size === 1 &&
    (isLuhn(digits) || groups.slice(0, -1).every((group) => group.length === 4));
  return !isPhone && !isCard;
}
