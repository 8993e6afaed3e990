import {html, type Content, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** A column: what it is called, and whether it holds numbers (set to the right). */
export interface Column {
  head: Content;
  right?: boolean;
  /** Any CSS width, such as "38%". */
  width?: string;
  /** The order the rows are in. */
  sort?: "ascending" | "descending";
}

/** A table whose first cell of each row is its header. */
export interface Table {
  /** Name for screen readers, unique on the page. */
  caption: string;
  columns: readonly (Column | string)[];
  rows: readonly (readonly Content[])[];
  id?: string;
}

const column = (given: Column | string): Column => (typeof given === "string" ? {head: given} : given);

/** A real table in its own scrolling region. */
export function table({caption, columns, rows, id}: Table): Html {
  const heads = columns.map(column);
  const align = (i: number) => (heads[i]?.right ? html` class="right"` : "");
  const head = heads.map(
    ({head, width, sort}, i) =>
      html`<th scope="col" ${align(i)}${width && html` style="width:${width}"`}${sort && html` aria-sort="${sort}"`}>
        ${head}
      </th>`
  );
  const body = rows.map(
    (row) =>
      html`<tr>
        ${row.map((cell, i) => (i ? html`<td${align(i)}>${cell}</td>` : html`<th scope="row" ${align(0)}>${cell}</th>`))}
      </tr>`
  );
  return scroller(
    caption,
    html`<table${id && html` id="${id}"`}>
      <caption class="sr-only">${caption}</caption>
      <thead><tr>${head}</tr></thead>
      <tbody>${body}</tbody>
    </table>`
  );
}
