/** What a classifier got right, of rows with outcome 1 or 0. */
export interface Told {
  /** Share of all rows told right. */
  accuracy: number;
  /** 2tp ÷ (2tp + fp + fn) of outcome 1; 0 where there is nothing to find. */
  f1: number;
}

/**
 * Area under the ROC curve: the chance that a row of outcome 1 scores above one of outcome 0, a tie counting half. Null unless both occur.
 */
export function areaUnderCurve(scores: Float64Array, outcome: Uint8Array): number | null {
  const order = Int32Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [ranks, ones] = [0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    for (let k = from; k < to; k++) {
      if (!outcome[order[k]!]) continue;
      ranks += (from + to + 1) / 2;
      ones++;
    }
    from = to;
  }
  const pairs = ones * (order.length - ones);
  return pairs ? (ranks - (ones * (ones + 1)) / 2) / pairs : null;
}

/** How right "outcome 1 from this score on" is. */
export function toldAt(threshold: number | ((row: number) => number), scores: Float64Array, outcome: Uint8Array): Told {
  const cut = typeof threshold === "number" ? () => threshold : threshold;
  let [tp, fp, fn] = [0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const said = scores[i]! >= cut(i);
    if (said && outcome[i]) tp++;
    else if (said) fp++;
    else if (outcome[i]) fn++;
  }
  return {accuracy: scores.length ? 1 - (fp + fn) / scores.length : 0, f1: tp ? (2 * tp) / (2 * tp + fp + fn) : 0};
}

/**
 * The probability from which on rows are told to have outcome 1, so that the F1 that these calibrated probabilities promise is greatest: half of it
 * (Lipton, Elkan & Narayanaswamy 2014). Unlike the threshold of the greatest F1 that was seen it does not follow the chance of a few rows.
 */
export function bestThreshold(probabilities: Float64Array): number {
  const falling = Float64Array.from(probabilities).sort().reverse();
  const all = falling.reduce((sum, p) => sum + p, 0);
  let [best, told] = [0, 0];
  falling.forEach((p, k) => {
    told += p;
    best = Math.max(best, (2 * told) / (k + 1 + all));
  });
  return best / 2;
}

/**
 * The probability from which on as many rows are told to have outcome 1 as have it, or as nearly as equal scores allow: their share is then neither
 * too great nor too small, and precision equals recall.
 */
export function shareThreshold(probabilities: Float64Array, outcome: Uint8Array): number {
  const falling = Float64Array.from(probabilities).sort().reverse();
  const ones = outcome.reduce((sum, value) => sum + value, 0);
  let [best, off] = [1, ones];
  for (let k = 1; k <= falling.length; k++) {
    if (falling[k] === falling[k - 1] || Math.abs(k - ones) >= off) continue;
    [best, off] = [(falling[k - 1]! + (falling[k] ?? falling[k - 1]!)) / 2, Math.abs(k - ones)];
  }
  return best;
}

/**
 * How much better probabilities are than always saying the share of outcome 1: 1 − Σ (p − y)² ÷ Σ (ȳ − y)² (Brier 1950; Murphy 1973). Null unless both
 * outcomes occur.
 */
export function brierSkill(probabilities: Float64Array, outcome: Uint8Array): number | null {
  const share = outcome.reduce((sum, value) => sum + value, 0) / outcome.length;
  const plain = outcome.length * share * (1 - share);
  return plain ? 1 - probabilities.reduce((sum, p, i) => sum + (p - outcome[i]!) ** 2, 0) / plain : null;
}
