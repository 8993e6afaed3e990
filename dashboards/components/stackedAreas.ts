import {area, max, scaleLinear, sum} from "d3";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {valueScale, type ValueAxis} from "./scales.ts";
import {spread} from "./spread.ts";
import {widest} from "./textWidth.ts";
import type {Tone} from "./tone.ts";

/** Composition over many points in time, such as days. */
export interface StackedAreas {
  label: string;
  /** At each point a value for each key, in the order of the keys. */
  points: readonly (readonly number[])[];
  /** From the bottom up. */
  keys: readonly {name: string; tone: Tone}[];
  y: ValueAxis;
  /** Points that carry a name under the axis. */
  ticks: readonly {at: number; text: string}[];
  every?: number;
  height?: number;
}

/** One area a key, named at its right end; a path each, whatever the number of points. */
export function stackedAreas({label, points, keys, y: axis, ticks, every = 2, height = 260}: StackedAreas): Html {
  const scale = valueScale(axis, max(points, (values) => sum(values)) ?? 0);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [0, 100]);
  const below = points.map((values) => values.map((_, j) => sum(values.slice(0, j))));
  const shapes = keys.map(({tone}, j) => {
    const edge = area<readonly number[]>()
      .x((_, i) => x(i))
      .y0((_, i) => scale.y(below[i]![j]!))
      .y1((values, i) => scale.y(below[i]![j]! + values[j]!))
      .digits(2);
    return html`<path class="area ${tone}" d="${edge([...points]) ?? ""}" />`;
  });
  const last = points.at(-1) ?? [];
  const middles = last.map((value, j) => scale.y(below.at(-1)![j]! + value / 2));
  const tops = spread(middles, (15 / (height - 30)) * 100);
  const labels = last.map(
    (_, j) => html`<span class="end-label plain" style="top:${percent(tops[j]!)}%">${keys[j]!.name}</span>`
  );
  const names = ticks.map(({at, text}) => ({at: x(at), text}));
  const right = 12 + widest(keys.map(({name}) => name));
  return chart({
    label,
    height,
    left: scale.left,
    right,
    shapes,
    marks: [valueAxis(scale), labelAxis(names, every), labels]
  });
}
