import {weighted} from "../../../data/generator/weighted.ts";
import type {Draws} from "./draws.ts";
import {shortFormsOf} from "./names.ts";
import {emailOf} from "./person.ts";
import {homeOf} from "./places.ts";
import {misheard, misread, typo} from "./typos.ts";

/** What an export says of a person; null where nothing is known. */
export interface Written {
  given: string | null;
  family: string | null;
  born: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  phone: string | null;
  email: string | null;
  country: string | null;
}

/** Changes a record as it is entered a second time. It may leave it as it is. `number` is the person's. */
type Fault = (record: Written, draws: Draws, number: number) => Written;
type Field = keyof Written;

/** A fault in the text of one of these fields, if it is known. */
const inText =
  (fields: readonly Field[], change: (text: string, draws: Draws) => string): Fault =>
  (record, draws) => {
    const field = draws.pick(fields);
    const text = record[field];
    if (text === null) return record;
    // Of an address only the part before the @: without one it is none, and its row would be rejected.
    const end = field === "email" ? text.slice(text.indexOf("@")) : "";
    return {...record, [field]: change(text.slice(0, text.length - end.length), draws) + end};
  };

const nickname: Fault = (record, draws) => {
  const short = shortFormsOf(record.given ?? "");
  return short.length ? {...record, given: draws.pick(short)} : record;
};
const swappedNames: Fault = (record) => ({...record, given: record.family, family: record.given});
const moved: Fault = (record, draws) => ({...record, ...homeOf(draws)});
const otherEmail: Fault = (record, draws, number) => {
  const {given, family} = record;
  // Other numbers than those of persons, so that nobody has it.
  return given && family ? {...record, email: emailOf({given, family}, 1e9 + number, draws)} : record;
};
const otherPhone: Fault = (record, draws) => ({...record, phone: `01${String(draws.below(1e9)).padStart(9, "0")}`});
const missing: Fault = (record, draws) => ({
  ...record,
  [draws.pick(["born", "street", "postcode", "city", "phone", "email"] as const)]: null
});

const swappedDay: Fault = (record) => {
  const [year, month, day] = record.born?.split("-") ?? [];
  return day !== undefined && Number(day) <= 12 ? {...record, born: `${year}-${day}-${month}`} : record;
};
/** Another digit at the end of the year, the month or the day, where that is a date. */
const wrongDigit: Fault = (record, draws) => {
  if (record.born === null) return record;
  const at = draws.pick([3, 3, 6, 9]);
  const born = `${record.born.slice(0, at)}${draws.below(10)}${record.born.slice(at + 1)}`;
  const time = Date.parse(born);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(born) ? {...record, born} : record;
};

/** What goes wrong, by how often. */
export const faults: readonly {name: string; weight: number; fault: Fault}[] = [
  {name: "typo in a name", weight: 22, fault: inText(["given", "family"], typo)},
  {name: "typo elsewhere", weight: 14, fault: inText(["street", "postcode", "city", "email"], typo)},
  {name: "misheard", weight: 8, fault: inText(["given", "family"], misheard)},
  {name: "misread", weight: 6, fault: inText(["given", "family", "street", "postcode", "email"], misread)},
  {name: "nickname", weight: 10, fault: nickname},
  {name: "swapped names", weight: 3, fault: swappedNames},
  {name: "moved house", weight: 8, fault: moved},
  {name: "other e-mail", weight: 10, fault: otherEmail},
  {name: "other telephone", weight: 5, fault: otherPhone},
  {name: "day and month swapped", weight: 4, fault: swappedDay},
  {name: "wrong digit in the birth date", weight: 5, fault: wrongDigit},
  {name: "missing field", weight: 5, fault: missing}
];

const choose = weighted(faults, ({weight}) => weight);

/** The record with so many faults, and more where it would still be what `original` is. */
export function faulty(record: Written, original: Written, times: number, draws: Draws, number: number): Written {
  let [written, done] = [record, 0];
  while (done < times || isSame(written, original)) {
    const next = choose(draws.next()).fault(written, draws, number);
    if (isSame(next, written)) continue;
    written = next;
    done++;
  }
  return written;
}

/** Whether two records say the same in every field. */
export const isSame = (a: Written, b: Written): boolean =>
  (Object.keys(a) as Field[]).every((field) => a[field] === b[field]);
