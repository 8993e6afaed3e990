import {binOf} from "./bins.ts";
import {html, type Content, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** Counts from one state (rows) to another (columns): who moved. */
export interface Matrix {
  caption: string;
  /** What rows and columns are: "31 May ↓ · 24 Jun →". */
  corner: Content;
  rows: readonly string[];
  columns: readonly string[];
  /** Number with its text and, where there is one, its list. Null is nothing. */
  cells: readonly (readonly ({value: number; text: string; href?: string} | null)[])[];
  breaks: readonly number[];
}

/** A table of tinted cells, each leading to its customers. */
export function matrix({caption, corner, rows, columns, cells, breaks}: Matrix): Html {
  const cell = (found: Matrix["cells"][number][number] | undefined) =>
    found
      ? html`<td class="q${binOf(found.value, breaks)}">
          ${found.href ? html`<a href="${found.href}">${found.text}</a>` : found.text}
        </td>`
      : html`<td></td>`;
  return scroller(
    caption,
    html`<table class="tiles named">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${corner}</th>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (name, i) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${columns.map((_, j) => cell(cells[i]?.[j]))}
            </tr>`
        )}
      </tbody>
    </table>`
  );
}
