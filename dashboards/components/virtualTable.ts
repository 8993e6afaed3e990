import {html, type Content, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** The static part of a table that live/table.ts fills: heads to sort by, and the first rows for readers without script. */
export interface VirtualShell {
  caption: string;
  id: string;
  columns: readonly {head: Content; right?: boolean; width?: string}[];
  /** First rows, in the default order. */
  rows?: readonly (readonly Content[])[];
}

/** A box of fixed height with a table whose heads are buttons. */
export function virtualTableShell({caption, id, columns, rows = []}: VirtualShell): Html {
  const look = (i: number) => columns[i]?.right && html` class="right"`;
  const heads = columns.map(
    ({head, width}, i) =>
      html`<th scope="col" ${look(i)}${width && html` style="width:${width}"`}>
        <button type="button">${head}</button>
      </th>`
  );
  const body = rows.map(
    (row) =>
      html`<tr>
        ${row.map((cell, i) => (i ? html`<td${look(i)}>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
      </tr>`
  );
  return scroller(
    caption,
    html`<table id="${id}">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>`,
    "virtual"
  );
}
