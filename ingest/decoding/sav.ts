import {closeSync, fstatSync, openSync} from "node:fs";
import {UserError} from "../../warehouse/error.ts";
import type {CsvFile} from "./csvFile.ts";
import {SavBytes} from "./savBytes.ts";
import {savCases} from "./savCases.ts";
import {savColumns} from "./savCells.ts";
import {readDictionary} from "./savDictionary.ts";
import {Unreadable} from "./unreadable.ts";

/**
 * Writes an SPSS file (.sav, .zsav) as a working copy: the names of the variables, then one record a case.
 *
 * Numbers keep every digit, days and times are ISO, missing values are empty. A variable with value labels is followed by
 * `<name>.label`, which also names the missing values. Memory: the dictionary and a few blocks of at most 64 MiB.
 * Throws a UserError for a file that is damaged, cut off or encrypted.
 */
export async function savToCsv(path: string, name: string, out: CsvFile): Promise<void> {
  try {
    const {dictionary, size} = opened(path);
    const columns = savColumns(dictionary);
    await out.row(columns.map((column) => column.name));
    for await (const block of savCases(path, size, dictionary)) {
      for (let at = 0; at < block.length; at += dictionary.caseBytes) {
        await out.row(columns.map(({cell}) => cell(block, at)));
      }
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new UserError(`ingest: ${name}: ${error.message}`);
    throw error;
  }
}

function opened(path: string) {
  const fd = openSync(path, "r");
  try {
    const {size} = fstatSync(fd);
    return {dictionary: readDictionary(SavBytes.file(fd, size)), size};
  } finally {
    closeSync(fd);
  }
}
