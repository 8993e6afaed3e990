import {lifeTable, type Exits} from "./lifeTable.ts";
import {quadratic, symmetricInverse} from "./symmetricInverse.ts";
import {upperTail} from "./distributions.ts";

/** What a comparison of survival between groups says; groups in the order given. */
export type LogRank =
  | {
      state: "tested";
      observed: number[];
      expected: number[];
      chiSquare: number;
      degrees: number;
      p: number;
    }
  | {state: "one_group"}
  | {state: "none_ended"};

/**
 * The log-rank test that all groups end alike, for any number of them.
 *
 * At each time with an end, a group expects its share of those at risk of the ends; (O − E)ᵀ V⁻¹ (O − E) over all groups but one, with
 * the hypergeometric variance, is χ². Groups that were never at risk when anybody ended say nothing and do not count. Source: Mantel
 * (1966), Peto & Peto (1972).
 */
export function logRank(groups: readonly (readonly Exits[])[]): LogRank {
  const pooled = lifeTable(groups.flat()).filter(({ended}) => ended > 0);
  if (!pooled.length) return {state: "none_ended"};
  const observed = groups.map((exits) => exits.reduce((sum, {ended}) => sum + ended, 0));
  const expected = groups.map(() => 0);
  const variance = groups.map(() => groups.map(() => 0));
  const tables = groups.map((exits) => lifeTable(exits));
  const places = groups.map(() => 0);
  for (const {time, atRisk, ended} of pooled) {
    const there = tables.map((table, i) => {
      while (places[i]! < table.length && table[places[i]!]!.time < time) places[i]!++;
      return table[places[i]!]?.atRisk ?? 0;
    });
    const spread = atRisk > 1 ? (ended * (atRisk - ended)) / (atRisk - 1) : 0;
    there.forEach((n, i) => {
      const share = n / atRisk;
      expected[i]! += ended * share;
      if (share > 0) there.forEach((m, j) => (variance[i]![j]! += spread * share * ((i === j ? 1 : 0) - m / atRisk)));
    });
  }
  const told = groups.flatMap((_, i) => (variance[i]![i]! > 0 ? [i] : []));
  if (told.length < 2) return {state: "one_group"};
  const kept = told.slice(1);
  const inverse = symmetricInverse(kept.map((i) => kept.map((j) => variance[i]![j]!)));
  if (!inverse) return {state: "one_group"};
  const off = kept.map((i) => observed[i]! - expected[i]!);
  const chiSquare = quadratic(off, inverse);
  return {
    state: "tested",
    observed,
    expected,
    chiSquare,
    degrees: kept.length,
    p: upperTail(chiSquare, kept.length)
  };
}
