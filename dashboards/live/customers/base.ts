import type {Table, Vector} from "apache-arrow";
import {numberColumns, wordColumns, type NumberColumn, type WordColumn} from "../../pages/customers/shape.ts";
import type {Trails} from "./trails.ts";

/** A column of words: a code a customer, and the words; code 0 is "not known". */
export interface Words {
  codes: Uint16Array;
  names: string[];
}

/** The customers that have arrived, by column, most valuable first. Rows from `loaded` on are still to come. */
export interface Base {
  readonly customers: number;
  loaded: number;
  keys: string[];
  words: Record<WordColumn, Words>;
  numbers: Record<NumberColumn, Float64Array>;
  /** Bits of the elapsed months with an order, `monthBytes` a customer. */
  months: Uint8Array;
  monthBytes: number;
  /** Personal columns that the operator publishes. */
  personal: Record<string, string[]>;
  /** When customers ordered and of which groups they are, where a filter has asked for it. */
  trails?: Trails;
}

const numberNames = Object.keys(numberColumns) as NumberColumn[];

/** Room for all customers, none of them there yet. */
export const emptyBase = (customers: number, personal: readonly string[]): Base => ({
  customers,
  loaded: 0,
  keys: [],
  words: Object.fromEntries(
    wordColumns.map((column) => [column, {codes: new Uint16Array(customers), names: [""]}])
  ) as Base["words"],
  numbers: Object.fromEntries(numberNames.map((column) => [column, new Float64Array(customers)])) as Base["numbers"],
  months: new Uint8Array(),
  monthBytes: 0,
  personal: Object.fromEntries(personal.map((column) => [column, []]))
});

/** The values of a column; a buffer of Arrow is padded beyond them. */
const values = (vector: Vector): Uint8Array => (vector.data[0]!.values as Uint8Array).subarray(0, vector.length);

/** Texts of a column, decoded at once where they are plain ASCII, as keys are. */
function texts(vector: Vector): string[] {
  const {values: bytes, valueOffsets} = vector.data[0] as {values: Uint8Array; valueOffsets: Int32Array};
  const whole = new TextDecoder().decode(bytes.subarray(0, valueOffsets[vector.length]));
  if (whole.length !== valueOffsets[vector.length]) return Array.from(vector as Iterable<string>);
  return Array.from({length: vector.length}, (_, i) => whole.slice(valueOffsets[i], valueOffsets[i + 1]));
}

/** Adds a shard of the list behind what is there. Float32 shares come back to their four decimals. */
export function append(base: Base, table: Table): void {
  const from = base.loaded;
  const column = (name: string): Vector => table.getChild(name)!;
  base.keys.push(...texts(column("key")));
  for (const name of wordColumns) {
    const vector = column(name);
    base.words[name].codes.set(values(vector), from);
    base.words[name].names = Array.from(vector.data[0]!.dictionary as Iterable<string>);
  }
  for (const name of numberNames) base.numbers[name].set(values(column(name)), from);
  const {risk} = base.numbers;
  for (let row = from; row < from + table.numRows; row++) risk[row] = Math.round(risk[row]! * 1e4) / 1e4;
  const months = column("months");
  base.monthBytes = (months.type as {byteWidth: number}).byteWidth;
  if (base.months.length === 0) base.months = new Uint8Array(base.customers * base.monthBytes);
  base.months.set(
    (months.data[0]!.values as Uint8Array).subarray(0, table.numRows * base.monthBytes),
    from * base.monthBytes
  );
  for (const name of Object.keys(base.personal)) base.personal[name]!.push(...texts(column(name)));
  base.loaded += table.numRows;
}

/** Whether a customer ordered in an elapsed month, 0 the month of the first order. */
export function orderedIn(base: Base, row: number, month: number): boolean {
  if (month >= base.monthBytes * 8) return false;
  return (base.months[row * base.monthBytes + (month >> 3)]! & (1 << (month & 7))) !== 0;
}

/** The word of a customer in a column; null where it is not known. */
export const wordOf = ({words}: Base, column: WordColumn, row: number): string | null =>
  words[column].names[words[column].codes[row]!] || null;

/** Columns in which zero is a number like others. */
const counts = new Set<NumberColumn>(["orders", "openTickets", "contact"]);

/** The number of a customer in a column; null where there is none. */
export function numberOf({numbers}: Base, column: NumberColumn, row: number): number | null {
  const value = numbers[column][row]!;
  const none = numberColumns[column];
  return Object.is(value, none) && !counts.has(column) ? null : value;
}
