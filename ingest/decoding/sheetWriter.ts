import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {ZipFile} from "yazl";
import {columnName} from "./xlsxSheet.ts";

/** A cell; a Date is a wall clock in UTC, written as a day where it is midnight. */
export type SheetCell = string | number | boolean | Date | null;

/** A sheet to write: its name, as Excel allows it, and its rows. */
export interface NewSheet {
  name: string;
  rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
}

/**
 * Writes a workbook (XLSX). The same rows give the same bytes, in any zone and at any time.
 *
 * Memory: one piece of a sheet. Throws an Error where a sheet's name is not one that Excel takes.
 */
export async function writeXlsx(path: string, sheets: readonly NewSheet[]): Promise<void> {
  for (const {name} of sheets) {
    if (!/^[^[\]:*?/\\]{1,31}$/.test(name)) throw new Error(`invalid sheet name "${name}"`);
  }
  const zip = new ZipFile();
  // Archives keep the local time; the first moment that they know is the same in every zone.
  const options = {mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644};
  const failed = new AbortController();
  const whole = pipeline(zip.outputStream, createWriteStream(path), {signal: failed.signal});
  const add = (part: string, text: string): void => zip.addBuffer(Buffer.from(HEAD + text), part, options);
  const ids = sheets.map((_, i) => i + 1);

  add("[Content_Types].xml", contentTypes(ids));
  add("_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]]));
  add("xl/workbook.xml", workbook(sheets));
  add(
    "xl/_rels/workbook.xml.rels",
    relationships([...ids.map((id) => ["worksheet", `worksheets/sheet${id}.xml`] as const), ["styles", "styles.xml"]])
  );
  add("xl/styles.xml", styles);
  sheets.forEach(({rows}, i) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${i + 1}.xml`, options, (ready) => {
      const stream = Readable.from(sheetXml(rows), {objectMode: false});
      stream.on("error", (error) => failed.abort(error));
      ready(null, stream);
    });
  });
  zip.end();
  await whole.catch((error: unknown) => {
    throw failed.signal.aborted ? failed.signal.reason : error;
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN = "http://schemas.openxmlformats.org";
const MAIN = `xmlns="${OPEN}/spreadsheetml/2006/main"`;
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (ids: number[]): string =>
  `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  [["workbook", "sheet.main"], ["styles", "styles"], ...ids.map((id) => [`worksheets/sheet${id}`, "worksheet"])]
    .map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`)
    .join("") +
  "</Types>";

const relationships = (targets: (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${OPEN}/package/2006/relationships">` +
  targets
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${OPEN}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
    )
    .join("") +
  "</Relationships>";

const workbook = (sheets: readonly NewSheet[]): string =>
  `<workbook ${MAIN} xmlns:r="${OPEN}/officeDocument/2006/relationships"><sheets>` +
  sheets.map(({name}, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("") +
  "</sheets></workbook>";

/** Cell styles: 0 none, 1 a day, 2 a moment. */
const styles =
  `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  [0, 164, 165].map((id) => `<xf numFmtId="${id}" xfId="0"${id ? ' applyNumberFormat="1"' : ""}/>`).join("") +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

async function* sheetXml(rows: NewSheet["rows"]): AsyncGenerator<Buffer> {
  let text = `${HEAD}<worksheet ${MAIN}><sheetData>`;
  const names: string[] = [];
  let number = 0;
  for await (const row of rows) {
    number++;
    text += `<row r="${number}">`;
    for (let i = 0; i < row.length; i++) text += cellXml(row[i]!, (names[i] ??= columnName(i + 1)) + number);
    text += "</row>";
    if (text.length > 1 << 16) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

function cellXml(cell: SheetCell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(escaped(cell))}</t></is></c>`;
  }
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  const value = typeof cell === "number" ? cell : cell.getTime() / 86_400_000 + 25_569;
  if (!Number.isFinite(value)) return `<c r="${place}" t="e"><v>#NUM!</v></c>`;
  const style = typeof cell === "number" ? "" : ` s="${Number.isInteger(value) ? 1 : 2}"`;
  return `<c r="${place}"${style}><v>${value}</v></c>`;
}

/** What XML cannot hold, or would change. */
const unfit =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}(?:_|[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]))/g;

/** `_x000D_` for a letter that XML cannot hold, and `_x005F_` for an underscore that would begin such a sign. */
const escaped = (text: string): string =>
  text.replace(unfit, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);

const xml = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;
