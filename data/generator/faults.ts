import {UNDECODABLE} from "./encoders.ts";
import {FAULTS} from "./plantedFaults.ts";

/**
 * A broken row the loader must report, at a fixed record of its file; a sample too small to reach the record lacks it.
 *
 * A record is an order with all its rows, or one row elsewhere. `repeated` delivers the record twice, `cut` ends its
 * (first) row after that many cells or characters, `split` breaks the line within the cell of `column`, `undecodable` puts a
 * byte into it that is half a character; otherwise `value` replaces the cell of `column` in the first row.
 */
export interface Fault {
  /** As the loader names it: `mail/audience.zip/cleaned.csv`, `crm/trade.xlsx#Deals`. */
  file: string;
  record: number;
  problem: string;
  column?: string;
  value?: string;
  repeated?: true;
  cut?: number;
  split?: true;
  undecodable?: true;
  /** The row stays; only what is broken in it is lost. */
  isHarmless?: true;
}

/** A fault as written: the 1-based line of the file it stands on, or row of a sheet or table. */
export interface PlacedFault {
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  problem: string;
  isHarmless: boolean;
}

/** The faults of one file by their records, each to be placed as its record passes. */
export const faultsOf = (file: string): Map<number, Fault> =>
  new Map(FAULTS.filter((fault) => fault.file === file).map((fault) => [fault.record, fault]));

/** Where a fault came to stand. */
export const placedAt = ({file, problem, ...fault}: Fault, line: number): PlacedFault => ({
  file,
  line,
  column: fault.column ?? null,
  value: fault.value ?? null,
  problem,
  isHarmless: fault.isHarmless ?? false
});

/** The record as the fault leaves it; `split` is left to the writer of lines. */
export function broken(record: string[][], fault: Fault, header: readonly string[]): string[][] {
  const [first, ...rest] = record as [string[], ...string[][]];
  if (fault.repeated) return [...record, ...record];
  if (fault.cut !== undefined) return [first.slice(0, fault.cut), ...rest];
  const change = (cell: string) => (fault.undecodable ? cell + UNDECODABLE : (fault.value ?? cell));
  return [first.map((cell, index) => (header[index] === fault.column ? change(cell) : cell)), ...rest];
}
