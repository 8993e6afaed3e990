import {html, type Html} from "./html.ts";

/** A change against a named reference, already formatted; its sign is in `value`. */
export interface Delta {
  value: number;
  /** The size without sign: "2.1%". */
  text: string;
  /** Favourable, unfavourable, or neither. */
  tone?: "good" | "bad";
}

/** ▲ or ▼ with the size; colour says good or bad, never the direction. Screen readers hear the sign. */
export const delta = ({value, text, tone}: Delta, up: string, down: string): Html =>
  html`<b${tone && html` class="${tone}"`}>
    <span aria-hidden="true">${value < 0 ? "▼" : value > 0 ? "▲" : "■"}&nbsp;</span>
    <span class="sr-only">${value < 0 ? down : value > 0 ? up : ""} </span>${text}
  </b>`;
