import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {Table as ArrowTable, Utf8, tableToIPC, vectorFromArray} from "apache-arrow";
import {dsvFormat} from "d3";
import fc from "fast-check";
import {quote} from "../../ingest/codecs/codec.ts";
import {writeXlsx, type NewSheet} from "../../ingest/decoding/sheetWriter.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {gbk} from "./decoding/encoder.ts";
import {savFile} from "./decoding/savFile.ts";
import {zipOf} from "./decoding/zip.ts";
import type {Sources} from "./project.ts";

/** A table of texts: a key in its first column, anything in the others. */
export interface Table {
  names: string[];
  rows: string[][];
}

/** The fields of a ticket that hold any text. */
export const textFields = ["subject", "category", "agent", "satisfaction", "priority"] as const;

const headers = ["ticket_id", "Betreff", "类别", "Who, exactly?", 'the "mood"', "p|q;r"];

/** A source of tickets whose text fields are the columns of such a table. Nothing but the empty text is null. */
export const ticketsFrom = ({names}: Table, source: Partial<Sources[string]> = {}): Sources[string] => ({
  kind: "tickets",
  files: "*",
  fixed: {opened_at: "2026-01-01"},
  map: Object.fromEntries(names.slice(1).map((name, i) => [textFields[i]!, name])),
  nulls: [],
  ...source
});

/** What the warehouse should hold of a row: blanks around a text do not count, and what is empty is null. */
export const asStored = (row: readonly string[]): (string | null)[] =>
  row.map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, "") || null);

const letters = [
  ..."aZ019 ,;|\t'\"=+-@_.<&>{}[]\\/%$`#",
  "\n",
  "\r\n",
  "é",
  "ß",
  "张",
  "客户",
  "😀",
  "👩‍💻",
  "\u00a0",
  "\u3000"
];
const words = [
  "",
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  '=HYPERLINK("http://example.com","x")',
  "007",
  "100000000000000001",
  "9007199254740993",
  "1e5",
  "true",
  "null",
  "NaN",
  "2026-01-01",
  '"',
  '""',
  "'",
  "\\",
  "\\n",
  "\n",
  "\r\n",
  "a\r\nb\nc",
  " padded ",
  "_x000D_",
  "&amp;",
  "{{x}}",
  "$1",
  "sep=;",
  "#",
  "//",
  "long text with a bell \u0007, an escape \u001b and a vertical tab \u000b in it, as systems of old write them",
  "\u200b\u202e",
  "a\ufeffb",
  "x".repeat(300)
];

/** A cell; the format may not hold all of it. */
const cell = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...words)},
  {weight: 3, arbitrary: fc.string({unit: fc.constantFrom(...letters), maxLength: 12})},
  {weight: 1, arbitrary: fc.string({unit: "grapheme", maxLength: 8})}
);

/** Any table of one to six columns and one to thirty rows, with a key of many digits or leading zeros in its first column. */
export const anyTable: fc.Arbitrary<Table> = fc.integer({min: 1, max: headers.length}).chain((width) =>
  fc.array(fc.array(cell, {minLength: width - 1, maxLength: width - 1}), {minLength: 1, maxLength: 30}).map((rows) => ({
    names: headers.slice(0, width),
    rows: rows.map((cells, i) => [i % 3 ? `30000000000000000${String(i).padStart(2, "0")}` : `00${i}`, ...cells])
  }))
);

/** The table with every text changed. */
export const mapCells = ({names, rows}: Table, change: (text: string) => string): Table => ({
  names,
  rows: rows.map((row) => row.map(change))
});

const encodes = (text: string): boolean => {
  try {
    return gbk(text).length > 0;
  } catch {
    return false;
  }
};

/** The table with 字 for the characters that GBK has not. */
export const inGbk = (table: Table): Table =>
  mapCells(table, (text) => [...text].map((letter) => (encodes(letter) ? letter : "字")).join(""));

/** How a delimited text is written. */
export interface Spelling {
  delimiter: "," | ";" | "\t" | "|";
  eol: "\n" | "\r\n";
  /** Whether every cell is in quotes, or those that need them. */
  isQuoted: boolean;
  encoding: "utf-8" | "utf-8 with mark" | "utf-16le" | "utf-16be" | "gb18030";
  isPacked: boolean;
}

