import {html, type Content, type Html} from "./html.ts";
import type {Tone} from "./tone.ts";

/** What a key draws. */
export type KeyMark =
  "fill" | "pale" | "underline" | "dot" | "ring" | "line" | "dashed" | "tick" | "hatch" | "outline" | "dots";

/** A drawn key with its meaning; a colour is never named in words. */
export const key = (mark: KeyMark, text: Content, tone: Tone = "ink"): Html =>
  html`<span class="key"><i class="${mark} ${tone}" aria-hidden="true"></i>${text}</span> `;

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** The nine steps of a ramp with what its ends mean: `ramp("Share ordering", "6%", "36%")`. */
export const ramp = (name: Content, low: Content, high: Content, family: "q" | "d" = "q"): Html =>
  html`<span class="key">
    <span class="ramp-name">${name}</span>${low}
    <span class="ramp" aria-hidden="true">${steps.map((step) => html`<i class="${family}${step}"></i>`)}</span>
    ${high}
  </span> `;
