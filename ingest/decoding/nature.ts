import {closeSync, openSync, readSync, statSync} from "node:fs";
import {UserError} from "../../warehouse/error.ts";

/** What a file is, by its first bytes; its name does not count. */
export type Nature = "text" | "gzip" | "zip" | "parquet" | "arrow" | "sav";

const magics: [Nature, string][] = [
  ["gzip", "\x1f\x8b"],
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["parquet", "PAR1"],
  ["arrow", "ARROW1"],
  ["arrow", "\xff\xff\xff\xff"],
  ["sav", "$FL2"],
  ["sav", "$FL3"],
  ["sav", "ENCRYPTEDSAV"]
];

const foreign: [string, string][] = [
  ["\xd0\xcf\x11\xe0", "an old Excel file (.xls) or a workbook with a password; save it as .xlsx without a password"],
  ["%PDF-", "a PDF; export it as CSV or .xlsx"],
  ["Rar!", "a RAR archive; unpack it, or pack it as .zip"],
  ["7z\xbc\xaf", "a 7-Zip archive; unpack it, or pack it as .zip"],
  ["SQLite format 3", "an SQLite database; export its tables as CSV"]
];

/** The first bytes of a file, at most so many. */
export function headOf(path: string, bytes: number): Buffer {
  const head = Buffer.alloc(Math.min(bytes, statSync(path).size));
  const file = openSync(path, "r");
  try {
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}

/** What a file is. Throws a UserError where it is empty or nothing that can be read. */
export function natureOf(path: string, name: string): Nature {
  const head = headOf(path, 4096);
  const where = `ingest: ${name}`;
  if (head.length === 0) throw new UserError(`${where}: the file is empty; export it again, or remove it`);
  const start = head.toString("latin1");
  const nature = magics.find(([, magic]) => start.startsWith(magic))?.[0];
  if (nature) return nature;
  const other = foreign.find(([magic]) => start.startsWith(magic))?.[1];
  if (other) throw new UserError(`${where}: ${other}`);
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(start.replace(/^\xef\xbb\xbf/, ""))) {
    throw new UserError(
      `${where}: a web page or XML, whatever its name says; was the download refused? export it as CSV or .xlsx`
    );
  }
  return "text";
}
