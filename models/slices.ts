import type {Relation} from "./model.ts";

/** Rows that one slice may read or make for each GB of the engine's memory: joins and windows over so many do not spill. */
const rowsPerGigabyte = 4e6;
/** Hexadecimal digits of a pseudonym that tell slices apart. */
const digits = 3;

/** The finest slices, in which every other one is counted: what pseudonyms that begin alike make. */
export const cells = 16 ** digits;

/** How many slices a model is built in, by the rows that it reads or makes, whichever are more, and the engine's memory in bytes. */
export const sliceCount = (rows: number, memory: number): number =>
  Math.min(cells, Math.max(1, Math.ceil(rows / (rowsPerGigabyte * (memory / 1e9)))));

/** SQL that holds for the customers of the cells from one up to, but without, another; whoever has no pseudonym is in the first. */
export function cellsSql(column: string, from: number, to: number): string {
  const start = (cell: number) => `C-${cell.toString(16).toUpperCase().padStart(digits, "0")}`;
  const after = from > 0 && `"${column}" >= '${start(from)}'`;
  const before = to < cells && `"${column}" < '${start(to)}'`;
  const within = [after, before].filter(Boolean).join(" and ") || "true";
  return from === 0 ? `("${column}" is null or ${within})` : within;
}

/** SQL that holds for the customers of slice k of n: a range of their pseudonyms, whose digits are evenly spread; whoever has none is in the first. */
export const sliceSql = (column: string, k: number, n: number): string =>
  cellsSql(column, Math.floor((k * cells) / n), Math.floor(((k + 1) * cells) / n));

/** The cells from one on in so many slices of about the same size, as `[from, to]`. */
export const cellRanges = (from: number, slices: number): [number, number][] =>
  Array.from({length: slices}, (_, k) => {
    const bound = (i: number) => from + Math.floor((i * (cells - from)) / slices);
    return [bound(k), bound(k + 1)] as [number, number];
  }).filter(([start, end]) => start < end);

/** What says whom a key is of: it is asked for by the key, and in a part of it another customer would be found. */
const asked = new Set(["int_customer_keys"]);

/** Whether a slice of customers, or a node of its own, needs of an input the rows of these customers alone. */
export const isLocal = ({name, columns}: Relation, shard: string): boolean =>
  shard in columns.shape && !asked.has(name);
