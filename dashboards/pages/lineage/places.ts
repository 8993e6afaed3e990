import {mean} from "d3";
import {inputsOf, layers, type Graph, type Layer, type Node} from "./graph.ts";

/** Left edge and middle of each node in percent, the width of a node in percent, the height in pixels. */
export interface Places {
  at: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** The layers that are drawn, with their left edges. */
  columns: readonly {layer: Layer; x: number}[];
  width: number;
  height: number;
}

const ROW = 36;
/** Room at the right for the arcs within the last column, in percent. */
const ARCS = 4;

/**
 * A column a layer. Inside it a node stands below what it reads, and otherwise in the order of the mean height of what it
 * reads (barycentre).
 */
export function placesOf(graph: Graph): Places {
  const drawn = layers.filter((layer) => graph.nodes.some((node) => node.layer === layer));
  const width = Math.min(20, 86 / drawn.length);
  const last = new Set(graph.nodes.filter(({layer}) => layer === drawn.at(-1)).map(({id}) => id));
  const free = 100 - width - (graph.edges.some(([from, to]) => last.has(from) && last.has(to)) ? ARCS : 0);
  const at = new Map<string, readonly [number, number]>();
  const columns = drawn.map((layer, i) => ({
    layer,
    x: drawn.length > 1 ? (i * free) / (drawn.length - 1) : 0
  }));
  for (const {layer, x} of columns) {
    const own = graph.nodes.filter((node) => node.layer === layer);
    inOrder(own, graph, at).forEach(({id}, i) => at.set(id, [x, ((i + 0.5) / own.length) * 100]));
  }
  const tallest = Math.max(1, ...columns.map(({layer}) => graph.nodes.filter((node) => node.layer === layer).length));
  return {at, columns, width, height: Math.max(96, tallest * ROW)};
}

function inOrder(own: readonly Node[], graph: Graph, at: ReadonlyMap<string, readonly [number, number]>): Node[] {
  const wish = ({id}: Node) => mean(inputsOf(graph, id).flatMap((input) => at.get(input)?.[1] ?? [])) ?? 50;
  const open = new Set(own.map(({id}) => id));
  const left = own.map((node) => ({node, wish: wish(node)}));
  const placed: Node[] = [];
  while (left.length) {
    const ready = left.filter(({node}) => !inputsOf(graph, node.id).some((input) => open.has(input)));
    const next = ready.reduce((a, b) => (b.wish < a.wish ? b : a));
    left.splice(left.indexOf(next), 1);
    open.delete(next.node.id);
    placed.push(next.node);
  }
  return placed;
}
