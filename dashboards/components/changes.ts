import {html, type Content, type Html} from "./html.ts";

/** A change that clears its interval: its size, what it is, where to read on. */
export interface Change {
  size: Content;
  tone: "good" | "bad";
  title: Content;
  href?: string;
  text?: Content;
}

/** What changed, largest first. */
export const changes = (list: readonly Change[]): Html =>
  html`<ul class="changes">
    ${list.map(
      ({size, tone, title, href, text}) =>
        html`<li>
          <b class="${tone}">${size}</b>
          <div>
            ${href ? html`<a href="${href}">${title}</a>` : title}
            ${text && html`<br /><span class="muted">${text}</span>`}
          </div>
        </li>`
    )}
  </ul>`;
