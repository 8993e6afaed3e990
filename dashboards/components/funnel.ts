import {html, type Content, type Html} from "./html.ts";
import {percent} from "./percent.ts";

/** A step of a funnel; `passage` says what leads here from the step before: "55% go on · 9 days". */
export interface FunnelStep {
  name: Content;
  value: number;
  text: Content;
  passage?: Content;
}

/** Steps as bars on one scale; an ordered list whose text carries the values. */
export function funnel(label: string, steps: readonly FunnelStep[]): Html {
  const widest = Math.max(1, ...steps.map(({value}) => value));
  return html`<ol class="funnel" aria-label="${label}">
    ${steps.map(
      ({name, value, text, passage}) =>
        html`<li>
          ${passage && html`<span class="step">${passage}</span>`} <span>${name}</span
          ><span class="bar" style="width:${percent((value / widest) * 72)}%"><span>${text}</span></span>
        </li>`
    )}
  </ol>`;
}
