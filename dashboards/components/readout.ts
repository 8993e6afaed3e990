import {html, type Content, type Html} from "./html.ts";

/** What the crosshair says at a place: percent from the left of the plot, and the sentence, formatted at build. */
export interface Reading {
  at: number;
  text: string;
}

/** A chart with a crosshair (live/crosshair.ts): pointer or ←/→ read it; without script it is the chart alone. */
export interface Readout {
  /** Name of the group for screen readers: "Retention curves; arrow keys read the months". */
  label: string;
  hint: string;
  readings: readonly Reading[];
  chart: Content;
}

/** The chart under a line of text that follows the crosshair. */
export const readout = ({label, hint, readings, chart}: Readout): Html =>
  html`<div class="readout" role="group" aria-label="${label}" data-readings="${JSON.stringify(readings)}">
    <p class="out" role="status"><span class="muted">${hint}</span></p>
    ${chart}
  </div>`;
