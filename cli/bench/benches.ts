import {mixOf} from "./mix.ts";
import {csvOf, type Part} from "./part.ts";
import {workbookOf} from "./workbook.ts";

/** Rows of the largest workbook that people export. */
const SHEET = 300_000;

/** The files of each benchmark, for so many order lines. */
export const benches = {
  csv: (lines: number): Part[] => [csvOf({lines})],
  mix: mixOf,
  xlsx: (lines: number): Part[] => [workbookOf({lines: Math.min(lines, SHEET), named: true})]
};

export type Bench = keyof typeof benches;

/** What ingest promises: times of the engine alone; peak resident memory in bytes. */
export const targets: Record<Bench, {ratio?: number; peakBytes?: number}> = {
  csv: {ratio: 1.3},
  mix: {ratio: 2},
  xlsx: {peakBytes: 2 ** 30}
};
