import {inForce, pairOf, type Decision} from "./decisions.ts";

/** Decisions that cannot all be true. `different` holds in each of them. */
export interface Contradiction {
  /** The pair that is said to be different. */
  different: Decision;
  /** The records from one to the other, of which every neighbouring two are said to be the same: two where one batch says both. */
  chain: string[];
}

/**
 * What contradicts itself in decisions, in order of the pairs: a pair that one batch calls both same and different, and a pair called
 * different whose records are tied by a chain of others called the same; of several chains, a shortest one.
 */
export function contradictions(decisions: readonly Decision[]): Contradiction[] {
  const held = inForce(decisions);
  const saidSame = new Set(decisions.filter(isSame).map(batchOf));
  const neighbours = new Map<string, string[]>();
  const tie = (from: string, to: string) => {
    if (!neighbours.get(from)?.push(to)) neighbours.set(from, [to]);
  };
  for (const {left, right} of held.filter(isSame)) {
    tie(left, right);
    tie(right, left);
  }
  return held
    .filter(({verdict}) => verdict === "different")
    .flatMap((different) => {
      const {left, right} = different;
      const chain = saidSame.has(batchOf(different)) ? [left, right] : chainBetween(left, right, neighbours);
      return chain ? [{different, chain}] : [];
    });
}

const isSame = ({verdict}: Decision): boolean => verdict === "same";
const batchOf = (decision: Decision): string => `${decision.batch}/${pairOf(decision)}`;

/** A shortest path from one record to another, by breadth. */
function chainBetween(from: string, to: string, neighbours: ReadonlyMap<string, string[]>): string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const record of before.keys()) {
    if (record === to) break;
    for (const next of neighbours.get(record) ?? []) if (!before.has(next)) before.set(next, record);
  }
  if (!before.has(to)) return undefined;
  const chain = [to];
  for (let at = before.get(to); at !== undefined; at = before.get(at)) chain.unshift(at);
  return chain;
}
