import {html, type Content, type Html} from "./html.ts";

/** A part that cannot be shown. The heading says what; the text says why and what to do. */
export interface State {
  title: Content;
  text?: Content;
}

/** Nothing there yet: what is missing, which export to add, the command. */
export const empty = ({title, text}: State): Html => html`<div class="state"><b>${title}</b>${text}</div>`;

/** Fewer than a named rule asks for: how many there are, how many are needed, what is used instead. */
export const tooFew = ({title, text}: State): Html => html`<div class="state too-few"><b>${title}</b>${text}</div>`;

/** A part that broke while the rest of the page lives: file and reason, and a way to try again. */
export const failed = ({title, cause, retry}: {title: Content; cause: Content; retry?: Content}): Html =>
  html`<div class="state failed" role="alert"><b>${title}</b><code>${cause}</code>${retry && html` ${retry}`}</div>`;

/** A part that script fetches; the box keeps its height. */
export const loading = (text: Content, height = 120): Html =>
  html`<div class="state loading" role="status" style="--h:${height}px">${text}</div>`;

/** A line above a part that is still running or counted by other rules than usual. */
export const banner = (text: Content): Html => html`<p class="banner">${text}</p>`;