export const anySpelling: fc.Arbitrary<Spelling> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  eol: fc.constantFrom("\n", "\r\n"),
  isQuoted: fc.boolean(),
  encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "gb18030"),
  isPacked: fc.boolean()
});

/** Text in an encoding, with a mark where the encoding's name says so or needs it. */
export function encoded(text: string, encoding: Spelling["encoding"]): Buffer {
  if (encoding === "gb18030") return gbk(text);
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8 with mark") return Buffer.from(`\ufeff${text}`);
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}

export function delimited({names, rows}: Table, {delimiter, eol, isQuoted, encoding, isPacked}: Spelling): Buffer {
  const format = dsvFormat(delimiter);
  const all = (row: string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
  const text = [names, ...rows].map((row) => (isQuoted ? all(row) : format.formatRow(row)) + eol).join("");
  const bytes = encoded(text, encoding);
  return isPacked ? gzipSync(bytes) : bytes;
}

/** The rows as objects; an empty cell is a key that is not there, null or the empty text in turn. */
export const objectsOf = ({names, rows}: Table): Record<string, string | null>[] =>
  rows.map((row, r) => {
    const pairs = row.map((text, i): [string, string | null] => [names[i]!, text === "" && r % 3 === 1 ? null : text]);
    // The first row names every column.
    return Object.fromEntries(pairs.filter(([, text]) => text !== "" || r % 3 !== 2));
  });

export const jsonForms = ["array", "indented array", "document", "lines"] as const;

export function json(table: Table, form: (typeof jsonForms)[number], eol = "\n"): Buffer {
  const objects = objectsOf(table);
  if (form === "array") return Buffer.from(JSON.stringify(objects));
  if (form === "indented array") return Buffer.from(JSON.stringify(objects, null, 2));
  if (form === "document") return Buffer.from(JSON.stringify({made: "2026-01-01", meta: {n: 1}, items: objects}));
  return Buffer.from(objects.map((object) => JSON.stringify(object)).join(eol));
}

export function arrow({names, rows}: Table, form: "file" | "stream"): Buffer {
  const columns = names.map((name, i) => [
    name,
    vectorFromArray(
      rows.map((row) => row[i]!),
      new Utf8()
    )
  ]);
  return Buffer.from(tableToIPC(new ArrowTable(Object.fromEntries(columns)), form));
}

/** A workbook with a sheet for each table. */
export async function xlsx(sheets: Record<string, Table>): Promise<Buffer> {
  const all = Object.entries(sheets).map(([name, {names, rows}]): NewSheet => ({name, rows: [names, ...rows]}));
  return written("book.xlsx", (path) => writeXlsx(path, all));
}

/** A Parquet file of texts, or of whole numbers where a column has nothing else. */
export async function parquet({names, rows}: Table): Promise<Buffer> {
  const warehouse = await Warehouse.open(":memory:");
  const isWhole = names.map((_, i) => rows.every((row) => /^[1-9]\d{0,17}$/.test(row[i]!)));
  const values = rows.map(
    (row) => `(${row.map((text, i) => (isWhole[i] ? `${text}::bigint` : quote(text))).join(", ")})`
  );
  const columns = names.map((name) => `"${name.replaceAll('"', '""')}"`);
  try {
    return await written("x.parquet", (path) =>
      warehouse.run(
        `copy (from (values ${values.join(", ")}) as t(${columns.join(", ")})) to ${quote(path)} (format parquet)`
      )
    );
  } finally {
    warehouse.close();
  }
}

export const sav = ({names, rows}: Table): Buffer => savFile({names, rows});

export const zip = (members: Record<string, string | Buffer>): Promise<Buffer> => zipOf(members);

async function written(name: string, write: (path: string) => Promise<void>): Promise<Buffer> {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  try {
    await write(join(dir, name));
    return readFileSync(join(dir, name));
  } finally {
    rmSync(dir, {recursive: true});
  }
}
