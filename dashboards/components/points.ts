import {scaleLinear} from "d3";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {dot, whisker} from "./marks.ts";
import {percent} from "./percent.ts";
import {valueScale, type ValueAxis} from "./scales.ts";
import {textWidth} from "./textWidth.ts";
import type {Tone} from "./tone.ts";

/** A value with its interval; null is too few to say. */
export interface Point {
  name: string;
  value: number | null;
  low: number;
  high: number;
  running?: boolean;
  tone?: Tone;
}

/** One fixed measure across cohorts, waves or groups, in their order. */
export interface Points {
  label: string;
  rows: readonly Point[];
  y: ValueAxis;
  /** A dashed line named in the right margin. */
  reference?: {value: number; label: string};
  /** Every n-th name is written under the axis. */
  every?: number;
  height?: number;
}

/** Dots with intervals; hollow while running, nothing where there are too few. */
export function points({label, rows, y: axis, reference, every = 3, height = 250}: Points): Html {
  const shown = rows.flatMap((row, i) => (row.value === null ? [] : [{...row, value: row.value, i}]));
  const scale = valueScale(axis, Math.max(reference?.value ?? 0, ...shown.map((row) => row.high)));
  const x = scaleLinear([-0.5, rows.length - 0.5], [0, 100]);
  const y = scale.y.copy().clamp(true);
  const line = reference && percent(y(reference.value));
  const names = rows.map((row, i) => ({at: x(i), text: row.name})).filter((_, i) => i % every === 0);
  const right = reference ? 12 + textWidth(reference.label) : 12;
  const marks = [
    valueAxis(scale),
    labelAxis(names),
    reference &&
      html`<i class="grid-line reference" style="top:${line}%"></i>
        <span class="end-label plain" style="top:${line}%">${reference.label}</span>`,
    shown.map(({value, low, high, running, tone = "c1", i}) => [
      whisker(x(i), y(high), y(low), tone),
      dot([x(i), y(value)], tone, running)
    ])
  ];
  return chart({label, height, left: scale.left, right, marks});
}
