/** A number between two of the totals that it is part of. */
export interface Flow {
  from: string;
  to: string;
  customers: number;
  /** Not to be published. */
  isWithheld: boolean;
  /** Published elsewhere, or withheld there: not to be changed here. */
  isFixed?: boolean;
}

/** The cheapest way from one end of a flow to the other past the flow itself: as little as possible that is not withheld already. */
function detourOf(flows: readonly Flow[], flow: Flow, mayUse: (other: Flow) => boolean): Flow[] | null {
  const cost = new Map([[flow.from, 0]]);
  const came = new Map<string, {by: Flow; node: string}>();
  const open = new Set([flow.from]);
  while (open.size) {
    const node = [...open].reduce((a, b) => (cost.get(b)! < cost.get(a)! ? b : a));
    open.delete(node);
    if (node === flow.to) break;
    for (const by of flows) {
      if (by === flow || !mayUse(by) || (by.from !== node && by.to !== node)) continue;
      const next = by.from === node ? by.to : by.from;
      const total = cost.get(node)! + (by.isWithheld ? 0 : by.customers);
      if (total >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, total);
      came.set(next, {by, node});
      open.add(next);
    }
  }
  if (!came.has(flow.to)) return null;
  const way: Flow[] = [];
  for (let node = flow.to; node !== flow.from; node = came.get(node)!.node) way.push(came.get(node)!.by);
  return way;
}

/**
 * Which flows of a table with known totals are withheld, so that none of those that must be can be recomputed from the rest; null
 * where nothing that is left would hide them.
 *
 * Every flow counts in exactly two totals, its ends. A withheld one follows from the totals exactly where it lies on no circle of
 * withheld flows (Gusfield, A graph theoretic approach to statistical data security, 1988): circles are closed with the smallest others.
 * Empty flows stay visible, and circles are made of flows that could be smaller as well as greater.
 */
export function withheldFlows(given: readonly Flow[]): boolean[] | null {
  const flows = given.map((flow) => ({...flow}));
  const known = (flow: Flow) => flow.isWithheld && !detourOf(flows, flow, (other) => other.isWithheld);
  for (let flow = flows.find(known); flow; flow = flows.find(known)) {
    const way = detourOf(flows, flow, (other) => other.isWithheld || (!other.isFixed && other.customers > 0));
    if (!way) return null;
    for (const other of way) other.isWithheld = true;
  }
  return flows.map(({isWithheld}) => isWithheld);
}
