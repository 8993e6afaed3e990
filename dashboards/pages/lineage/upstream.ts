import {clock, inputsOf, part, readersOf, type Graph} from "./graph.ts";

/** A node, everything that it is computed from, and what reads it directly; the clock is drawn, but not followed. */
export function upstreamOf(graph: Graph, id: string): Graph {
  const ids = new Set<string>([id]);
  const open = inputsOf(graph, id);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (ids.has(next)) continue;
    ids.add(next);
    if (next !== clock) open.push(...inputsOf(graph, next));
  }
  for (const reader of readersOf(graph, id)) ids.add(reader);
  const drawn = part(graph, ids);
  return id === clock ? drawn : {...drawn, edges: drawn.edges.filter(([, to]) => to !== clock)};
}
