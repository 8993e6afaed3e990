/** A scored pair of a component: weight in bits, and whether it links. */
export interface Edge {
  l: number;
  r: number;
  weight: number;
  links: boolean;
  decided: "same" | "different" | "unsure" | null;
}

/** A pair's weight counts at most so much for or against: one very telling pair does not outvote all others. */
export const mostBits = 12;

/**
 * Splits a component of records into customers, greedily: of the groups that a link ties, the two that fit best become one, as long as
 * their pairs on the whole speak for it (average linkage over clamped weights, Sokal & Michener 1958), no steward has said that two of them
 * differ, and `mayJoin` allows it. What a steward calls the same comes first.
 *
 * `edges` has every pair of the component; a pair that is not there speaks neither way. Returns groups of records, each sorted, in order.
 */
export function split(
  records: readonly number[],
  edges: readonly Edge[],
  mayJoin: (a: readonly number[], b: readonly number[]) => boolean = () => true
): number[][] {
  const groups = new Map<number, number[]>(records.map((n) => [n, [n]]));
  const ties = new Map<string, Tie>();
  const tieOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const {l, r, weight, links, decided} of edges) {
    ties.set(tieOf(l, r), {
      a: Math.min(l, r),
      b: Math.max(l, r),
      sum: Math.max(-mostBits, Math.min(mostBits, weight)),
      pairs: 1,
      links: links ? 1 : 0,
      same: decided === "same",
      different: decided === "different"
    });
  }
  for (;;) {
    let best: Tie | undefined;
    for (const tie of ties.values()) {
      if (tie.different || !(tie.links > 0 || tie.same)) continue;
      if (!tie.same && tie.sum / tie.pairs < leastMean) continue;
      if (!tie.same && !mayJoin(groups.get(tie.a)!, groups.get(tie.b)!)) continue;
      if (!best || isBetter(tie, best)) best = tie;
    }
    if (!best) break;
    const {a, b} = best;
    groups.set(a, [...groups.get(a)!, ...groups.get(b)!]);
    groups.delete(b);
    ties.delete(tieOf(a, b));
    for (const other of groups.keys()) {
      if (other === a) continue;
      const from = ties.get(tieOf(b, other));
      if (!from) continue;
      ties.delete(tieOf(b, other));
      const into = ties.get(tieOf(a, other));
      ties.set(tieOf(a, other), {
        a: Math.min(a, other),
        b: Math.max(a, other),
        sum: from.sum + (into?.sum ?? 0),
        pairs: from.pairs + (into?.pairs ?? 0),
        links: from.links + (into?.links ?? 0),
        same: from.same || (into?.same ?? false),
        different: from.different || (into?.different ?? false)
      });
    }
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

/** What the pairs between two groups say together; `a` and `b` are the groups' smallest records. */
interface Tie {
  a: number;
  b: number;
  sum: number;
  pairs: number;
  links: number;
  same: boolean;
  different: boolean;
}

/** Bits that the pairs between two groups may say against one customer on average: records that say little of anyone say that too. */
const leastMean = -2;

/** The order of joining, total: a steward's word, then the mean weight, then the records. */
function isBetter(tie: Tie, than: Tie): boolean {
  if (tie.same !== than.same) return tie.same;
  const difference = tie.sum / tie.pairs - than.sum / than.pairs;
  if (Math.abs(difference) > 1e-9) return difference > 0;
  return tie.a !== than.a ? tie.a < than.a : tie.b < than.b;
}
