import {area, line} from "d3";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import type {Tone} from "./tone.ts";

/** A place in the plot, in percent from left and top. */
export type Place = [x: number, y: number];

/** A line through `places`. */
export function stroke(places: readonly Place[], tone: Tone, {width = 1.5, dash = ""} = {}): Html {
  const path = line<Place>().digits(2)([...places]) ?? "";
  return html`<path class="${tone}" d="${path}" style="stroke-width:${width}${dash && `;stroke-dasharray:${dash}`}" />`;
}

/** The area between two edges, each `[x, upper, lower]`. */
export function band(edges: readonly (readonly [number, number, number])[], tone: Tone): Html {
  const path = area<readonly [number, number, number]>()
    .x((edge) => edge[0])
    .y0((edge) => edge[2])
    .y1((edge) => edge[1])
    .digits(2)([...edges]);
  return html`<path class="band ${tone}" d="${path ?? ""}" />`;
}

/** A dot; hollow while its value is still running. */
export const dot = ([x, y]: Place, tone: Tone, hollow = false): Html =>
  html`<i class="dot ${tone}${hollow && " hollow"}" style="left:${percent(x)}%;top:${percent(y)}%"></i>`;

/** A vertical interval at `x` between two heights. */
export const whisker = (x: number, high: number, low: number, tone: Tone): Html =>
  html`<i
    class="whisker ${tone}"
    style="left:${percent(x)}%;top:${percent(high)}%;height:${percent(low - high)}%"
  ></i>`;
