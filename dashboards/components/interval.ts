import {scaleLinear} from "d3";
import {html, type Content, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import type {Tone} from "./tone.ts";

/** A value with its interval and, where there is one, the target or earlier value it is held against. */
export interface Interval {
  value: number;
  low: number;
  high: number;
  /** Drawn as a tick of ink. */
  target?: number;
  /** Ends of the track; what lies outside is drawn at the end. */
  domain: readonly [number, number];
  /** c1 unless told; ctx when the interval crosses the target. */
  tone?: Tone;
}

/** Dot, interval and target on a line; decoration beside the value in text. */
export function intervalTrack({value, low, high, target, domain, tone = "c1"}: Interval): Html {
  const x = scaleLinear(domain, [0, 100]).clamp(true);
  return html`<span class="track ${tone}" aria-hidden="true">
    <i style="left:${percent(x(low))}%;right:${percent(100 - x(high))}%"></i>
    ${target !== undefined && html`<u style="left:${percent(x(target))}%"></u>`}
    <b style="left:${percent(x(value))}%"></b>
  </span>`;
}

/** A named row: name, track, value in text. */
export const intervalRow = ({name, text, ...interval}: Interval & {name: Content; text: Content}): Html =>
  html`<div class="interval"><span>${name}</span>${intervalTrack(interval)}<span class="value">${text}</span></div>`;

/** The ends of a track, for the head of its table column; `name` is for screen readers. */
export const trackScale = (low: Content, high: Content, name: string): Html =>
  html`<span class="track-scale" aria-hidden="true"><span>${low}</span><span>${high}</span></span>
    <span class="sr-only">${name}</span>`;
