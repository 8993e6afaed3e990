import {html, type Content, type Html} from "./html.ts";

/** A reason in words, fact first, then the usual: "no order for 82 days; own rhythm is 26". */
export interface Reason {
  text: Content;
  /** 0–1, the strongest reason of the list is 1: how full its mark is. */
  weight: number;
  /** It lowers the risk. */
  lowers?: boolean;
}

/** Reasons, strongest first. */
export const reasons = (list: readonly Reason[]): Html =>
  html`<ul class="reasons">
    ${list.map(
      ({text, weight, lowers}) =>
        html`<li${lowers && html` class="lowers"`} style="--weight:${(0.3 + 0.7 * weight).toFixed(2)}">${text}</li>`
    )}
  </ul>`;
