import type {Locale} from "../format/locale.ts";
import {html, type Content, type Html} from "./html.ts";
import {rankRow, type RankRow} from "./rankRow.ts";
import {scroller} from "./scroller.ts";

/** Whom first and why: rows in their order, and how far the team gets. */
export interface Rank {
  caption: string;
  /** Heads: place, customer, risk, value, why, last order, owner. */
  heads: readonly [Content, Content, Content, Content, Content, Content, Content];
  rows: readonly RankRow[];
  /** The column whose falling values rank the rows, from 0; none where they stand by something that no column shows. */
  sorted?: number;
  /** After how many rows the capacity line stands, and what it says. */
  capacity?: {after: number; text: Content};
  id?: string;
}

/** Rows on a sheet of paper. */
const PER_SHEET = 10;

const cells = [
  "place-cell right",
  "who-cell",
  "risk-cell",
  "value-cell right",
  "why-cell",
  "faint-cell",
  "faint-cell owner-cell"
];

/** A table whose rows become cards on small screens; explicit roles keep its meaning there. */
export function rank({caption, heads, rows, sorted, capacity, id}: Rank, locale: Locale): Html {
  const head = heads.map(
    (text, i) =>
      html`<th scope="col" role="columnheader" class="${cells[i]}" ${i === sorted && html` aria-sort="descending"`}>
        ${text}
      </th>`
  );
  const line =
    capacity &&
    html`<tr class="capacity" role="row">
      <td role="cell" colspan="${heads.length}">${capacity.text}</td>
    </tr>`;
  const body = rows.map((row, i) => {
    const isSheetEnd = (i + 1) % PER_SHEET === 0 && i + 1 < rows.length;
    return html`${rankRow(row, {cells, isSheetEnd}, locale)}${capacity?.after === i + 1 && line}`;
  });
  return scroller(
    caption,
    html`<table class="rank" role="table" ${id && html` id="${id}"`}>
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${head}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${body}
      </tbody>
    </table>`
  );
}
