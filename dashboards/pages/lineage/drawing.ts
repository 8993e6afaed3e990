import {attributes, html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import type {Graph, Node} from "./graph.ts";
import {layerWords, prefixes} from "./layerWords.ts";
import {placesOf, type Places} from "./places.ts";

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** From the right edge of what is read to the left edge of what reads it; within a column an arc at its right. */
function curve(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  {width, columns}: Places
): string {
  const gap = columns.length > 1 ? columns[1]!.x - width : 4;
  const start = x1 + width;
  const within = x1 === x2;
  const bend = within ? start + Math.min(gap, 5) * (0.3 + 0.4 * Math.min(1, Math.abs(y2 - y1) / 60)) : (start + x2) / 2;
  const end = within ? start : x2;
  return `M${number(start)},${number(y1)}C${number(bend)},${number(y1)},${number(bend)},${number(y2)},${number(end)},${number(y2)}`;
}

/** A node in its column, whose head says the prefix of its name. */
function box({id, name, size, href, layer}: Node, chosen: string | undefined, style: string): Html {
  const prefix = prefixes[layer] ?? "";
  const shown = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const text = html`${id === chosen ? html`<b>${shown}</b>` : shown}${size !== undefined && html` <small>${size}</small>`}`;
  const given = attributes({class: "node", href, style, title: `${name}${size === undefined ? "" : ` ${size}`}`});
  return href ? html`<a${given}>${text}</a>` : html`<span${given}>${text}</span>`;
}

/** A node in running text. */
function word({id, name, size, href}: Node, chosen: string | undefined): Html {
  const shown = id === chosen ? html`<b>${name}</b>` : name;
  return html`${href ? html`<a href="${href}">${shown}</a>` : shown}${size !== undefined && ` (${size})`}`;
}

/** The graph on wide screens, the same nodes in a line for each layer on narrow ones. Lines are decoration: the table holds them. */
export function drawing(graph: Graph, label: string, {lang}: Pick<Locale, "lang">, chosen?: string): Html {
  const places = placesOf(graph);
  const {at, columns, width, height} = places;
  const share = `--w:${number(width)}%`;
  return html`<div
      class="lineage"
      role="group"
      aria-label="${label}"
      style="--h:${height + 28}px;${share};padding-top:28px;margin-top:8px"
    >
      ${columns.map(
        ({layer, x}) =>
          html`<span class="muted" style="position:absolute;top:0;left:${number(x)}%;font-size:12px"
            >${layerWords[layer][lang]}${prefixes[layer] && html` <code>${prefixes[layer]}</code>`}</span
          >`
      )}
      <div style="position:relative;height:100%">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          ${graph.edges.map(([from, to]) => html`<path d="${curve(at.get(from)!, at.get(to)!, places)}" />`)}
        </svg>
        ${graph.nodes.map((node) => {
          const [x, y] = at.get(node.id)!;
          return box(node, chosen, `left:${number(x)}%;top:${number(y)}%`);
        })}
      </div>
    </div>
    <ul class="lineage-list" aria-label="${label}">
      ${columns.map(({layer}) => {
        const own = graph.nodes.filter((node) => node.layer === layer);
        return html`<li>
          <b>${layerWords[layer][lang]}</b><br />
          ${own.map((node, i) => [i > 0 && (lang === "zh" ? "、" : ", "), word(node, chosen)])}
        </li>`;
      })}
    </ul>`;
}
