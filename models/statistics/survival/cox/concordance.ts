import {predictor} from "./riskSets.ts";
import type {Fitted} from "./coxFit.ts";

/** Over pairs of which it is known who ended first: how often the one foretold to end first did, ties half. */
export interface Concordance {
  concordance: number;
  standardError: number;
  concordant: number;
  discordant: number;
  tied: number;
}

/** Counts by rank, with the number up to a rank in logarithmic time. Source: Fenwick (1994). */
class Counts {
  private readonly tree: Float64Array;
  total = 0;

  constructor(size: number) {
    this.tree = new Float64Array(size + 1);
  }

  add(rank: number, count: number): void {
    this.total += count;
    for (let i = rank + 1; i < this.tree.length; i += i & -i) this.tree[i]! += count;
  }

  /** How many are below a rank. */
  below(rank: number): number {
    let sum = 0;
    for (let i = rank; i > 0; i -= i & -i) sum += this.tree[i]!;
    return sum;
  }
}

/**
 * Harrell's concordance of a fit, with its infinitesimal jackknife standard error; null where no pair can be compared.
 *
 * A pair can be compared where one ended before the other ended or was last seen; of equal times, an end comes before a last sight.
 * Source: Harrell et al. (1982); Therneau & Atkinson, “Concordance” (2020).
 */
export function concordance({scaled: {sets, beta}}: Fitted): Concordance | null {
  const rows = sets.rows.map(({time, ended, count, covariates}) => {
    return {time, ended, count, eta: Number(predictor(covariates, beta).toPrecision(12)), rank: 0, right: 0, pairs: 0};
  });
  const etas = [...new Set(rows.map(({eta}) => eta))].sort((a, b) => a - b);
  const ranks = new Map(etas.map((eta, rank) => [eta, rank]));
  for (const row of rows) row.rank = ranks.get(row.eta)!;
  let [concordant, tied, all] = [0, 0, 0];

  const latest = new Counts(etas.length);
  for (const at of byTime(rows)) {
    for (const row of at) if (!row.ended) latest.add(row.rank, row.count);
    for (const row of at) {
      if (!row.ended) continue;
      const [below, same] = [latest.below(row.rank), latest.below(row.rank + 1) - latest.below(row.rank)];
      row.right += below + same / 2;
      row.pairs += latest.total;
      concordant += row.count * below;
      tied += row.count * same;
      all += row.count * latest.total;
    }
    for (const row of at) if (row.ended) latest.add(row.rank, row.count);
  }
  if (all === 0) return null;

  const earliest = new Counts(etas.length);
  for (const at of byTime(rows.toReversed())) {
    const outlive = (row: (typeof rows)[number]) => {
      const upTo = earliest.below(row.rank + 1);
      row.right += earliest.total - upTo + (upTo - earliest.below(row.rank)) / 2;
      row.pairs += earliest.total;
    };
    for (const row of at) if (row.ended) outlive(row);
    for (const row of at) if (row.ended) earliest.add(row.rank, row.count);
    for (const row of at) if (!row.ended) outlive(row);
  }
  const share = (concordant + tied / 2) / all;
  const variance = rows.reduce((sum, {count, right, pairs}) => sum + count * ((right - share * pairs) / all) ** 2, 0);
  return {
    concordance: share,
    standardError: Math.sqrt(variance),
    concordant,
    discordant: all - concordant - tied,
    tied
  };
}

/** Neighbours of equal time. */
function* byTime<Row extends {time: number}>(rows: readonly Row[]): Generator<Row[]> {
  let at: Row[] = [];
  for (const row of rows) {
    if (at.length && at[0]!.time !== row.time) {
      yield at;
      at = [];
    }
    at.push(row);
  }
  if (at.length) yield at;
}
