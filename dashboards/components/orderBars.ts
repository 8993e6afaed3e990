import {scaleUtc} from "d3";
import type {Locale} from "../format/locale.ts";
import {dateOf, type Moment} from "../format/moment.ts";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {valueScale} from "./scales.ts";

/** The orders of one customer over time. */
export interface OrderBars {
  label: string;
  orders: readonly {at: Moment; value: number}[];
  from: Moment;
  to: Moment;
  /** Since when the next order is due by the own rhythm, and the words for it: "63 days late". */
  late?: {since: Moment; text: string};
  height?: number;
}

/** Bars over a calendar; the time past the own rhythm is shaded. */
export function orderBars({label, orders, from, to, late, height = 210}: OrderBars, {f}: Locale): Html {
  const highest = Math.max(0, ...orders.map(({value}) => value));
  const scale = valueScale({format: f.axisMoney(highest)}, highest);
  const x = scaleUtc([dateOf(from), dateOf(to)], [0.5, 99.5]);
  const bars = orders.map(({at, value}) => {
    const top = percent(scale.y(value));
    return html`<i
      class="bar c1"
      style="left:calc(${percent(x(dateOf(at)))}% - 2px);width:5px;top:${top}%;bottom:0"
    ></i>`;
  });
  const ticks = x.ticks(6).map((tick) => ({at: x(tick), text: f.axisMonth(tick)}));
  const since = late && percent(x(dateOf(late.since)));
  const shade =
    late &&
    html`<i class="late" style="left:${since}%;right:0"></i>
      <b class="label before bad" style="left:99.5%;top:7px">${late.text}</b>`;
  return chart({
    label,
    height,
    left: scale.left,
    right: 12,
    marks: [shade, valueAxis(scale), labelAxis(ticks, 2), bars]
  });
}
