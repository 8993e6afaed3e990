import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import type {ValueScale} from "./scales.ts";

/** Grid lines with their labels to the left; the lowest line is the baseline. */
export const valueAxis = ({y, ticks, format, bottom}: ValueScale): Html[] =>
  ticks.map(
    (tick) =>
      html`<i class="grid-line${tick === bottom && " zero"}" style="top:${percent(y(tick))}%"></i>
        <span class="y-tick" style="top:${percent(y(tick))}%">${format(tick)}</span>`
  );

/** Labels under the plot; all but every `every`-th disappear when it is narrow. */
export const labelAxis = (ticks: readonly {at: number; text: string}[], every = 1): Html[] =>
  ticks.map(
    ({at, text}, i) =>
      html`<span class="x-tick${i % every > 0 && " minor"}" style="left:${percent(at)}%">${text}</span>`
  );
