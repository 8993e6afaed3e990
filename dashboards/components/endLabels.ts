import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {spread} from "./spread.ts";
import {textWidth} from "./textWidth.ts";
import type {Tone} from "./tone.ts";

/** A label at the end of a curve, in percent of the plot. */
export interface EndLabel {
  text: string;
  tone: Tone;
  x: number;
  y: number;
}

/** The narrowest plot that margins are computed for, in pixels. */
const narrowest = 240;

/** The right margin that keeps every label inside the chart, in pixels. */
export const rightMargin = (labels: readonly EndLabel[]): number =>
  Math.max(12, ...labels.map(({text, x}) => 10 + textWidth(text) - (1 - x / 100) * narrowest));

/** Labels to the right of their curves, 14 pixels apart at least. */
export function endLabels(labels: readonly EndLabel[], height: number): Html[] {
  const tops = spread(
    labels.map(({y}) => y),
    (14 / (height - 30)) * 100
  );
  return labels.map(({text, tone, x}, i) => {
    const left = x < 99.5 && `;left:${percent(x)}%`;
    return html`<span class="end-label ${tone}" style="top:${percent(tops[i]!)}%${left}">${text}</span>`;
  });
}
