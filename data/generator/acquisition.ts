import type {Dice} from "./dice.ts";
import {londonMonth, startOfDay} from "./londonTime.ts";

/** Gift season brings new customers; late summer does not. */
const SEASON = [0.95, 0.95, 1, 1, 1, 1, 1, 0.9, 1, 1.03, 1.15, 1.12];

/**
 * The instants at which n customers arrive, in order: a count per month that grows by `growth` with a little noise, spread
 * evenly inside each month with a random shift, so that no month of a small sample is empty by accident.
 */
export function acquisition(n: number, from: number, until: number, growth: number, dice: Dice): (i: number) => number {
  const edges = monthEdges(from, until);
  const sums = [0];
  for (let k = 0; k + 1 < edges.length; k++) {
    const full = edges[k + 1]! - edges[k]!;
    const weight = (1 + growth) ** k * SEASON[londonMonth(edges[k]!) - 1]! * dice.logNormal(1, 0.035) * full;
    sums.push(sums[k]! + weight);
  }
  const total = sums[sums.length - 1]!;
  let month = 0;
  return (i) => {
    const target = ((i + dice.uniform()) / n) * total;
    while (month > 0 && sums[month]! > target) month--;
    while (sums[month + 1]! < target) month++;
    const share = (target - sums[month]!) / (sums[month + 1]! - sums[month]!);
    return edges[month]! + share * (edges[month + 1]! - edges[month]!);
  };
}

/** From, the first day of each month between, until. */
function monthEdges(from: number, until: number): number[] {
  const edges = [from];
  const first = new Date(from);
  for (let k = 1; ; k++) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + k, 1)).toISOString().slice(0, 10);
    if (startOfDay(month) >= until) return [...edges, until];
    if (startOfDay(month) > from) edges.push(startOfDay(month));
  }
}
