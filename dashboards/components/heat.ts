import type {Locale} from "../format/locale.ts";
import {heatCell, type HeatCell} from "./heatCell.ts";
import {html, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** One cohort: its size and its cells by elapsed period; null is not reached yet. */
export interface HeatRow {
  /** Stands in `data-row`, for the drill and the URL. */
  key: string;
  name: string;
  /** Null is withheld. */
  size: number | null;
  cells: readonly (HeatCell | null)[];
}

/** The cohort triangle. */
export interface Heat {
  caption: string;
  /** What the values are, for screen readers; per cent unless told. */
  unit?: string;
  /** How a value is written; in per cent unless told. */
  text?: (value: number) => string;
  /** Heads of the first two columns: "First order", "Customers". */
  heads: readonly [row: string, size: string];
  /** Heads of the cells: "1" … "17". */
  columns: readonly string[];
  /** Weighted mean of complete cells; stands first. */
  mean?: Omit<HeatRow, "key">;
  /** Rows, with `{group}` as a heading between them. */
  rows: readonly (HeatRow | {group: string})[];
  /** Eight ascending lower bounds of the bins q1–q8. */
  breaks: readonly number[];
  /** Cells of fewer customers are drawn as outlines; 50 unless told. */
  small?: number;
  /** The preselected cell. */
  selected?: {row: string; column: number};
  id?: string;
}

/** A table with the grid keyboard pattern (live/grid.ts): fill is the bin, hatch is running, outline small, dots withheld. */
export function heat(data: Heat, locale: Locale): Html {
  const {caption, heads, columns, mean, rows, breaks, small = 50, selected, id} = data;
  const {f, t} = locale;
  const {unit = t("Values in per cent.", "数值为百分比。"), text = (value: number) => f.number(value * 100)} = data;
  const body = (row: Omit<HeatRow, "key">, minimum: number, key?: string) =>
    html` <th scope="row">${row.name}</th>
      <td class="size">${f.count(row.size)}</td>
      ${columns.map((_, i) => {
        const chosen = key !== undefined && selected?.row === key && selected.column === i;
        return heatCell(
          row.cells[i] ?? null,
          {breaks, text, small: minimum, column: i, pick: key !== undefined, chosen},
          locale
        );
      })}`;
  const line = (row: HeatRow | {group: string}) =>
    "group" in row
      ? html`<tr class="group">
          <th scope="rowgroup" colspan="${columns.length + 2}">${row.group}</th>
        </tr>`
      : html`<tr data-row="${row.key}">
          ${body(row, small, row.key)}
        </tr>`;
  return scroller(
    caption,
    html`<table class="heat" role="grid" aria-readonly="true" ${id && html` id="${id}"`}>
      <caption class="sr-only">
        ${caption}. ${unit}
      </caption>
      <thead>
        <tr>
          ${[...heads, ...columns].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${
          mean &&
          html`<tr class="mean">
            ${body(mean, 0)}
          </tr>`
        }${rows.map(line)}
      </tbody>
    </table>`
  );
}
