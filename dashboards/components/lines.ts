import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {endLabels, rightMargin} from "./endLabels.ts";
import {html, type Html} from "./html.ts";
import {band, dot, stroke, type Place} from "./marks.ts";
import {percent} from "./percent.ts";
import {scaleLinear} from "d3";
import {valueScale, type ValueAxis} from "./scales.ts";
import type {Tone} from "./tone.ts";

/** One curve. Points ascend in x. */
export interface Series {
  points: readonly (readonly [x: number, y: number])[];
  tone: Tone;
  /** Stroke in pixels: 1 context, 1.5 usual, 2 selected. */
  width?: number;
  /** Direct label at the end of the curve. */
  label?: string;
  /** Interval: `[x, low, high]`. */
  band?: readonly (readonly [x: number, low: number, high: number])[];
  /** The last segment is still running: dashed. */
  running?: boolean;
  /** A dot at every point. */
  dots?: boolean;
  /** The whole curve is a forecast: dashed. */
  dashed?: boolean;
}

/** Curves over a numeric x: retention by month, cumulative value, a metric over months. */
export interface Lines {
  label: string;
  series: readonly Series[];
  x: readonly [min: number, max: number];
  xTicks: readonly number[];
  xFormat: (x: number) => string;
  /** When narrow, only every n-th tick keeps its label. */
  every?: number;
  y: ValueAxis;
  /** An upright line with its meaning: where what follows had not been seen. */
  rule?: {at: number; label: string};
  height?: number;
}

/** Curves with bands, dashed running ends and direct labels that keep apart. */
export function lines({
  label,
  series,
  x: domain,
  xTicks,
  xFormat,
  every = 2,
  y: axis,
  rule,
  height = 250
}: Lines): Html {
  const highest = Math.max(
    ...series.flatMap(({points, band: area = []}) => [...points, ...area].map((p) => p.at(-1)!))
  );
  const scale = valueScale(axis, highest);
  const x = scaleLinear(domain, [0, 100]);
  const curves = series
    .filter(({points}) => points.length > 0)
    .map((one) => ({...one, places: one.points.map(([a, b]): Place => [x(a), scale.y(b)])}));
  const shapes = curves.map(({places, tone, width = 1.5, running, dashed, ...one}) => [
    one.band &&
      band(
        one.band.map(([a, low, high]) => [x(a), scale.y(high), scale.y(low)] as const),
        tone
      ),
    stroke(running ? places.slice(0, -1) : places, tone, {width, dash: dashed ? "5 4" : ""}),
    running && stroke(places.slice(-2), tone, {width, dash: "2 3"})
  ]);
  const dots = curves
    .filter((one) => one.dots)
    .map(({places, tone, running}) => places.map((place, i) => dot(place, tone, running && i === places.length - 1)));
  const labels = curves
    .filter((one) => one.label)
    .map(({label, tone, places}) => ({text: label!, tone, x: places.at(-1)![0], y: places.at(-1)![1]}));
  const ticks = xTicks.map((tick) => ({at: x(tick), text: xFormat(tick)}));
  const upright =
    rule &&
    html`<i class="rule" style="left:${percent(x(rule.at))}%"></i>
      <span class="label start" style="left:${percent(x(rule.at))}%;top:0;padding-left:5px">${rule.label}</span>`;
  return chart({
    label,
    height,
    left: scale.left,
    right: rightMargin(labels),
    shapes,
    marks: [valueAxis(scale), labelAxis(ticks, every), upright, dots, endLabels(labels, height)]
  });
}
