import type {Locale} from "../format/locale.ts";
import {html, type Content, type Html} from "./html.ts";

/** What a term means: one or two sentences and facts such as source, as-of, rows. */
export interface Definition {
  /** Unique on the page, letters and hyphens. */
  id: string;
  term: string;
  text: Content;
  rows?: readonly (readonly [name: Content, value: Content])[];
}

/** A "?" of 24 px that opens the definition; a native popover, so Esc and light dismiss need no script. */
export const definition = ({id, term, text, rows = []}: Definition, {t}: Locale): Html =>
  html`<button
      class="define"
      type="button"
      popovertarget="define-${id}"
      aria-label="${t("Definition: ", "定义：")}${term}"
    ></button>
    <div class="popover" popover id="define-${id}">
      <p class="term">${term}</p>
      <p>${text}</p>
      ${
        rows.length > 0 &&
        html`<dl>
          ${rows.map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`
          )}
        </dl>`
      }
    </div>`;
