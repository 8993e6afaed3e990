import type {Sparse} from "./sparse.ts";

/** Rows in which a column must occur to count. */
export const leastRows = 2;
/** How far the log-count ratio moves a weight from plain TF-IDF (0) to NB features (1). */
const mix = 0.25;

/**
 * How much each column says, from training rows of counts: idf × ((1 − β) + β |r|), r = ln ((p + 1) ÷ (P + 2)) − ln ((q + 1) ÷ (Q + 2)); 0 for a
 * column of fewer than two rows.
 *
 * p of P rows with outcome 1 hold the column, q of Q others; idf = ln ((1 + n) ÷ (1 + p + q)) + 1. Log-count ratios as features: Wang & Manning
 * (2012), interpolated by their β.
 */
export function columnScale({rows, starts, columns: at}: Sparse, outcome: Uint8Array, columns: number): Float64Array {
  const held = [new Float64Array(columns), new Float64Array(columns)] as const;
  const all = [0, 0] as [number, number];
  for (let i = 0; i < rows; i++) {
    const side = outcome[i] ? 1 : 0;
    all[side]++;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) held[side][at[k]!]!++;
  }
  return Float64Array.from({length: columns}, (_, c) => {
    const [q, p] = [held[0][c]!, held[1][c]!];
    if (p + q < leastRows) return 0;
    const r = Math.log((p + 1) / (all[1] + 2)) - Math.log((q + 1) / (all[0] + 2));
    return (Math.log((1 + rows) / (1 + p + q)) + 1) * (1 - mix + mix * Math.abs(r));
  });
}

/** Rows of counts as rows to learn from: (1 + ln count) × scale, each row of length 1, with a constant 1 in column `columns`. */
export function weighted({rows, starts, columns: at, values}: Sparse, scale: Float64Array): Sparse {
  const kept = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    let cells = 1;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) if (scale[at[k]!]) cells++;
    kept[i + 1] = kept[i]! + cells;
  }
  const made = {columns: new Int32Array(kept[rows]!), values: new Float32Array(kept[rows]!)};
  for (let i = 0; i < rows; i++) {
    let [next, square] = [kept[i]!, 0];
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const weight = scale[at[k]!]!;
      if (!weight) continue;
      const count = values[k]!;
      const value = count === 1 ? weight : (1 + Math.log(count)) * weight;
      made.columns[next] = at[k]!;
      made.values[next++] = value;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let k = kept[i]!; k < next; k++) made.values[k]! /= length;
    made.columns[next] = scale.length;
    made.values[next] = 1;
  }
  return {rows, starts: kept, ...made};
}
