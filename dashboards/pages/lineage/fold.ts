import {inputsOf, layers, readersOf, type Edge, type Graph, type Node} from "./graph.ts";

/** The graph with all nodes of `ids` as the one `node`, which reads what they read of others and is read by their readers. */
export function folded({nodes, edges}: Graph, ids: ReadonlySet<string>, node: Node): Graph {
  const all = [...nodes.filter(({id}) => !ids.has(id)), node];
  const renamed = edges.map((edge) => edge.map((id) => (ids.has(id) ? node.id : id)) as unknown as Edge);
  const kept = new Map(renamed.filter(([from, to]) => from !== to).map((edge) => [edge.join(">"), edge]));
  return {
    nodes: layers.flatMap((layer) => all.filter((one) => one.layer === layer)),
    edges: [...kept.values()]
  };
}

/** The graph without the raw tables: what they read leads to what reads them. */
export function withoutRaw(graph: Graph): Graph {
  const raw = new Set(graph.nodes.filter(({layer}) => layer === "raw").map(({id}) => id));
  const across = [...raw].flatMap((id) =>
    inputsOf(graph, id).flatMap((from) => readersOf(graph, id).map((to): Edge => [from, to]))
  );
  return {
    nodes: graph.nodes.filter(({id}) => !raw.has(id)),
    edges: [...graph.edges.filter(([from, to]) => !raw.has(from) && !raw.has(to)), ...across]
  };
}
