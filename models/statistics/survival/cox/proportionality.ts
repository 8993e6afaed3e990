import {kaplanMeier} from "../kaplanMeier.ts";
import {lifeTable} from "../lifeTable.ts";
import {upperTail} from "../distributions.ts";
import {quadratic, symmetricInverse} from "../symmetricInverse.ts";
import {eachEventTime, type Ties} from "./eventTimes.ts";
import type {Fitted, Tested} from "./coxFit.ts";
import type {CoxRow} from "./riskSets.ts";

/**
 * Whether hazard ratios stay the same over time: the score test of adding g(t) x for groups of columns (the columns of a term), each by
 * itself, where g(t) = 1 − S(t−) of all subjects; null where the test says nothing.
 *
 * U = Σ g(t) (x − x̄(t)) over the ends, Schoenfeld's residuals against time; its variance is what the information of the fit leaves
 * of it. Source: Grambsch & Therneau (1994).
 */
export function proportionality(
  {scaled: {sets, beta}}: Fitted,
  groups: readonly (readonly number[])[],
  ties: Ties = "efron"
): (Tested | null)[] {
  const p = sets.columns;
  const zeros = () => Array.from({length: p}, () => new Array<number>(p).fill(0));
  const [plain, crossed, squared] = [zeros(), zeros(), zeros()];
  const score = new Array<number>(p).fill(0);
  const g = endedBefore(sets.rows);
  eachEventTime(sets, beta, ties, (at) => {
    const weight = g.get(at.time)!;
    for (let i = 0; i < p; i++) {
      score[i]! += weight * at.score[i]!;
      for (let j = 0; j < p; j++) {
        const value = at.information[i * p + j]!;
        plain[i]![j]! += value;
        crossed[i]![j]! += weight * value;
        squared[i]![j]! += weight * weight * value;
      }
    }
  });
  const inverse = symmetricInverse(plain);
  if (!inverse) return groups.map(() => null);
  const explained = (i: number, j: number) =>
    crossed[i]!.reduce(
      (sum, a, k) => sum + a * inverse[k]!.reduce((row, value, l) => row + value * crossed[l]![j]!, 0),
      0
    );
  return groups.map((columns) => {
    const left = symmetricInverse(columns.map((i) => columns.map((j) => squared[i]![j]! - explained(i, j))));
    if (!left || !columns.length) return null;
    const chiSquare = quadratic(
      columns.map((j) => score[j]!),
      left
    );
    return {chiSquare, degrees: columns.length, p: upperTail(chiSquare, columns.length)};
  });
}

/** By time of an end: the share that had ended before it. */
function endedBefore(rows: readonly CoxRow[]): Map<number, number> {
  const exits = rows.map(({time, ended, count}) => ({time, ended: ended ? count : 0, left: ended ? 0 : count}));
  const shares = new Map<number, number>();
  let survival = 1;
  for (const step of kaplanMeier(lifeTable(exits))) {
    if (step.ended) shares.set(step.time, 1 - survival);
    survival = step.survival;
  }
  return shares;
}
