import {mean, scalePoint} from "d3";

/** A file, table or page. */
export interface LineageNode {
  id: string;
  name: string;
  /** Column, counted from 0 at the left. */
  layer: number;
  /** Its rows, formatted. */
  rows?: string;
  href?: string;
  /** Late, or with rejected rows. */
  warned?: boolean;
}

/** Left edge and middle of each node in percent, the width of a node in percent, the height of the graph in pixels. */
export interface LineageLayout {
  places: Map<string, [x: number, y: number]>;
  width: number;
  height: number;
}

/** Columns by layer; inside a layer nodes stand in the order of the mean height of what they read (barycentre). */
export function lineageLayout(
  nodes: readonly LineageNode[],
  edges: readonly (readonly [from: string, to: string])[],
  layers: number
): LineageLayout {
  const width = Math.min(24, 84 / layers);
  const left = (layer: number) => (layers > 1 ? (layer * (100 - width)) / (layers - 1) : 0);
  const places = new Map<string, [number, number]>();
  let tallest = 1;
  for (let layer = 0; layer < layers; layer++) {
    const own = nodes.filter((node) => node.layer === layer);
    const wish = (id: string) =>
      mean(edges.filter(([from, to]) => to === id && places.has(from)).map(([from]) => places.get(from)![1])) ?? 50;
    const order = layer === 0 ? own : [...own].sort((a, b) => wish(a.id) - wish(b.id));
    const y = scalePoint(
      order.map(({id}) => id),
      [0, 100]
    ).padding(0.5);
    for (const {id} of order) places.set(id, [left(layer), y(id)!]);
    tallest = Math.max(tallest, own.length);
  }
  return {places, width, height: Math.max(72, tallest * 42)};
}
