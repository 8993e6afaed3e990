import {html, type Content, type Html} from "./html.ts";

/** Terms with their values; `left` for definitions and other prose. */
export const facts = (rows: readonly (readonly [term: Content, value: Content])[], {left = false} = {}): Html =>
  html`<dl class="facts${left && " left"}">
    ${rows.map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd>${value}</dd>`
    )}
  </dl>`;
