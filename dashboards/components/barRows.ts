import {scaleLinear} from "d3";
import {html, type Content, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import type {Tone} from "./tone.ts";

/** A bar between two values, with its name before and its value behind. */
export interface BarRow {
  name: Content;
  /** 0 unless told. */
  from?: number;
  to: number;
  /** Interval, a thin line over the end. */
  low?: number;
  high?: number;
  text: Content;
  tone?: Tone;
}

/** Horizontal bars on one scale. */
export interface BarRows {
  label: string;
  rows: readonly BarRow[];
  /** Ends of the scale; zero to the farthest value unless told. */
  domain?: readonly [number, number];
  thin?: boolean;
  /** Any CSS width of the names, "96px" unless told. */
  nameWidth?: string;
}

/** A list of bars; the text carries the value, the bar is decoration. */
export function barRows({label, rows, domain, thin, nameWidth}: BarRows): Html {
  const ends = rows.flatMap(({from = 0, to, low = to, high = to}) => [from, to, low, high]);
  const x = scaleLinear(domain ?? [Math.min(0, ...ends), Math.max(0, ...ends)], [0, 100]).clamp(true);
  const span = (a: number, b: number) => {
    const [left, right] = [x(Math.min(a, b)), x(Math.max(a, b))];
    return `left:${percent(left)}%;width:${percent(right - left)}%`;
  };
  const items = rows.map(
    ({name, from = 0, to, low, high, text, tone = "c1"}) =>
      html`<li>
        <span>${name}</span>
        <span class="lane" aria-hidden="true">
          <i class="${tone}" style="${span(from, to)}"></i>
          ${low !== undefined && high !== undefined && html`<u style="${span(low, high)}"></u>`}
        </span>
        <b>${text}</b>
      </li>`
  );
  const style = nameWidth && html` style="--name:${nameWidth}"`;
  return html`<ul class="bar-rows${thin && " thin"}" aria-label="${label}" ${style}>
    ${items}
  </ul>`;
}
