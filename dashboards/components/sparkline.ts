import {extent, scaleLinear} from "d3";
import {html, type Html} from "./html.ts";
import {dot, stroke, type Place} from "./marks.ts";
import type {Tone} from "./tone.ts";

/** A course without axes: values in order of time. */
export interface Spark {
  values: readonly number[];
  /** The last value is still running: dashed, with a hollow dot. */
  running?: boolean;
  /** A dashed line at a target or at "no change". */
  base?: number;
  tone?: Tone;
}

/** A line of 28 px; decoration beside a number, so hidden from screen readers. Fewer than two values draw nothing. */
export function sparkline({values, running = false, base, tone = "c1"}: Spark): Html {
  if (values.length < 2) return html``;
  const x = scaleLinear([0, values.length - 1], [0, 98]);
  const [low, high] = extent(base === undefined ? values : [...values, base]) as [number, number];
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [92, 8]);
  const places = values.map((value, i): Place => [x(i), y(value)]);
  const lines = [
    base !== undefined && html`<path class="base" d="M0,${y(base).toFixed(2)}H100" stroke-dasharray="2 3" />`,
    stroke(running ? places.slice(0, -1) : places, tone),
    running && stroke(places.slice(-2), tone, {dash: "2 3"})
  ];
  return html`<div class="spark" aria-hidden="true">
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">${lines}</svg>
    ${dot(places.at(-1)!, tone, running)}
  </div>`;
}
