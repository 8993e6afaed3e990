import {clockText, dayText, momentText} from "./isoText.ts";
import type {SavDictionary, SavValue, SavVariable} from "./savDictionary.ts";

/** A column of the working copy: the text of its cell in the case that begins at an offset, null where there is none. */
export interface SavColumn {
  name: string;
  cell: (block: Buffer, at: number) => string | null;
}

/** The columns of a file: one for each variable, and `<name>.label` after each that has value labels. */
export function savColumns(dictionary: SavDictionary): SavColumn[] {
  const taken = new Set(dictionary.variables.map(({name}) => name.toLowerCase()));
  return dictionary.variables.flatMap((variable) => {
    const valueAt = readerOf(variable, dictionary);
    const textOf = writerOf(variable);
    const value: SavColumn["cell"] = (block, at) => {
      const found = valueAt(block, at);
      return found === undefined || isMissing(variable, found) ? null : textOf(found);
    };
    const label: SavColumn["cell"] = (block, at) => variable.labels.get(valueAt(block, at) ?? NaN) ?? null;
    const column = {name: variable.name, cell: value};
    return variable.labels.size ? [column, {name: free(`${variable.name}.label`, taken), cell: label}] : [column];
  });
}

function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let copy = 2; taken.has(found.toLowerCase()); copy++) found = `${name}_${copy}`;
  taken.add(found.toLowerCase());
  return found;
}

type Reader = (block: Buffer, at: number) => SavValue | undefined;

function readerOf({width, pieces}: SavVariable, {little, systemMissing, text}: SavDictionary): Reader {
  const [{at: first, length}] = pieces as [SavVariable["pieces"][number]];
  if (width === 0) {
    return (block, at) => {
      const value = little ? block.readDoubleLE(at + first) : block.readDoubleBE(at + first);
      return value === systemMissing ? undefined : value;
    };
  }
  if (pieces.length === 1) return (block, at) => text(block.subarray(at + first, at + first + length));
  return (block, at) =>
    text(Buffer.concat(pieces.map((piece) => block.subarray(at + piece.at, at + piece.at + piece.length))));
}

const isMissing = ({missing, missingRange}: SavVariable, value: SavValue): boolean =>
  missing.includes(value) ||
  (missingRange !== undefined && typeof value === "number" && missingRange[0] <= value && value <= missingRange[1]);

/** Print formats whose numbers are seconds since 1582-10-14: DATE, ADATE, JDATE, MOYR, QYR, WKYR, EDATE, SDATE. */
const DAYS = [20, 23, 24, 28, 29, 30, 38, 39];
/** DATETIME, YMDHMS. */
const MOMENTS = [22, 41];
/** Print formats whose numbers are seconds: TIME, DTIME, MTIME. */
const CLOCKS = [21, 25, 40];

const EPOCH = (Date.parse("1970-01-01") - Date.parse("1582-10-14")) / 1000;
const DAY = 86_400;

/** How a variable's values are written: days and times by its print format, numbers with every digit that they hold. */
function writerOf({width, format}: SavVariable): (value: SavValue) => string {
  if (width) return String;
  if (DAYS.includes(format)) {
    return (value) =>
      (Number(value) % DAY ? moment(Number(value)) : dayText((Number(value) - EPOCH) / DAY)) ?? String(value);
  }
  if (MOMENTS.includes(format)) return (value) => moment(Number(value)) ?? String(value);
  if (CLOCKS.includes(format)) return (value) => clock(Number(value));
  return String;
}

function moment(value: number): string | undefined {
  const [seconds, fraction] = split(value);
  return momentText(seconds - EPOCH, fraction);
}

function clock(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return String(value);
  const text = clockText(...split(Math.abs(value)));
  return value < 0 ? `-${text}` : text;
}

/** Whole seconds, and the fewest digits after the point that give the number again; six at most, the rest rounded. */
function split(value: number): [number, string] {
  const seconds = Math.floor(value);
  for (let digits = 0; digits <= 6; digits++) {
    const part = (value - seconds).toFixed(digits);
    if (seconds + Number(part) !== value && digits < 6) continue;
    return part.startsWith("1") ? [seconds + 1, ""] : [seconds, part.slice(2)];
  }
  return [seconds, ""];
}
