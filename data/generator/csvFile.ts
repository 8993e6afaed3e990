import {dsvFormat} from "d3";
import {join} from "node:path";
import type {Encoding} from "./encoders.ts";
import {broken, type Fault, faultsOf, placedAt, type PlacedFault} from "./faults.ts";
import {textSink} from "./textSink.ts";

/** One row of an export, or the rows of one order, which stay together. */
export type CsvRecord = string[][];

/** A file that is complete: what it holds below its header, and its bytes on disk. */
export interface Written {
  file: string;
  rows: number;
  bytes: number;
}

export interface CsvFile {
  write: (records: CsvRecord[]) => Promise<void>;
  /** Flushes and closes the file. */
  close: () => Promise<Written>;
}

interface CsvOptions {
  placed?: PlacedFault[];
  /** Header rows below the names. */
  below?: string[][];
  encoding?: Encoding;
  delimiter?: string;
  /** Where it is written, when it is to be packed into `file` afterwards. */
  path?: string;
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
  {placed = [], below = [], encoding, delimiter = ",", path = join(out, file)}: CsvOptions = {}
): Promise<CsvFile> {
  const sink = textSink(path, encoding);
  const {formatRow} = dsvFormat(delimiter);
  const pending = faultsOf(file);
  let records = 0;
  let line = 1 + below.length;
  await sink.write([[...header], ...below].map((row) => formatRow(row) + "\n").join(""));

  function formatted(record: CsvRecord): string {
    const fault = pending.get(++records);
    const rows = fault ? broken(record, fault, header) : record;
    if (fault) placed.push(placedAt(fault, line + 1 + (fault.repeated ? record.length : fault.split ? 1 : 0)));
    line += rows.length;
    const text = rows.map((row) => formatRow(row) + "\n").join("");
    if (!fault?.split) return text;
    line++;
    return splitAt(text, record[0]!, header, fault);
  }

  /** The line broken in the middle of a cell, as a line break that nobody quoted does. */
  function splitAt(text: string, row: string[], header: readonly string[], {column}: Fault): string {
    const cell = header.indexOf(column!);
    const before = formatRow(row.slice(0, cell)).length + 1;
    const at = before + Math.ceil(row[cell]!.length / 2);
    return text.slice(0, at).trimEnd() + "\n" + text.slice(at).trimStart();
  }

  return {
    write: (batch) => sink.write(batch.map(formatted).join("")),
    close: async () => ({bytes: await sink.close(), file, rows: line - 1 - below.length})
  };
}
