import {scaleLinear} from "d3";
import {labelAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {dot} from "./marks.ts";
import {percent} from "./percent.ts";
import {spread} from "./spread.ts";
import type {Tone} from "./tone.ts";

/** A thing at a place of the unit square, both coordinates with their intervals. */
export interface QuadrantPoint {
  name: string;
  x: number;
  y: number;
  xLow: number;
  xHigh: number;
  yLow: number;
  yHigh: number;
  tone: Tone;
  hollow?: boolean;
}

/** Two shares in [0, 1] against each other, cut in the middle into four named quarters. */
export interface Quadrants {
  label: string;
  points: readonly QuadrantPoint[];
  /** Upper left, upper right, lower left, lower right. */
  names: readonly [string, string, string, string];
  /** What the axes are. */
  x: string;
  y: string;
  format: (share: number) => string;
  height?: number;
}

const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Dots with both intervals as a cross, each named beside it; labels of neighbours move apart. */
export function quadrants({label, points, names, x: across, y: up, format, height = 420}: Quadrants): Html {
  const x = scaleLinear([0, 1], [0, 100]).clamp(true);
  const y = scaleLinear([0, 1], [100, 0]).clamp(true);
  const cross = (point: QuadrantPoint) =>
    html`<i
        class="whisker ${point.tone}"
        style="left:${percent(x(point.x))}%;top:${percent(y(point.yHigh))}%;height:${percent(y(point.yLow) - y(point.yHigh))}%"
      ></i>
      <i
        class="whisker across ${point.tone}"
        style="top:${percent(y(point.y))}%;left:${percent(x(point.xLow))}%;width:${percent(x(point.xHigh) - x(point.xLow))}%"
      ></i>`;
  const tops = spread(
    points.map((point) => y(point.y)),
    (15 / (height - 60)) * 100
  );
  const nameOf = (point: QuadrantPoint, i: number) => {
    const isRight = point.x > 0.6;
    const left = `calc(${percent(x(point.x))}% ${isRight ? "- 9px" : "+ 9px"})`;
    return html`<span class="label ${isRight ? "before" : "start"}" style="left:${left};top:${percent(tops[i]!)}%">
      ${point.name}
    </span>`;
  };
  const places = [
    "left:6px;top:4px",
    "right:6px;top:4px",
    "left:6px;top:calc(50% + 4px)",
    "right:6px;top:calc(50% + 4px)"
  ];
  const corners = names.map((name, i) => html`<span class="corner" style="${places[i]!}">${name}</span>`);
  const marks = [
    ticks.map(
      (tick) =>
        html`<i
            class="grid-line${tick === 0 ? " zero" : tick === 0.5 ? " reference" : ""}"
            style="top:${percent(y(tick))}%"
          ></i>
          <span class="y-tick" style="top:${percent(y(tick))}%">${format(tick)}</span>`
    ),
    html`<i class="rule" style="left:50%"></i>`,
    labelAxis(ticks.map((tick) => ({at: x(tick), text: format(tick)}))),
    html`<span class="axis-name across">${across}</span><span class="axis-name up">${up}</span>`,
    corners,
    points.map(cross),
    points.map((point) => dot([x(point.x), y(point.y)], point.tone, point.hollow)),
    points.map(nameOf)
  ];
  return chart({label, height, left: 44, right: 12, top: 24, bottom: 42, marks});
}
