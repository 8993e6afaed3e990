import {headerRows} from "./headerRows.ts";
import {isPreamble, isTitle} from "./preamble.ts";
import {looksLikeData} from "./dataRow.ts";

/** Where a table begins: records above its header, and records of the header itself, 0 to 3. */
export interface Header {
  skip: number;
  header: number;
}

/** What systems and spreadsheets put before and after a header: byte order mark, quotes, `="…"`, marks of mandatory and list fields. */
const before = /^[\s"'‘’“”`=]+/;
const after = /(?:\s\[list\]|\(必填\)|[\s"'’”])+$/;

/**
 * A header as headers are compared: `Ｄｅａｌ  Owner` and `deal owner`, `客户名称（必填）` and `客户名称`, `Severity [list]` and `severity`.
 * NFKC, lower case, single blanks.
 */
export const normalHeader = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(before, "").replace(after, "").replace(/\s+/g, " ");

/**
 * Finds the header among a file's first records, given as cells: the first row that holds at least two of the wanted headers, else the
 * first row that is not a title above it. Where nothing is wanted and the first row looks like data, there is none.
 *
 * Qualtrics' header has three rows, SurveyMonkey's two. In doubt the first row is the header, and the only one.
 */
export function headerOf(rows: string[][], {wanted}: {wanted: string[]}): Header {
  const known = new Set(wanted.map(normalHeader));
  const found = rows.map((row) => new Set(row.map(normalHeader).filter((name) => known.has(name))).size);
  const named = found.findIndex((count) => count >= 2);
  if (named >= 0 && rows.slice(0, named).every((row) => isPreamble(row, rows[named]!))) {
    return {skip: named, header: headerRows(rows.slice(named))};
  }
  let skip = 0;
  while (skip + 1 < rows.length && found[skip] === 0 && isTitle(rows[skip]!, rows.slice(skip + 1))) skip++;
  const table = rows.slice(skip);
  if (skip === 0 && !found.some(Boolean) && looksLikeData(table)) return {skip, header: 0};
  return {skip, header: headerRows(table)};
}
