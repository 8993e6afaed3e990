import {z95} from "./distributions.ts";
import type {LifeRow} from "./lifeTable.ts";

/** What still brings something: how long it has run, and how much it brings. */
export interface Running {
  age: number;
  amount: number;
}

/** How much of it is expected to end within a horizon, with the 95 % interval of the expectation. */
export interface Loss {
  loss: number;
  low: number;
  high: number;
}

/** Below so many at risk the daily hazard is too rough; later days take the rate over all days. */
const reliable = 10;

/**
 * Σ amount × (1 − S(age + h) ÷ S(age)), by the product-limit estimate as far as 10 are at risk and by ended ÷ days at risk beyond.
 *
 * The interval is the delta method's over the independent daily hazards, Var λ(t) = d (n − d) ÷ n³, and the rate, Var r = r² ÷ Σ d. It
 * says how well the expectation is known, not how far chance may take the outcome from it.
 */
export function expectedLoss(table: readonly LifeRow[], running: readonly Running[], horizon: number): Loss {
  const ends = table.filter(({ended, atRisk}) => ended > 0 && atRisk >= reliable);
  const until = table.findLast(({atRisk}) => atRisk >= reliable)?.time ?? -1;
  const ended = table.reduce((sum, row) => sum + row.ended, 0);
  const exposure = table.reduce((sum, row) => sum + (row.ended + row.left) * row.time, 0);
  const rate = exposure > 0 ? ended / exposure : 0;

  const logs = [0];
  for (const row of ends) logs.push(logs.at(-1)! + Math.log(1 - row.ended / row.atRisk));
  const upTo = (time: number) => {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ends[middle]!.time <= time) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const touched = new Array<number>(ends.length + 1).fill(0);
  let [loss, total, beyond] = [0, 0, 0];
  for (const {age, amount} of running) {
    const [from, to] = [upTo(age), upTo(age + horizon)];
    const days = Math.max(0, age + horizon - Math.max(age, until));
    const stays = logs[from] === -Infinity ? 0 : Math.exp(logs[to]! - logs[from]! - rate * days);
    loss += amount * (1 - stays);
    total += amount;
    beyond += amount * stays * days;
    touched[from]! += amount * stays;
    touched[to]! -= amount * stays;
  }
  let variance = ended ? (beyond * rate) ** 2 / ended : 0;
  let weight = 0;
  ends.forEach(({ended: d, atRisk: n}, i) => {
    weight += touched[i]!;
    if (d < n) variance += (weight * weight * d) / (n * (n - d));
  });
  const half = z95 * Math.sqrt(variance);
  return {loss, low: Math.max(0, loss - half), high: Math.min(total, loss + half)};
}
