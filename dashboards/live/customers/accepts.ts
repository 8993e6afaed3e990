import {contactTests} from "../../pages/customers/contact.ts";
import type {WordColumn} from "../../pages/customers/shape.ts";
import {orderedIn, type Base} from "./base.ts";
import {cohortOf, groupOf, weekIndex} from "./cohortText.ts";
import type {ListFilters} from "./filters.ts";
import {elapsedIn, type Trails} from "./trails.ts";

export type Test = (row: number) => boolean;

/** Whether a customer is in one of some words of a column. */
const isWord = (base: Base, column: WordColumn, wanted: (name: string) => boolean): Test => {
  const codes = new Set(base.words[column].names.flatMap((name, code) => (name !== "" && wanted(name) ? [code] : [])));
  return (row) => codes.has(base.words[column].codes[row]!);
};

/** Fewer digits of a telephone number than these are in too many of them. */
const leastDigits = 4;
const digitsOf = (text: string): string => text.replace(/\D/g, "");

/**
 * Whether a key, the name of the segment or a published personal column holds the text, whatever its case; of a telephone number the digits alone count, without
 * the zeros that lead them inside a country.
 */
function finds(base: Base, text: string, segmentNames: (segment: string) => string[]): Test {
  const wanted = text.trim().toLowerCase();
  const upper = wanted.toUpperCase();
  const inSegment = isWord(base, "segment", (name) =>
    segmentNames(name).some((word) => word.toLowerCase().includes(wanted))
  );
  const {phone, ...texts} = base.personal;
  const personal = Object.values(texts);
  const digits = /^[\d\s()+./-]+$/.test(wanted) ? digitsOf(wanted).replace(/^0+/, "") : "";
  return (row) =>
    base.keys[row]!.includes(upper) ||
    inSegment(row) ||
    personal.some((column) => column[row]!.toLowerCase().includes(wanted)) ||
    (phone !== undefined && digits.length >= leastDigits && digitsOf(phone[row]!).includes(digits));
}

function orderedInOrAfter(base: Base, row: number, month: number): boolean {
  for (let later = month; later < base.monthBytes * 8; later++) if (orderedIn(base, row, later)) return true;
  return false;
}

/** Whether a customer ordered in an elapsed period, or in it or later. */
function orderedAt(
  {first, days, offsets}: Trails,
  row: number,
  period: keyof typeof elapsedIn,
  k: number,
  orLater: boolean
): boolean {
  const start = first[row]!;
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
    const elapsed = elapsedIn[period](start, days[i]!);
    if (elapsed === k || (orLater && elapsed > k)) return true;
  }
  return false;
}

/** Whether a customer is in a group of the cohorts; nobody is in one that is not there. */
function isInGroup(trails: Trails | undefined, {trait, name}: NonNullable<ReturnType<typeof groupOf>>): Test {
  const groups = trails?.groups[trait];
  const number = groups ? groups.names.indexOf(name) : -1;
  return (row) => number >= 0 && groups!.numbers[row] === number;
}

/** Which customers the filters choose; empty filters choose all. `segmentNames` gives a segment's names in every language. */
export function accepts(base: Base, filters: ListFilters, segmentNames: (segment: string) => string[]): Test {
  const tests: Test[] = [];
  const {q, recency, frequency, cohort, month, counted} = filters;
  if (q.trim() !== "") tests.push(finds(base, q, segmentNames));
  for (const column of ["segment", "abc", "stage", "band", "channel", "country", "party"] as const) {
    const word = filters[column];
    if (word !== "") tests.push(isWord(base, column, (name) => name === word));
  }
  if (recency !== "") tests.push((row) => base.numbers.recency[row] === Number(recency));
  if (frequency !== "") tests.push((row) => base.numbers.frequency[row] === Number(frequency));
  if (filters.tenth !== "") tests.push((row) => base.numbers.tenth[row] === Number(filters.tenth));
  const mayBe = contactTests[filters.contact];
  if (mayBe) tests.push((row) => mayBe(base.numbers.contact[row]!));
  if (filters.tickets === "open") tests.push((row) => base.numbers.openTickets[row]! > 0);
  const first = cohortOf(cohort);
  if (first?.kind === "month") tests.push((row) => base.numbers.cohort[row] === first.index);
  if (first?.kind === "quarter") tests.push((row) => Math.floor(base.numbers.cohort[row]! / 3) === first.index);
  const {trails} = base;
  if (first?.kind === "week")
    tests.push(
      (row) => trails !== undefined && trails.first[row]! >= 0 && weekIndex(trails.first[row]!) === first.index
    );
  for (const period of ["week", "quarter", "rolling"] as const) {
    const k = filters[period];
    if (k !== "")
      tests.push((row) => trails !== undefined && orderedAt(trails, row, period, Number(k), counted === "later"));
  }
  const group = groupOf(filters.group);
  if (group) tests.push(isInGroup(trails, group));
  const ordered = counted === "later" ? orderedInOrAfter : orderedIn;
  if (month !== "") tests.push((row) => ordered(base, row, Number(month)));
  return (row) => tests.every((test) => test(row));
}
