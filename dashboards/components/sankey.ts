import {chart} from "./chart.ts";
import {html, raw, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {sankeyLayout, type FlowLink, type FlowNode, type PlacedNode} from "./sankeyLayout.ts";
import {spread} from "./spread.ts";
import {widest} from "./textWidth.ts";
import type {Tone} from "./tone.ts";

/** A state on one side, with its direct label. */
export interface SankeyState extends FlowNode {
  label: string;
  tone: Tone;
}

/** A flow; who stayed is neutral. */
export interface SankeyFlow extends FlowLink {
  /** What it says when pointed at. */
  title: string;
}

/** Who moved between states from one day to another: both sides in a fixed order, so that pictures compare. */
export interface Sankey {
  /** What it shows, for who cannot see it. */
  label: string;
  left: readonly SankeyState[];
  right: readonly SankeyState[];
  links: readonly SankeyFlow[];
  height?: number;
}

/** Half a flow's way across: its curve leaves and arrives level. */
const middle = 50;

function band(from: number, to: number, height: number): string {
  const [a, b] = [(y: number) => percent(y - height / 2), (y: number) => percent(y + height / 2)];
  return (
    `M0,${a(from)}C${middle},${a(from)} ${middle},${a(to)} 100,${a(to)}` +
    `L100,${b(to)}C${middle},${b(to)} ${middle},${b(from)} 0,${b(from)}Z`
  );
}

/** Bands between two columns of states; each takes the tone of where it leads, who stayed none. */
export function sankey({label, left, right, links, height = 420}: Sankey): Html {
  const placed = sankeyLayout(left, right, links);
  const toneOf = new Map(right.map(({id, tone}) => [id, tone]));
  const shapes = placed.links.map(({source, target, from, to, height: thick}, i) => {
    const tone = source === target ? "stayed" : toneOf.get(target)!;
    return html`<path class="flow ${tone}" d="${raw(band(from, to, thick))}"><title>${links[i]!.title}</title></path>`;
  });
  const column = (states: readonly SankeyState[], places: readonly PlacedNode[], side: "start" | "end") => {
    const tops = spread(
      places.map(({top, bottom}) => (top + bottom) / 2),
      (16 / (height - 30)) * 100
    );
    return states.map(({label: text, tone}, i) => {
      const {top, bottom} = places[i]!;
      return html`<i
          class="flow-state ${side} ${tone}"
          style="top:${percent(top)}%;height:${percent(bottom - top)}%"
        ></i>
        <span class="flow-label ${side}" style="top:${percent(tops[i]!)}%">${text}</span>`;
    });
  };
  const labels = (states: readonly SankeyState[]) => 20 + widest(states.map((state) => state.label));
  return chart({
    label,
    height,
    left: labels(left),
    right: labels(right),
    shapes,
    marks: [column(left, placed.left, "start"), column(right, placed.right, "end")]
  });
}
