import {sankey as layoutOf, type SankeyLink, type SankeyNode} from "d3-sankey";

/** A state at one end: what it is called by links, and how many are in it, drawn links or not. */
export interface FlowNode {
  id: string;
  value: number;
}

/** How many went from a state on the left to one on the right. */
export interface FlowLink {
  source: string;
  target: string;
  value: number;
}

/** Top and bottom of a state, in percent of the plot. */
export interface PlacedNode extends FlowNode {
  top: number;
  bottom: number;
}

/** A flow as a band of constant height between two states, in percent of the plot. */
export interface PlacedLink extends FlowLink {
  /** Middle of its left and its right end. */
  from: number;
  to: number;
  height: number;
}

interface Named {
  name: string;
}
type Node = SankeyNode<Named, object>;
type Link = SankeyLink<Named, object>;

const nameOf = (side: "from" | "to", id: string) => `${side} ${id}`;
/** Percent of the height between two states. */
const padding = 3;

/** States of both sides in the order given, and the flows between them, at least one; a state is as high as it is large, whatever of it flows. */
export function sankeyLayout(left: readonly FlowNode[], right: readonly FlowNode[], links: readonly FlowLink[]) {
  const sides = [
    ["from", left],
    ["to", right]
  ] as const;
  const layout = layoutOf<Named, object>()
    .nodeId((node) => (node as Node).name)
    .nodeSort(null)
    .nodeWidth(0)
    .nodePadding(padding)
    .iterations(0)
    .nodeAlign(({name}) => Number(name.startsWith("to ")))
    .extent([
      [0, 0],
      [100, 100]
    ]);
  const graph = layout({
    nodes: sides.flatMap(([side, nodes]) =>
      nodes.map((node) => ({name: nameOf(side, node.id), fixedValue: node.value}))
    ),
    links: links.map((link) => ({
      source: nameOf("from", link.source),
      target: nameOf("to", link.target),
      value: link.value
    }))
  });
  const places = new Map(graph.nodes.map((node) => [node.name, node]));
  const placed = (side: "from" | "to", nodes: readonly FlowNode[]) =>
    nodes.map((node): PlacedNode => {
      const {y0 = 0, y1 = 0} = places.get(nameOf(side, node.id))!;
      return {...node, top: y0, bottom: y1};
    });
  return {
    left: placed("from", left),
    right: placed("to", right),
    links: links.map((link, i): PlacedLink => {
      const {y0 = 0, y1 = 0, width = 0} = graph.links[i] as Link;
      return {...link, from: y0, to: y1, height: width};
    })
  };
}
