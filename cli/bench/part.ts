import {statSync} from "node:fs";
import {join} from "node:path";
import {columnsOf, ensure, lineTypes, linesSql, writeConfig, writeRows, type Lines} from "./data.ts";

/** One file of a benchmark: the same rows for ingest and for plain SQL. */
export interface Part {
  /** What it is, for people. */
  title: string;
  file: string;
  what: Lines;
  make: (path: string) => Promise<void>;
  /** SQL that reads the rows by hand, typed; none where the engine cannot read such a file. */
  plain?: (path: string) => string;
  /** Its size in bytes, unpacked. */
  bytes: (path: string) => number;
}

/** Columns and types as the engine's readers take them. */
export const typesOf = (what: Lines): string =>
  `{${columnsOf(what)
    .map((name) => `'${name}': '${lineTypes[name]}'`)
    .join(", ")}}`;

/** What an engineer would write to read a CSV by hand: typed columns, no contract, no rejects, no ledger. */
export const readCsv = (path: string, what: Lines): string =>
  `select * from read_csv('${path}', header = true, auto_detect = false, columns = ${typesOf(what)})`;

export const writeCsv = (path: string, what: Lines): Promise<void> =>
  writeRows(path, linesSql(what), "format csv, header");

export const sizeOf = (path: string): number => statSync(path).size;

/** A CSV of so many order lines. */
export const csvOf = (what: Lines): Part => ({
  title: "CSV",
  file: `lines-${what.lines}.csv`,
  what,
  make: (path) => writeCsv(path, what),
  plain: (path) => readCsv(path, what),
  bytes: sizeOf
});

/** Makes the files of a benchmark in its folder, and a company whose sources they are. */
export async function makeParts(dir: string, parts: readonly Part[]): Promise<void> {
  for (const {file, make} of parts) await ensure(join(dir, file), make);
  writeConfig(
    dir,
    parts.map(({file}) => file)
  );
}
