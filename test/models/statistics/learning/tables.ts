import {random} from "../../../../models/statistics/learning/random.ts";
import type {Table} from "../../../../models/statistics/learning/table.ts";

/** Rows whose features are uniform in [0, 1) and whose outcome is 1 with the probability that a function of them says. */
export function tableOf(seed: number, rows: number, width: number, probability: (row: number[]) => number): Table {
  const next = random(seed);
  const lines = Array.from({length: rows}, () => Array.from({length: width}, () => next()));
  return {
    rows,
    features: Array.from({length: width}, (_, f) => Float64Array.from(lines, (row) => row[f]!)),
    outcome: Uint8Array.from(lines, (row) => Number(next() < probability(row)))
  };
}

export const rowOf = ({features}: Table, i: number): Float64Array =>
  Float64Array.from(features, (values) => values[i]!);
