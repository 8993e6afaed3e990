import {html, type Content, type Html} from "./html.ts";

/** Panels in twelve columns; a new sheet starts on a new page of paper. */
export const grid = (panels: Content, {newSheet = false} = {}): Html =>
  html`<div class="grid${newSheet && " new-sheet"}">${panels}</div>`;

/** Several panels above each other in one place of the grid. */
export const stackedPanels = (span: number, panels: Content): Html =>
  html`<div class="stacked-panels span-${span}">${panels}</div>`;
