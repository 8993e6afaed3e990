import {z95} from "../survival/distributions.ts";

export interface Auc {
  auc: number;
  /** Ends of its 95 % interval, cut at 0 and 1. */
  low: number;
  high: number;
}

/**
 * Area under the ROC curve with its 95 % interval from the variance of DeLong, DeLong & Clarke-Pearson (1988), ties counting half, by ranks as in
 * Sun & Xu (2014). Rows must be independent: give a text once. Null unless either outcome occurs twice.
 */
export function aucInterval(scores: ArrayLike<number>, outcome: ArrayLike<number>): Auc | null {
  const side = (value: number) =>
    Float64Array.from(
      Array.from({length: scores.length}, (_, i) => i).filter((i) => (outcome[i] ? 1 : 0) === value),
      (i) => scores[i]!
    );
  const [zeros, ones] = [side(0), side(1)];
  if (Math.min(zeros.length, ones.length) < 2) return null;
  const all = midranks(Float64Array.from([...ones, ...zeros]));
  const above = placements(all.subarray(0, ones.length), midranks(ones), zeros.length);
  const below = placements(all.subarray(ones.length), midranks(zeros), ones.length).map((share) => 1 - share);
  const auc = meanOf(above);
  const error = Math.sqrt(varianceOf(above) / ones.length + varianceOf(below) / zeros.length);
  return {auc, low: Math.max(0, auc - z95 * error), high: Math.min(1, auc + z95 * error)};
}

/** Of each row the share of the other side below it. */
const placements = (amongAll: Float64Array, amongOwn: Float64Array, others: number): Float64Array =>
  amongAll.map((rank, i) => (rank - amongOwn[i]!) / others);

/** Ranks from 1 in the order given, equal values sharing their mean. */
function midranks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) ranks[order[k]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
