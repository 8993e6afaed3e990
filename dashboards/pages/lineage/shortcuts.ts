import {inputsOf, type Graph} from "./graph.ts";

/** The graph without the edges that a longer path says too (its transitive reduction); what leads where stays the same. */
export function withoutShortcuts(graph: Graph): Graph {
  const before = new Map<string, ReadonlySet<string>>();
  const allBefore = (id: string): ReadonlySet<string> => {
    const known = before.get(id);
    if (known) return known;
    const inputs = inputsOf(graph, id);
    const found = new Set([...inputs, ...inputs.flatMap((input) => [...allBefore(input)])]);
    before.set(id, found);
    return found;
  };
  const isShortcut = (from: string, to: string) =>
    inputsOf(graph, to).some((other) => other !== from && allBefore(other).has(from));
  return {nodes: graph.nodes, edges: graph.edges.filter(([from, to]) => !isShortcut(from, to))};
}
