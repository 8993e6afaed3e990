/** The value of a column at a row. */
export type ColumnSource = (row: number) => unknown;

/** By which column, in which direction. */
export interface Order {
  column: number;
  descending: boolean;
}

/** A value as something that `<` compares: numbers and instants by size, everything else as text by code point. */
const comparable = (value: unknown): number | bigint | string | null => {
  if (value == null) return null;
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  return typeof value === "bigint" ? value : value instanceof Date ? value.getTime() : String(value);
};

/** Rows that pass `accepted`, sorted by a column; stable, and missing values last in both directions. */
export function order(
  length: number,
  value: ColumnSource,
  descending: boolean,
  accepted: (row: number) => boolean
): Uint32Array<ArrayBuffer> {
  const rows = Uint32Array.from({length}, (_, row) => row).filter(accepted);
  const keys = new Array<number | bigint | string | null>(length);
  for (const row of rows) keys[row] = comparable(value(row));
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [keys[a]!, keys[b]!];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return x < y ? -sign : x > y ? sign : a - b;
  });
}
