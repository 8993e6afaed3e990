import type {Manifest} from "../../pages/customers/shape.ts";
import {csv, csvLine} from "../csv.ts";

/** How many shards are under way at once. */
const AT_ONCE = 6;
/** Lines of one piece of the file: a text of all customers would be too long for some browsers. */
const PIECE = 5_000;

/** Where the customers of each shard begin, and in which one a row is. */
function placesOf(shards: Manifest["rows"]): {starts: number[]; shardOf: (row: number) => number} {
  let next = 0;
  const starts = shards.map(({customers}) => (next += customers) - customers);
  const shardOf = (row: number) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= row) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {starts, shardOf};
}

/**
 * Rows of the list in their order as pieces of a CSV file, with every published column, as_of and the filter of the address.
 *
 * Fetches those shards of full rows that hold one of them, a few at a time; `arrived` hears how many of how many. @throws when the
 * server refuses
 */
export async function takeAway(
  {rows: shards, columns}: Manifest,
  fetchLines: (file: string) => Promise<string[]>,
  rows: Uint32Array,
  {asOf, filter}: {asOf: string; filter: string},
  arrived?: (shards: number, of: number) => void
): Promise<string[]> {
  const {starts, shardOf} = placesOf(shards);
  const needed = [...new Set(Array.from(rows, shardOf))];
  const lines = new Map<number, string[]>();
  const waiting = [...needed];
  const fetchAll = async () => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift()) {
      lines.set(shard, await fetchLines(shards[shard]!.file));
      arrived?.(lines.size, needed.length);
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, fetchAll));
  const end = `,${csvLine([asOf, filter])}\r\n`;
  const line = (row: number) => lines.get(shardOf(row))![row - starts[shardOf(row)]!]! + end;
  const pieces = [csv([...columns, "as_of", "filter"], [])];
  for (let from = 0; from < rows.length; from += PIECE)
    pieces.push(Array.from(rows.subarray(from, from + PIECE), line).join(""));
  return pieces;
}
