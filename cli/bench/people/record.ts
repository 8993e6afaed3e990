import {drawsFor, type Draws} from "./draws.ts";
import {faulty, type Written} from "./faults.ts";
import {copyOf, firstRecordOf} from "./copies.ts";
import {personOf, type Person} from "./person.ts";

/** Which records: `duplicates` is the share of them whose person has been there before, at most one half. */
export interface People {
  seed: number;
  duplicates: number;
}

const STREAM = {known: 3, fault: 4};

/** Shares of records in which a field is not filled in; the names are never missing together. */
const UNKNOWN: [keyof Written, number][] = [
  ["born", 0.03],
  ["street", 0.03],
  ["postcode", 0.03],
  ["city", 0.03],
  ["country", 0.03],
  ["phone", 0.2],
  ["email", 0.3]
];

/**
 * The record at a place from 0, and the person it is of: a pure function of seed, share and place, so that a longer export begins
 * with a shorter one.
 */
export function recordOf(people: People, place: number): {person: number; record: Written} {
  const copy = copyOf(place, people.duplicates);
  if (copy.isFirst) return {person: copy.person, record: firstOf(people, copy.person, place)};
  const draws = drawsFor(people.seed, STREAM.fault, place);
  const original = firstOf(people, copy.person, firstRecordOf(copy.person, people.duplicates));
  const times = draws.pick([1, 1, 2, 2, 3]);
  const record = written(personOf(people.seed, copy.person), drawsFor(people.seed, STREAM.known, place));
  return {person: copy.person, record: faulty(record, original, times, draws, copy.person)};
}

const firstOf = ({seed}: People, person: number, place: number): Written =>
  written(personOf(seed, person), drawsFor(seed, STREAM.known, place));

/** What an export says of a person who is entered without a fault: some fields empty, the telephone in one of several forms. */
function written(person: Person, draws: Draws): Written {
  const record: Written = {...person, phone: phoneForm(person.phone, draws)};
  for (const [field, share] of UNKNOWN) if (draws.chance(share)) record[field] = null;
  if (draws.chance(0.03)) record[draws.pick(["given", "family"] as const)] = null;
  return record;
}

function phoneForm(phone: string, draws: Draws): string {
  const [a, b, c] = [phone.slice(0, 5), phone.slice(5, 8), phone.slice(8)];
  return draws.pick([
    phone,
    phone,
    `${a} ${b}${c}`,
    `${a} ${b} ${c}`,
    `+44${phone.slice(1)}`,
    `+44 ${a.slice(1)} ${b}${c}`
  ]);
}
