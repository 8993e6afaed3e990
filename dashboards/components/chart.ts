import {html, type Content, type Html} from "./html.ts";

/** The frame of a drawn chart: a height, margins in pixels for its labels, and a name that says what it shows. */
export interface Frame {
  label: string;
  height: number;
  left: number;
  right: number;
  top?: number;
  bottom?: number;
  /** Svg paths in a box of 100 × 100 that is stretched over the plot. */
  shapes?: Content;
  /** Html placed in percent of the plot: text, dots, bars. */
  marks?: Content;
}

/** A chart of reserved height: shapes stretch, strokes and text do not, so it is fluid without script. */
export function chart({label, height, left, right, top = 8, bottom = 22, shapes, marks}: Frame): Html {
  const px = (value: number) => `${Math.ceil(value)}px`;
  const style = `--h:${px(height)};--left:${px(left)};--right:${px(right)};--top:${px(top)};--bottom:${px(bottom)}`;
  return html`<div class="chart" style="${style}" role="img" aria-label="${label}">
    <div class="plot" aria-hidden="true">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">${shapes}</svg>
      ${marks}
    </div>
  </div>`;
}
