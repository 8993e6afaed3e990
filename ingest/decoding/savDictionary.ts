import type {SavBytes} from "./savBytes.ts";
import {damaged, readRecords, type RawVariable, type SavRecords} from "./savRecords.ts";
import {savText, type SavText} from "./savText.ts";
import {Unreadable} from "./unreadable.ts";

/** A value as it compares: text without its filling blanks, or the number. */
export type SavValue = string | number;

export interface SavVariable {
  name: string;
  /** Bytes of a string, 0 for a number. */
  width: number;
  /** Code of the print format. */
  format: number;
  /** Where its bytes are in a case: a string over 255 bytes is in several pieces. */
  pieces: {at: number; length: number}[];
  missing: SavValue[];
  /** The least and the greatest value of a range that counts as missing. */
  missingRange?: [number, number];
  labels: Map<SavValue, string>;
}

export interface SavDictionary {
  variables: SavVariable[];
  text: SavText;
  little: boolean;
  /** 0 none, 1 bytecode, 2 bytecode in zlib blocks. */
  compression: number;
  /** What bytecode adds to a small whole number. */
  bias: number;
  /** Stated number of cases, where it is stated. */
  cases?: number;
  /** Bytes of one case. */
  caseBytes: number;
  /** The number that stands for the system-missing value. */
  systemMissing: number;
  /** Offset of the data in the file. */
  dataAt: number;
}

/** Reads a file's header and dictionary. Throws Unreadable for what is no SPSS file, is encrypted, damaged or cut off. */
export function readDictionary(bytes: SavBytes): SavDictionary {
  const header = readHeader(bytes);
  const records = readRecords(bytes);
  if (!records.variables.length) throw new Unreadable("has no variables; export it again");
  const {extensions} = records;
  const machine = extensions.get(3) && bytes.inside(extensions.get(3)!);
  const [, , , , floats, , , codePage] = Array.from({length: 8}, () => machine?.int32());
  if (floats !== undefined && floats > 1) throw new Unreadable("keeps numbers in no IEEE form; save it in SPSS again");
  const text = savText(extensions.get(20)?.toString("latin1"), codePage);
  const counted = extensions.get(16) && bytes.inside(extensions.get(16)!.subarray(8)).int64();
  const cases = counted !== undefined && counted >= 0 ? counted : header.cases;
  return {
    ...header,
    text,
    cases: cases >= 0 ? cases : undefined,
    variables: variablesOf(records, text, bytes),
    caseBytes: records.elements * 8,
    systemMissing: extensions.has(4) ? bytes.inside(extensions.get(4)!).float64() : -Number.MAX_VALUE,
    dataAt: bytes.position
  };
}

function readHeader(bytes: SavBytes) {
  const magic = bytes.take(Math.min(4, bytes.left)).toString("latin1");
  if (!/^\$FL[23]$/.test(magic)) {
    if (bytes.take(Math.min(16, bytes.left)).includes("ENCRYPTED")) {
      throw new Unreadable("is encrypted with a password; open it in SPSS and save it without one");
    }
    throw new Unreadable("is not an SPSS .sav file; export it again, or mend its name");
  }
  bytes.take(60);
  const layout = bytes.take(4);
  bytes.little = layout[0] !== 0;
  const [, compression, , cases] = [bytes.int32(), bytes.int32(), bytes.int32(), bytes.int32()];
  if (compression < 0 || compression > 2) throw damaged(`it gives ${compression} as its compression`);
  const bias = bytes.float64();
  bytes.take(84);
  return {little: bytes.little, compression, cases, bias};
}

function variablesOf({variables, labels, extensions}: SavRecords, text: SavText, bytes: SavBytes): SavVariable[] {
  const longNames = pairs(extensions.get(13), text);
  const widths = pairs(extensions.get(14), text);
  const found: SavVariable[] = [];
  const byElement = new Map<number, SavVariable>();
  const byName = new Map<string, SavVariable>();
  const valueOf = (width: number, value: Buffer): SavValue => (width ? text(value) : bytes.float64(value));
  for (let i = 0; i < variables.length; i++) {
    const raw = variables[i]!;
    const shortName = text(raw.shortName);
    const width = Number(widths.get(shortName) ?? raw.width);
    const segments = width > 255 ? variables.slice(i, i + Math.ceil(width / 252)) : [raw];
    const name = longNames.get(shortName) ?? shortName;
    const values = raw.missing.map((value) => valueOf(width, value));
    const variable: SavVariable = {
      name,
      width,
      format: raw.format,
      pieces: piecesOf(name, width, segments),
      missing: raw.isRange ? values.slice(2) : values,
      missingRange: raw.isRange ? [Number(values[0]), Number(values[1])] : undefined,
      labels: new Map()
    };
    i += segments.length - 1;
    found.push(variable);
    byElement.set(raw.at, variable);
    byName.set(shortName, variable).set(name, variable);
  }
  for (const {entries, at} of labels) {
    // One map for all variables of a set: a file may name very many of both.
    const [numbers, texts] = [0, 1].map(
      (width) => new Map(entries.map(({value, label}) => [valueOf(width, value), text(label)]))
    ) as [SavVariable["labels"], SavVariable["labels"]];
    for (const variable of at.map((element) => byElement.get(element))) {
      if (!variable) throw damaged("value labels belong to a variable that it does not have");
      variable.labels = variable.width ? texts : numbers;
    }
  }
  const longLabels = bytes.inside(extensions.get(21) ?? Buffer.alloc(0));
  while (!longLabels.atEnd) {
    const variable = byName.get(text(longLabels.take(longLabels.int32())));
    longLabels.int32();
    const own: SavVariable["labels"] = new Map();
    for (let left = longLabels.int32(); left > 0; left--) {
      const value = text(longLabels.take(longLabels.int32()));
      own.set(value, text(longLabels.take(longLabels.int32())));
    }
    if (variable) variable.labels = own;
  }
  const longMissing = bytes.inside(extensions.get(22) ?? Buffer.alloc(0));
  while (!longMissing.atEnd) {
    const variable = byName.get(text(longMissing.take(longMissing.int32())));
    const count = longMissing.take(1)[0]!;
    const length = longMissing.int32();
    for (let i = 0; i < count; i++) variable?.missing.push(text(longMissing.take(length)));
  }
  return found;
}

/** A string over 255 bytes fills segments of 255 bytes each, though their number is counted in 252. */
function piecesOf(name: string, width: number, segments: RawVariable[]) {
  if (width === 0) return [{at: segments[0]!.at * 8, length: 8}];
  let left = width;
  const pieces = segments.map(({at, width: room}) => {
    const length = Math.min(left, room);
    left -= length;
    return {at: at * 8, length};
  });
  if (!(left <= 0)) throw damaged(`the string "${name}" of ${width} bytes lacks a part`);
  return pieces;
}

/** Entries of `A=1<tab>B=2`, the values cut at a zero byte. */
function pairs(bytes: Buffer | undefined, text: SavText): Map<string, string> {
  const entries = bytes ? text(bytes).split("\t") : [];
  return new Map(
    entries
      .filter((entry) => entry.includes("="))
      .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1).replace(/\0.*$/s, "")])
  );
}
