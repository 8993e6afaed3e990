import {html, type Content, type Html} from "./html.ts";

/** A short fact in an outline: segment, tier, "no consent". */
export const chip = (text: Content): Html => html`<span class="chip">${text}</span>`;

/** An active filter that can be taken off; live code reads `data-clear`. */
export const removableChip = (text: Content, filter: string, remove: string): Html =>
  html`<button class="chip" type="button" data-clear="${filter}">
    ${text} <span aria-hidden="true">×</span><span class="sr-only">: ${remove}</span>
  </button>`;
