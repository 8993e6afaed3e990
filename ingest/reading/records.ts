import {createReadStream} from "node:fs";
import {createGunzip} from "node:zlib";

/** One record of a delimited file: where it begins and its text without the line end. */
export interface FileRecord {
  /** Physical line, from 1. */
  line: number;
  /** Offset of its first byte in the uncompressed file. */
  byte: number;
  text: string;
}

const [LF, CR, QUOTE] = [10, 13, 34];

/**
 * The records of a delimited text file in order, blank lines left out: a line end inside quotes does not end a record.
 *
 * Only used to find the lines of rejected rows and header rows; rows themselves are read by the engine. Memory: one chunk and
 * one record.
 */
export async function* records(
  path: string,
  {gzip, delimiter}: {gzip: boolean; delimiter: string}
): AsyncGenerator<FileRecord> {
  const file = createReadStream(path, {highWaterMark: 1 << 20});
  const stream = gzip ? file.pipe(createGunzip()) : file;
  const separator = delimiter.charCodeAt(0);
  const quoting = delimiter !== "whitespace";
  let rest: Buffer = Buffer.alloc(0);
  let base = 0;
  let line = 1;
  let startLine = 1;
  let quoted = false;
  let fieldStart = true;
  const cut = (start: number, end: number): FileRecord => ({
    line: startLine,
    byte: base + start,
    text: rest.toString("utf8", start, end > start && rest[end - 1] === CR ? end - 1 : end)
  });
  for await (const chunk of stream) {
    const scanned = rest.length;
    rest = rest.length ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    let start = 0;
    for (let i = scanned; i < rest.length; i++) {
      const byte = rest[i];
      if (byte === LF) {
        line++;
        if (quoted) continue;
        const record = cut(start, i);
        if (record.text !== "") yield record;
        start = i + 1;
        startLine = line;
        fieldStart = true;
      } else if (byte === QUOTE && quoting) {
        if (quoted) quoted = false;
        else if (fieldStart || rest[i - 1] === QUOTE) quoted = true;
        fieldStart = false;
      } else fieldStart = byte === separator;
    }
    rest = rest.subarray(start);
    base += start;
  }
  if (rest.length) {
    const record = cut(0, rest.length);
    if (record.text !== "") yield record;
  }
}

/** The cells of one record. */
export function cells(text: string, delimiter: string): string[] {
  if (delimiter === "whitespace") return text.trim().split(/\s+/);
  const out: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === delimiter) {
      out.push(cell);
      cell = "";
    } else cell += char;
  }
  return [...out, cell];
}
