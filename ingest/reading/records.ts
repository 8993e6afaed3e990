import {createReadStream} from "node:fs";
import {UserError} from "../../warehouse/error.ts";

/** One record of a delimited file: where it begins and its text without the line end. */
export interface FileRecord {
  /** Place among all records, blank lines counted too, from 1: what the engine's `skip` counts. */
  row: number;
  /** Physical line, from 1. */
  line: number;
  /** Offset of its first byte in the file. */
  byte: number;
  text: string;
  /** Whether the file ends within its quotes. */
  isOpen?: boolean;
}

/** How records are told apart. */
export interface Records {
  delimiter: string;
  /** A file of one column has rows in its blank lines. */
  blankRows?: boolean;
}

const [LF, CR, QUOTE] = [10, 13, 34];

/** No record is longer; the engine refuses one over 16 MiB itself. */
const LONGEST = 64 * 1024 * 1024;

/**
 * The records of a delimited text file in order, blank lines left out: a line end inside quotes does not end a record.
 *
 * Only used to find the lines of rejected rows and header rows; rows themselves are read by the engine. Memory: one chunk and
 * one record of at most 64 MiB; throws a UserError at a quote that opens and does not close within that.
 */
export async function* records(path: string, {delimiter, blankRows = false}: Records): AsyncGenerator<FileRecord> {
  const stream = createReadStream(path, {highWaterMark: 1 << 20});
  const separator = delimiter.charCodeAt(0);
  const quoting = delimiter !== "whitespace";
  let pieces: Buffer[] = [];
  let held = 0;
  let byte = 0;
  let [row, line, startLine] = [0, 1, 1];
  // Whether the cell is inside quotes, began with one, and whether the byte before was a quote.
  let [quoted, wasQuoted, fieldStart, afterQuote] = [false, false, true, false];

  const cut = (last: Buffer): FileRecord | undefined => {
    const bytes = pieces.length ? Buffer.concat([...pieces, last]) : last;
    const end = bytes.length > 0 && bytes[bytes.length - 1] === CR ? bytes.length - 1 : bytes.length;
    const record = {row: ++row, line: startLine, byte, text: bytes.toString("utf8", 0, end)};
    byte += bytes.length + 1;
    pieces = [];
    held = 0;
    return record.text !== "" || blankRows ? record : undefined;
  };

  for await (const data of stream) {
    const chunk = data as Buffer;
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk[i];
      if (code === LF) {
        line++;
        afterQuote = false;
        if (quoted) continue;
        const record = cut(chunk.subarray(start, i));
        if (record) yield record;
        start = i + 1;
        startLine = line;
        [fieldStart, wasQuoted] = [true, false];
      } else if (code === QUOTE && quoting) {
        if (quoted) quoted = false;
        else if (fieldStart) quoted = wasQuoted = true;
        else if (wasQuoted && afterQuote) quoted = true;
        [fieldStart, afterQuote] = [false, true];
      } else {
        fieldStart = !quoted && code === separator;
        if (fieldStart) wasQuoted = false;
        afterQuote = false;
      }
    }
    pieces.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > LONGEST) throw new UserError(`line ${startLine}: a quote opens and does not close within 64 MiB`);
  }
  if (held) {
    const record = cut(Buffer.alloc(0));
    if (record) yield quoted ? {...record, isOpen: true} : record;
  }
}
