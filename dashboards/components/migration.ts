import type {Locale} from "../format/locale.ts";
import {binOf} from "./bins.ts";
import {attributes, html, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** Which way a move leads: to a better state, a worse one, to one as good, to the same; "none" where nobody made it. */
export type Way = "up" | "down" | "level" | "stayed" | "none";

/** What moved from one state to another; null is withheld. */
export interface MigrationCell {
  /** As text: a count or an amount. */
  text: string;
  /** Share of the row: the tint. */
  share: number;
  way: Way;
}

/** A line of the matrix: its name, its cells in the order of the columns, its total. */
export interface MigrationRow {
  name: string;
  cells: readonly (MigrationCell | null)[];
  total: string;
}

/** From each state (rows) to each state (columns), with the totals of both. */
export interface Migration {
  caption: string;
  /** What rows and columns are: "31 Mar 2026 → 24 Jun 2026". */
  corner: string;
  total: string;
  columns: readonly {name: string; total: string; href?: string}[];
  rows: readonly MigrationRow[];
  /** All of the rows. */
  sum: string;
  /** Eight ascending lower bounds of the bins q1–q8. */
  breaks: readonly number[];
}

/** A table of moves: value in words, share of the row as tint, arrows for up and down, an outline for those who stayed. */
export function migration(data: Migration, {t}: Pick<Locale, "t">): Html {
  const {caption, corner, total, columns, rows, sum, breaks} = data;
  const cell = (one: MigrationCell | null) => {
    if (!one) return html`<td class="withheld">–<span class="sr-only"> ${t("withheld", "不予显示")}</span></td>`;
    const {text, share, way} = one;
    return html`<td${attributes({class: share ? `q${binOf(share, breaks)} ${way}` : way})}>${text}</td>`;
  };
  return scroller(
    caption,
    html`<table class="tiles named moves">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${corner}</th>
          ${columns.map(({name}) => html`<th scope="col">${name}</th>`)}
          <th scope="col">${total}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.name}</th>
              ${row.cells.map(cell)}
              <td class="sum">${row.total}</td>
            </tr>`
        )}
        <tr>
          <th scope="row">${total}</th>
          ${columns.map(
            (column) =>
              html`<td class="sum">
                ${column.href ? html`<a href="${column.href}">${column.total}</a>` : column.total}
              </td>`
          )}
          <td class="sum">${sum}</td>
        </tr>
      </tbody>
    </table>`
  );
}
