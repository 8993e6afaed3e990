import {
  Dictionary,
  FixedSizeBinary,
  makeData,
  makeVector,
  Table,
  Uint16,
  Uint8,
  Utf8,
  Vector,
  vectorFromArray,
  type DataType
} from "apache-arrow";
import {numberColumns, otherWord, wordColumns, type NumberColumn, type WordColumn} from "./shape.ts";

/** A row of listSql. Personal columns stand under their own names. */
export type ListRow = {key: string; months: string | null} & Record<WordColumn, string | null> &
  Record<NumberColumn, number | null> & {[personal: string]: unknown};

/** The words of each word column, at most 502; the first is empty, and the last stands for all others where there are more. */
export type Vocabulary = Record<WordColumn, readonly string[]>;

const arrays: Record<
  NumberColumn,
  new (length: number) => Float64Array | Float32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array
> = {
  netRevenue: Float64Array,
  orders: Uint32Array,
  silentDays: Int16Array,
  risk: Float32Array,
  valueAtRisk: Float64Array,
  clv: Float32Array,
  tenth: Uint8Array,
  cohort: Uint16Array,
  openTickets: Uint16Array,
  contact: Uint8Array,
  recency: Uint8Array,
  frequency: Uint8Array
};

function numbers(rows: readonly ListRow[], column: NumberColumn): Vector {
  const values = new arrays[column](rows.length);
  rows.forEach((row, i) => (values[i] = row[column] ?? numberColumns[column]));
  return makeVector(values as Float64Array);
}

function words(rows: readonly ListRow[], column: WordColumn, vocabulary: readonly string[]): Vector {
  const code = new Map(vocabulary.map((word, i) => [word, i]));
  const isSmall = vocabulary.length <= 256;
  const data = new (isSmall ? Uint8Array : Uint16Array)(rows.length);
  rows.forEach((row, i) => (data[i] = code.get(row[column] ?? "") ?? code.get(otherWord)!));
  const dictionary = vectorFromArray(vocabulary, new Utf8());
  const type = new Dictionary(new Utf8(), isSmall ? new Uint8() : new Uint16(), wordColumns.indexOf(column));
  return new Vector([makeData({type, length: rows.length, nullCount: 0, data, dictionary} as never)]);
}

/** Elapsed months with an order as bits, month 0 the lowest of the first byte: a customer takes one byte for eight months. */
function months(rows: readonly ListRow[], count: number): Vector<DataType> {
  const width = Math.ceil(count / 8);
  const data = new Uint8Array(rows.length * width);
  rows.forEach((row, i) => {
    if (row.months === null) return;
    for (const month of row.months.split(" ").map(Number)) data[i * width + (month >> 3)]! |= 1 << (month & 7);
  });
  return new Vector([makeData({type: new FixedSizeBinary(width), length: rows.length, nullCount: 0, data})]);
}

/**
 * A shard of the list as Arrow: typed columns without nulls, words as dictionaries of the most frequent ones, the rest "other".
 *
 * `monthCount` bounds the elapsed months.
 */
export function listTable(
  rows: readonly ListRow[],
  vocabulary: Vocabulary,
  monthCount: number,
  personal: readonly string[]
): Table {
  const text = (column: string) =>
    vectorFromArray(
      rows.map((row) => String(row[column] ?? "")),
      new Utf8()
    );
  return new Table({
    key: text("key"),
    ...Object.fromEntries(wordColumns.map((column) => [column, words(rows, column, vocabulary[column])])),
    ...Object.fromEntries(
      (Object.keys(numberColumns) as NumberColumn[]).map((column) => [column, numbers(rows, column)])
    ),
    months: months(rows, monthCount),
    ...Object.fromEntries(personal.map((column) => [column, text(column)]))
  });
}
