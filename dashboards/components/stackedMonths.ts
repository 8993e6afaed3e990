import {max, scaleBand, sum} from "d3";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {valueScale, type ValueAxis} from "./scales.ts";
import {spread} from "./spread.ts";
import {widest} from "./textWidth.ts";
import type {Tone} from "./tone.ts";

/** One bar: a value for each key, in the order of the keys. */
export interface Month {
  name: string;
  values: readonly number[];
  running?: boolean;
}

/** Composition over months. */
export interface StackedMonths {
  label: string;
  months: readonly Month[];
  /** From the bottom up. */
  keys: readonly {name: string; tone: Tone}[];
  y: ValueAxis;
  every?: number;
  height?: number;
}

/** Stacked bars, labelled at the last one; a running month is pale. */
export function stackedMonths({label, months, keys, y: axis, every = 3, height = 220}: StackedMonths): Html {
  const scale = valueScale(axis, max(months, ({values}) => sum(values)) ?? 0);
  const x = scaleBand(
    months.map((_, i) => i),
    [0, 100]
  )
    .paddingInner(0.2)
    .paddingOuter(0.1);
  const middles: number[] = [];
  const bars = months.map(({values, running}, i) => {
    let run = 0;
    return values.map((value, j) => {
      const [foot, top] = [scale.y(run), scale.y((run += value))];
      if (i === months.length - 1) middles.push((foot + top) / 2);
      const place = `left:${percent(x(i)!)}%;width:${percent(x.bandwidth())}%;top:${percent(top)}%`;
      const tone = `${keys[j]!.tone}${running ? " running" : ""}`;
      return html`<i class="bar ${tone}" style="${place};height:calc(${percent(foot - top)}% - 1px)"></i>`;
    });
  });
  const names = months
    .map(({name}, i) => ({at: x(i)! + x.bandwidth() / 2, text: name}))
    .filter((_, i) => i % every === 0);
  const tops = spread(middles, (15 / (height - 30)) * 100);
  const labels = middles.map(
    (_, j) => html`<span class="end-label plain" style="top:${percent(tops[j]!)}%">${keys[j]!.name}</span>`
  );
  const right = 12 + widest(keys.map(({name}) => name));
  return chart({label, height, left: scale.left, right, marks: [valueAxis(scale), labelAxis(names), bars, labels]});
}
