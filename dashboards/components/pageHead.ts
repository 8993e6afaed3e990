import {html, type Content, type Html} from "./html.ts";

/** The head of a page: its question, and the answer in at most two sentences with number, comparison, interval. */
export interface PageHead {
  title: Content;
  finding: Content;
  /** A line above the title, such as the way back. */
  eyebrow?: Content;
  /** Chips beside the title. */
  chips?: Content;
}

/** Title and finding; the target of the skip link. */
export const pageHead = ({title, finding, eyebrow, chips}: PageHead): Html =>
  html`<div class="head" id="content" tabindex="-1">
    ${eyebrow && html`<p class="eyebrow">${eyebrow}</p>`}
    ${
      chips
        ? html`<div class="who">
            <h1>${title}</h1>
            ${chips}
          </div>`
        : html`<h1>${title}</h1>`
    }
    <p class="finding">${finding}</p>
  </div>`;
