import {scaleLinear} from "d3";
import type {Locale} from "../format/locale.ts";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {dot, stroke, type Place} from "./marks.ts";
import {percent} from "./percent.ts";
import {valueScale} from "./scales.ts";

/** How concentrated a total is: cumulative shares, best customers first. */
export interface Pareto {
  label: string;
  /** `[share of customers, share of the total]`, from (0, 0) to (1, 1). */
  points: readonly (readonly [number, number])[];
  /** Ends of the classes: A, B. */
  cuts?: readonly {at: number; name: string}[];
  /** One point in words: "top 20% hold 53%". */
  mark?: {x: number; y: number; text: string};
  height?: number;
}

/** The curve against the diagonal of equality. */
export function pareto({label, points, cuts = [], mark, height = 240}: Pareto, {f}: Locale): Html {
  const share = (value: number) => f.share(value, 0);
  const scale = valueScale({max: 1, format: share}, 1);
  const x = scaleLinear([0, 1], [0, 100]);
  const shapes = [
    stroke(
      [
        [0, 100],
        [100, 0]
      ],
      "ctx",
      {width: 1, dash: "3 3"}
    ),
    stroke(
      points.map(([a, b]): Place => [x(a), scale.y(b)]),
      "c1",
      {width: 2}
    )
  ];
  const rules = cuts.map(
    ({at, name}) =>
      html`<i class="rule" style="left:${percent(x(at))}%"></i>
        <b class="label before" style="left:calc(${percent(x(at))}% - 5px);top:94%">${name}</b>`
  );
  const text =
    mark &&
    html`${dot([x(mark.x), scale.y(mark.y)], "c1")}
      <span
        class="label start"
        style="left:calc(${percent(x(mark.x))}% + 9px);top:calc(${percent(scale.y(mark.y))}% + 3px)"
      >
        ${mark.text}
      </span>`;
  const ticks = x.ticks(5).map((tick) => ({at: x(tick), text: share(tick)}));
  const right = 20;
  return chart({
    label,
    height,
    left: scale.left,
    right,
    shapes,
    marks: [valueAxis(scale), labelAxis(ticks), rules, text]
  });
}
