import {mkdirSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import {type SheetCell, writeXlsx} from "../../ingest/decoding/sheetWriter.ts";
import type {Written} from "./csvFile.ts";
import {faultsOf, placedAt, type PlacedFault} from "./faults.ts";

export interface Sheet {
  name: string;
  header: readonly string[];
  rows: SheetCell[][];
}

/** Writes a workbook of some sheets under `out`, faults placed by the row of their sheet. */
export async function writeWorkbook(
  out: string,
  file: string,
  sheets: readonly Sheet[],
  placed: PlacedFault[] = []
): Promise<Written> {
  const path = join(out, file);
  mkdirSync(dirname(path), {recursive: true});
  for (const {name, header, rows} of sheets) {
    for (const [record, fault] of faultsOf(`${file}#${name}`)) {
      const row = rows[record - 1];
      if (!row) continue;
      row[header.indexOf(fault.column!)] = fault.value || null;
      placed.push(placedAt(fault, record + 1));
    }
  }
  await writeXlsx(
    path,
    sheets.map(({name, header, rows}) => ({name, rows: [header, ...rows]}))
  );
  return {file, rows: sheets.reduce((sum, {rows}) => sum + rows.length, 0), bytes: statSync(path).size};
}
