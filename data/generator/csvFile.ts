import {csvFormatRow, csvFormatRows} from "d3";
import {once} from "node:events";
import {createWriteStream, mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {finished} from "node:stream/promises";
import {broken, type Fault, type PlacedFault} from "./faults.ts";

/** One row of an export, or the rows of one order, which stay together. */
export type CsvRecord = string[][];

export interface CsvFile {
  write: (records: CsvRecord[]) => Promise<void>;
  /** Flushes and closes the file; afterwards it holds `rows` rows below its header. */
  close: () => Promise<{file: string; rows: number; bytes: number}>;
}

/**
 * Opens `file` under `out` for writing, header first; extra header rows follow the names.
 *
 * `write` waits for the disk, so that memory holds one batch. Faults of this file are put in as their record passes, and
 * each is pushed onto `placed` with the line it came to stand on.
 */
export async function openCsv(
  out: string,
  file: string,
  header: readonly string[],
  {faults = [], placed = [], below = []}: {faults?: readonly Fault[]; placed?: PlacedFault[]; below?: string[][]} = {}
): Promise<CsvFile> {
  const path = join(out, file);
  mkdirSync(dirname(path), {recursive: true});
  const stream = createWriteStream(path);
  const pending = new Map(faults.filter((fault) => fault.file === file).map((fault) => [fault.record, fault]));
  let records = 0;
  let line = 1 + below.length;
  stream.write(csvFormatRows([[...header], ...below]) + "\n");

  function formatted(record: CsvRecord): string {
    const fault = pending.get(++records);
    const rows = fault ? broken(record, fault, header) : record;
    if (fault) {
      const {problem, column = null, value = null} = fault;
      placed.push({file, line: line + 1 + (fault.repeated ? record.length : 0), column, value, problem});
    }
    line += rows.length;
    return rows.map((row) => csvFormatRow(row) + "\n").join("");
  }

  return {
    write: async (batch) => {
      if (!stream.write(batch.map(formatted).join(""))) await once(stream, "drain");
    },
    close: async () => {
      stream.end();
      await finished(stream);
      return {file, rows: line - 1 - below.length, bytes: stream.bytesWritten};
    }
  };
}
