import {withoutShortcuts} from "./shortcuts.ts";
import {inputsOf, type Edge, type Graph, type Node} from "./graph.ts";

/** The graph with every mart folded into the pages that read it; marts that no page reads into one node `rest`. Shortcuts are left out. */
export function overviewOf(graph: Graph, rest: Node, sizeOf: (marts: number) => string): Graph {
  const marts = new Set(graph.nodes.filter(({layer}) => layer === "marts").map(({id}) => id));
  const reads = (starts: readonly string[]): {models: Set<string>; marts: Set<string>} => {
    const found = {models: new Set<string>(), marts: new Set<string>()};
    const open = [...starts];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (!marts.has(id)) found.models.add(id);
      else if (!found.marts.has(id)) {
        found.marts.add(id);
        open.push(...inputsOf(graph, id));
      }
    }
    return found;
  };
  const pages = graph.nodes
    .filter(({layer}) => layer === "pages")
    .map((node) => ({node, ...reads(inputsOf(graph, node.id))}));
  const seen = new Set(pages.flatMap((page) => [...page.marts]));
  const unseen = reads([...marts].filter((id) => !seen.has(id)));
  const last = unseen.marts.size ? [...pages, {node: rest, ...unseen}] : pages;
  const between = graph.edges.filter(([from, to]) => !marts.has(from) && !marts.has(to) && !to.startsWith("page:"));
  return withoutShortcuts({
    nodes: [
      ...graph.nodes.filter(({layer}) => layer !== "marts" && layer !== "pages"),
      ...last.map((page) => ({...page.node, size: sizeOf(page.marts.size)}))
    ],
    edges: [...between, ...last.flatMap((page) => [...page.models].map((id): Edge => [id, page.node.id]))]
  });
}
