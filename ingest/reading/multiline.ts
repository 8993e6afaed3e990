import {createReadStream} from "node:fs";
import {UserError} from "../../warehouse/error.ts";
import {records} from "./records.ts";

const [LF, QUOTE] = [10, 34];

/**
 * Whether a line of a delimited text file ends within quotes, or may: after an odd number of quotes.
 *
 * Such a file has to be read from its beginning. Where several threads begin at places of their own, one that begins within quotes
 * takes text that looks like records for records. Memory: one mebibyte.
 */
export async function isMultiline(path: string): Promise<boolean> {
  let isQuoted = false;
  for await (const data of createReadStream(path, {highWaterMark: 1 << 20})) {
    const chunk = data as Buffer;
    // Most files have no quote at all, which is told a hundred times faster than where they close.
    const first = isQuoted ? 0 : chunk.indexOf(QUOTE);
    for (let i = first < 0 ? chunk.length : first; i < chunk.length; i++) {
      if (chunk[i] === QUOTE) isQuoted = !isQuoted;
      else if (isQuoted && chunk[i] === LF) return true;
    }
  }
  return false;
}

/**
 * How many records a file has after those to skip, whose records may have several lines, so that the engine's count can be held against it: one thread of the
 * engine says nothing of a record that the file's end cuts off. Throws a UserError where a quote opens and does not close.
 */
export async function countRecords(
  path: string,
  name: string,
  {skip, ...shape}: {delimiter: string; blankRows: boolean; skip: number}
): Promise<number> {
  let count = 0;
  for await (const record of records(path, shape)) {
    if (record.row > skip) count++;
    if (!record.isOpen) continue;
    const swallowed = record.text.trimEnd().split("\n").length - 1;
    throw new UserError(
      `ingest: ${name}: line ${record.line}: a quote opens and does not close, and swallows ${swallowed} further lines; ` +
        `mend the quote. Nothing of the file was loaded`
    );
  }
  return count;
}
