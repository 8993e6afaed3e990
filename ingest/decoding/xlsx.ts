import {rmSync} from "node:fs";
import {UserError} from "../../warehouse/error.ts";
import {counter, type Limits} from "./bounds.ts";
import {CsvFile} from "./csvFile.ts";
import {sharedStrings, StringPool} from "./xlsxStrings.ts";
import {cellFormats} from "./xlsxStyles.ts";
import {sheetRows, type SheetContext, type SheetRow, type Uncomputed} from "./xlsxSheet.ts";
import {openWorkbook, type Sheet, type Workbook} from "./xlsxWorkbook.ts";

export type {Uncomputed} from "./xlsxSheet.ts";
export type {Sheet} from "./xlsxWorkbook.ts";

/** Rows from which the width of a sheet is told. */
const FIRST = 10;

/** The sheets of a workbook with cells, in their order. `name` is the file as messages name it. */
export async function sheetsOf(path: string, name: string): Promise<Sheet[]> {
  const {sheets} = await openWorkbook(path, name);
  return sheets.map(({name: label, hidden}) => ({name: label, hidden}));
}

/**
 * Writes a sheet as the working copy `out`: record n is row n of the sheet; a row without anything is a blank line, and there are
 * none after the last that holds something.
 *
 * Rows are as wide as the widest of the first ten that hold anything; a row that is wider stays so. Resolves with the formulas
 * that the file stores no value of. Memory: the workbook's shared strings, and one piece of the sheet. Throws a UserError, and
 * leaves no file, where the workbook cannot be read, has no such sheet, or unpacks beyond the limits.
 */
export async function sheetToCsv(
  path: string,
  {name, sheet}: {name: string; sheet: string},
  out: string,
  limits?: Limits
): Promise<Uncomputed> {
  rmSync(out, {force: true});
  const where = `${name}#${sheet}`;
  const workbook = await openWorkbook(path, name);
  const part = partOf(workbook, name, sheet);
  const context = await contextOf(workbook, name);
  const uncomputed: Uncomputed = {cells: 0};
  const csv = new CsvFile(out);
  try {
    const rows = sheetRows(await workbook.open(part), where, context, uncomputed);
    await write(rows, csv, counter(where, {compressed: () => workbook.size, limits}));
    await csv.close();
    return uncomputed;
  } catch (error) {
    await csv.close().catch(() => undefined);
    rmSync(out, {force: true});
    throw error;
  }
}

function partOf({sheets}: Workbook, name: string, sheet: string): string {
  const part = sheets.find((each) => each.name === sheet)?.part;
  if (part !== undefined) return part;
  const names = sheets.map((each) => `"${each.name}"`).join(", ");
  throw new UserError(`ingest: ${name}: missing sheet "${sheet}"; it has ${names || "no sheets with cells"}`);
}

async function contextOf({strings, styles, epoch, open}: Workbook, name: string): Promise<SheetContext> {
  return {
    strings: strings === undefined ? new StringPool() : await sharedStrings(await open(strings), `${name}/${strings}`),
    formats: styles === undefined ? [] : await cellFormats(await open(styles), `${name}/${styles}`),
    epoch
  };
}

async function write(pieces: AsyncIterable<SheetRow[]>, csv: CsvFile, take: (bytes: number) => void): Promise<void> {
  let written = 0;
  let width: number | undefined;
  let first: SheetRow[] = [];
  const put = async ({row, cells}: SheetRow): Promise<void> => {
    for (; written < row - 1; written++) await csv.row([]);
    while (cells.length < width!) cells.push("");
    take(cells.reduce((sum, cell) => sum + cell.length + 1, 0));
    await csv.row(cells);
    written++;
  };
  const begin = async (): Promise<void> => {
    width = Math.max(...first.map(({cells}) => cells.length));
    for (const row of first) await put(row);
    first = [];
  };
  for await (const rows of pieces) {
    for (const row of rows) {
      if (width !== undefined) await put(row);
      else if (first.push(row) === FIRST) await begin();
    }
  }
  if (width === undefined) await begin();
}
