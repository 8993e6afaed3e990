import type {SavBytes} from "./savBytes.ts";
import {Unreadable} from "./unreadable.ts";

/** A variable as its record gives it; text is still in bytes, since the encoding comes later in the file. */
export interface RawVariable {
  shortName: Buffer;
  /** Bytes of a string, 0 for a number. */
  width: number;
  /** Code of the print format. */
  format: number;
  /** Place of its first 8 bytes in a case, in elements of 8 bytes. */
  at: number;
  /** Eight bytes each. */
  missing: Buffer[];
  /** Whether the first two missing values are the ends of a range. */
  isRange: boolean;
}

export interface RawLabels {
  entries: {value: Buffer; label: Buffer}[];
  /** Elements of the variables that they belong to. */
  at: number[];
}

/** What stands between the header and the data. */
export interface SavRecords {
  variables: RawVariable[];
  labels: RawLabels[];
  /** Extension records by subtype; of one that repeats, the last. */
  extensions: Map<number, Buffer>;
  /** Elements of 8 bytes in a case. */
  elements: number;
}

const MOST_VARIABLES = 100_000;

/** Reads the records of the dictionary up to the data. Throws Unreadable where they contradict themselves. */
export function readRecords(bytes: SavBytes): SavRecords {
  const records: SavRecords = {variables: [], labels: [], extensions: new Map(), elements: 0};
  // Elements that the string before still has to cover.
  let open = 0;
  for (;;) {
    const kind = bytes.int32();
    if (kind !== 2 && open) throw damaged("a string variable lacks a part");
    if (kind === 2) open = readVariable(bytes, records, open);
    else if (kind === 3) records.labels.push(readLabels(bytes));
    else if (kind === 6) bytes.take(bytes.int32() * 80);
    else if (kind === 7) {
      const [subtype, size, count] = [bytes.int32(), bytes.int32(), bytes.int32()];
      if (size < 0 || count < 0) throw damaged(`extension ${subtype} has a negative size`);
      records.extensions.set(subtype, bytes.take(size * count));
    } else if (kind === 999) {
      bytes.take(4);
      return records;
    } else throw damaged(`a record of unknown kind ${kind} is in its description of the variables`);
  }
}

export const damaged = (why: string): Unreadable => new Unreadable(`is damaged: ${why}; export it again`);

function readVariable(bytes: SavBytes, records: SavRecords, open: number): number {
  const [width, hasLabel, missing, print] = [bytes.int32(), bytes.int32(), bytes.int32(), bytes.int32()];
  bytes.take(4);
  const shortName = Buffer.from(bytes.take(8));
  if (hasLabel) bytes.take(Math.ceil(bytes.int32() / 4) * 4);
  if (Math.abs(missing) > 3 || missing === -1) throw damaged(`a variable has ${missing} missing values`);
  const values = Array.from({length: Math.abs(missing)}, () => Buffer.from(bytes.take(8)));
  const at = records.elements++;
  if (width === -1) {
    if (!open) throw damaged("a string variable has a part too many");
    return open - 1;
  }
  if (open) throw damaged("a string variable lacks a part");
  if (width < 0 || width > 255) throw damaged(`a variable is ${width} bytes wide`);
  if (records.variables.length >= MOST_VARIABLES) {
    throw new Unreadable(`has more than ${MOST_VARIABLES} variables; save it with fewer`);
  }
  records.variables.push({shortName, width, format: (print >> 16) & 255, at, missing: values, isRange: missing < 0});
  return Math.max(0, Math.ceil(width / 8) - 1);
}

function readLabels(bytes: SavBytes): RawLabels {
  const entries = [];
  for (let left = bytes.int32(); left > 0; left--) {
    const value = Buffer.from(bytes.take(8));
    const length = bytes.take(1)[0]!;
    // The length's byte and the label together fill elements of 8 bytes.
    const label = Buffer.from(bytes.take(Math.ceil((length + 1) / 8) * 8 - 1).subarray(0, length));
    entries.push({value, label});
  }
  if (bytes.int32() !== 4) throw damaged("value labels belong to no variable");
  const at = [];
  for (let left = bytes.int32(); left > 0; left--) at.push(bytes.int32() - 1);
  return {entries, at};
}
