import {html, type Content, type Html} from "./html.ts";

/** A region that scrolls sideways inside the page; focusable, so it must be named. */
export const scroller = (name: string, body: Content, classes = "scroll"): Html =>
  html`<div class="${classes}" role="region" aria-label="${name}" tabindex="0">${body}</div>`;
