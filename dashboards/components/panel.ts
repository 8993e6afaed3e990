import {definition, type Definition} from "./definition.ts";
import {html, type Content, type Html} from "./html.ts";
import type {Locale} from "../format/locale.ts";

/** A panel: a question, what is drawn, the drawing, its numbers, and a note on key, method, caveat. */
export interface Panel {
  /** The chart's question. */
  title: Content;
  /** What is drawn, unit, population, period. */
  sub?: Content;
  body: Content;
  /** Key, what is left out, caveat; two lines at most. */
  note?: Content;
  /** Columns of twelve, twelve unless told. */
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  id?: string;
  /** CSV button, segmented control. */
  actions?: Content;
  definition?: Definition;
  /** Only on paper, such as "How to read this report". */
  onlyPrint?: boolean;
  /** Taller than a sheet of paper, so it may break. */
  long?: boolean;
}

/** A section that hangs from a hairline. A title with a definition needs the locale. */
export function panel(data: Panel, locale?: Locale): Html {
  const {title, sub, body, note, span = 12, id, actions, onlyPrint, long} = data;
  const define = data.definition && locale && definition(data.definition, locale);
  return html`<section
    class="panel span-${span}${onlyPrint && " only-print"}${long && " long"}"
    ${id && html` id="${id}"`}
  >
    <header>
      <div>
        ${
          define
            ? html`<div class="title">
                <h2>${title}</h2>
                ${define}
              </div>`
            : html`<h2>${title}</h2>`
        }
        ${sub && html`<p class="sub">${sub}</p>`}
      </div>
      ${actions && html`<div class="actions">${actions}</div>`}
    </header>
    ${body} ${note && html`<p class="note">${note}</p>`}
  </section>`;
}
