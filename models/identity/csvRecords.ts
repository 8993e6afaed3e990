import {readFileSync, renameSync, writeFileSync, mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {csvFormatRow, dsvFormat} from "d3";
import {decoder} from "../../ingest/decoding/charset.ts";
import {encodingOf} from "../../ingest/decoding/encoding.ts";
import {delimiterOf} from "../../ingest/reading/delimiter.ts";
import {UserError, messageOf} from "../../warehouse/error.ts";

/** A record of a small CSV: its cells by header, trimmed, and the line of the file that it begins on, from 1. */
export interface CsvRecord {
  line: number;
  cells: ReadonlyMap<string, string>;
}

/**
 * The records of a CSV that people keep by hand, whole in memory; blank lines and records without any cell are left out.
 *
 * What a spreadsheet makes of it on saving is read too: another encoding or delimiter, headers in capitals, an apostrophe before what
 * would be a formula. Throws a UserError that begins with `where` at a file that cannot be read or lacks one of the `needed` headers.
 */
export function readCsvRecords(path: string, where: string, needed: readonly string[]): CsvRecord[] {
  const rows = rowsOf(textOf(path, where), path);
  const header = rows.shift()?.cells.map((name) => name.toLowerCase()) ?? [];
  for (const name of needed) {
    if (header.includes(name)) continue;
    throw new UserError(`${where}: missing column "${name}"; the first line names the columns: ${needed.join(", ")}`);
  }
  return rows.map(({line, cells}) => ({line, cells: new Map(header.map((name, i) => [name, cells[i] ?? ""]))}));
}

function textOf(path: string, where: string): string {
  try {
    const bytes = readFileSync(path);
    const {encoding, bom} = encodingOf(bytes, {name: path, isWhole: true});
    return decoder(encoding)(bytes.subarray(bom));
  } catch (error) {
    throw new UserError(`${where}: cannot be read: ${messageOf(error)}; name a CSV file`);
  }
}

function rowsOf(text: string, path: string): {line: number; cells: string[]}[] {
  const rows = dsvFormat(delimiterOf(text.slice(0, 1 << 16).split(/\r?\n/, 100), path)).parseRows(text);
  let next = 1;
  const placed = rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return {line, cells: cells.map((cell) => bare(cell.trim()))};
  });
  return placed.filter(({cells}) => cells.some((cell) => cell !== "") && !/^sep=.$/i.test(cells[0]!));
}

/** Text that a spreadsheet would run, or that looks like such text with its apostrophe. */
const risky = /^'*[=+\-@\t\r]/;
const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);
const bare = (text: string): string => (text.startsWith("'") && risky.test(text) ? text.slice(1) : text);

/** Writes a CSV that `readCsvRecords` reads back: UTF-8 with a byte order mark. Beside and renamed, so that a kill leaves the old one. */
export function writeCsvRecords(path: string, rows: readonly (readonly string[])[]): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(`${path}.new`, `\ufeff${rows.map((row) => `${csvFormatRow(row.map(guarded))}\r\n`).join("")}`);
  renameSync(`${path}.new`, path);
}
