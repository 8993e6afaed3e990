import type {Change} from "./change.ts";
import {difference, type Difference} from "./intervals.ts";
import type {TriangleData} from "./triangleData.ts";

/** What a change of return among the newer customers amounts to in its one month. */
export interface Leverage {
  customers: number;
  /** Customers more (or, below zero, fewer) than at the earlier share, with interval. */
  returning: Difference;
  /** Net revenue of the month per customer who ordered in it, over all complete cohorts. */
  each: number;
  /** Returning × each, with the interval of returning alone. */
  revenue: Difference;
  /** One point of return among these customers. */
  point: {returning: number; revenue: number};
}

/** The leverage of a change; undefined where no revenue is known. */
export function leverageOf({recent, change, month}: Change, {cohorts}: TriangleData): Leverage | undefined {
  const done = cohorts.flatMap(({cells}) => {
    const at = cells[month - 1];
    return at && !at.running && at.active !== null ? [{active: at.active, revenue: at.revenue!}] : [];
  });
  const active = done.reduce((sum, at) => sum + at.active, 0);
  const each = done.reduce((sum, at) => sum + at.revenue, 0) / active;
  if (!(active > 0) || !(each > 0)) return undefined;
  const scaled = (by: number) => difference(change.value * by, change.low * by, change.high * by);
  const point = recent.n / 100;
  return {
    customers: recent.n,
    returning: scaled(recent.n),
    each,
    revenue: scaled(recent.n * each),
    point: {returning: point, revenue: point * each}
  };
}
