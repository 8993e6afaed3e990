import type {Locale} from "../format/locale.ts";
import {binOf} from "./bins.ts";
import {html, type Content, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** What a tinted cell says; `value` is the tint. */
export interface Tile {
  value: number;
  text: Content;
  /** A second, smaller line, such as "n 120". */
  aside?: Content;
  href?: string;
}

/** Rows by columns of tinted cells with names on both sides; null where nothing can be. */
export interface TileTable {
  caption: string;
  /** What the names of the rows are. */
  corner: Content;
  columns: readonly Content[];
  rows: readonly {name: Content; cells: readonly (Tile | "withheld" | null)[]}[];
  /** Eight ascending lower bounds of the bins q1–q8. */
  breaks: readonly number[];
  /** Numbers alone, not set in bold. */
  plain?: boolean;
}

/** A table of tinted cells: value as text and tint. */
export function tileTable({caption, corner, columns, rows, breaks, plain}: TileTable, {t}: Pick<Locale, "t">): Html {
  const cell = (tile: Tile | "withheld" | null) => {
    if (tile === null) return html`<td></td>`;
    if (tile === "withheld")
      return html`<td class="withheld">–<span class="sr-only"> ${t("withheld", "不予显示")}</span></td>`;
    const text = plain ? tile.text : html`<b>${tile.text}</b>${tile.aside}`;
    return html`<td class="q${binOf(tile.value, breaks)}">
      ${tile.href ? html`<a href="${tile.href}">${text}</a>` : text}
    </td>`;
  };
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
          ({name, cells}) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map(cell)}
            </tr>`
        )}
      </tbody>
    </table>`
  );
}
