import {linkHorizontal} from "d3";
import {html, type Html} from "./html.ts";
import {lineageLayout, type LineageNode} from "./lineageLayout.ts";
import {percent} from "./percent.ts";

/** Where a number comes from: nodes in columns by layer, links from the node that is read to the one that reads it. */
export interface Lineage {
  label: string;
  nodes: readonly LineageNode[];
  edges: readonly (readonly [from: string, to: string])[];
  /** Names of the layers, for the list on narrow screens. */
  layers: readonly string[];
}

const link = linkHorizontal<{source: [number, number]; target: [number, number]}, [number, number]>().source(
  (edge) => edge.source
);

const node = ({name, href, rows, warned}: LineageNode, style = "") => {
  const text = html`${name}${rows !== undefined && html` <small>${rows}</small>`}`;
  const classes = warned ? "node warned" : "node";
  const place = style && html` style="${style}"`;
  return href
    ? html`<a class="${classes}" href="${href}" ${place}>${text}</a>`
    : html`<span class="${classes}" ${place}>${text}</span>`;
};

/** The graph on wide screens, the same links as a list by layer on narrow ones; edges are decoration. */
export function lineage({label, nodes, edges, layers}: Lineage): Html {
  const {places, width, height} = lineageLayout(nodes, edges, layers.length);
  const curves = edges.flatMap(([from, to]) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? [link({source: [a[0] + width, a[1]], target: b})] : [];
  });
  const drawn = nodes.map((one) => {
    const [x, y] = places.get(one.id)!;
    return node(one, `left:${percent(x)}%;top:${percent(y)}%`);
  });
  const listed = layers.map(
    (layer, i) =>
      html`<li>
        <b>${layer}</b>
        <ul>
          ${nodes.filter((one) => one.layer === i).map((one) => html`<li>${node(one)}</li>`)}
        </ul>
      </li>`
  );
  return html`<div class="lineage" role="group" aria-label="${label}" style="--h:${height}px;--w:${percent(width)}%">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        ${curves.map((d) => html`<path d="${d?.replace(/(\.\d\d)\d+/g, "$1") ?? ""}" />`)}
      </svg>
      ${drawn}
    </div>
    <ul class="lineage-list" aria-label="${label}">
      ${listed}
    </ul>`;
}
