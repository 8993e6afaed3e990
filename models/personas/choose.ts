import type {Stability} from "../statistics/clustering/stability.ts";

export const clusterStates = ["chosen", "stable", "unstable", "smooth", "tiny"] as const;
export type ClusterState = (typeof clusterStates)[number];

/** Agreement of two halves from which on groups are stable. Source: Hennig (2007). */
export const STABLE = 0.75;
/** Groups are no more than smooth variation unless customers are nearer to their centres than so much of what smooth variation gives. */
export const TIGHTER = 0.95;
/** The least share of customers that is a persona. */
export const LEAST_SHARE = 0.02;
/** Numbers of groups whose agreement is so near to the best are equally good: the largest is taken. */
export const EQUALLY_GOOD = 0.05;

const stateOf = (one: Stability): ClusterState =>
  one.ariMean < STABLE
    ? "unstable"
    : one.ariMean <= one.smoothAriMean || one.withinMean > TIGHTER * one.smoothWithinMean
      ? "smooth"
      : one.smallestMean < LEAST_SHARE
        ? "tiny"
        : "stable";

/** The verdict on each number of groups, in their order; at most one is chosen, none where customers vary smoothly. */
export function chooseClusters(tried: readonly Stability[]): ClusterState[] {
  const states = tried.map(stateOf);
  const stable = tried.filter((_, i) => states[i] === "stable");
  const best = Math.max(...stable.map(({ariMean}) => ariMean));
  const chosen = Math.max(
    ...stable.filter(({ariMean}) => ariMean >= best - EQUALLY_GOOD).map(({clusters}) => clusters)
  );
  return states.map((state, i) => (state === "stable" && tried[i]!.clusters === chosen ? "chosen" : state));
}
