import {type Content, html} from "../components/html.ts";
import {type ColumnSource, order, type Order} from "./tableOrder.ts";

/** A column of a virtual table. */
export interface VirtualColumn {
  /** Its values by row; an array, a typed array or an Arrow vector wrapped in a function. */
  value: ColumnSource;
  /** A value as the reader sees it. */
  show: (value: unknown, row: number) => Content;
  right?: boolean;
}

/** A table over columns of any length. */
export interface VirtualTable {
  columns: readonly VirtualColumn[];
  length: number;
  sort?: Order;
  /** The line that says how many are shown. */
  status?: HTMLElement | null;
  /** "212 of 20,000 customers". */
  count: (shown: number, all: number) => string;
  rowHeight?: number;
}

/** What a virtual table can be asked for. */
export interface VirtualHandle {
  filter(test: (row: number) => boolean): void;
  /** Rows that are shown, in their order. */
  rows(): Uint32Array;
}

const spacer = (columns: number): HTMLTableRowElement => {
  const row = document.createElement("tr");
  row.className = "pad";
  row.ariaHidden = "true";
  row.insertCell().colSpan = columns;
  return row;
};

/**
 * Takes over a `.virtual` box that holds a table with heads: about 26 rows in the document whatever the length, sorting
 * by the buttons in the heads, `aria-rowcount` and `aria-rowindex` for those who cannot see the window.
 */
export function virtualTable(box: HTMLElement, options: VirtualTable): VirtualHandle {
  const {columns, length, status, count, rowHeight = 33} = options;
  const element = box.querySelector("table")!;
  const body = element.tBodies[0]!;
  const heads = [...element.tHead!.rows[0]!.cells];
  const [above, below] = [spacer(columns.length), spacer(columns.length)];
  let sort = options.sort ?? {column: 0, descending: true};
  let accepted: (row: number) => boolean = () => true;
  let shown = new Uint32Array();
  const draw = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - 6);
    const last = Math.min(shown.length, first + Math.ceil(box.clientHeight / rowHeight) + 12);
    above.style.height = `${first * rowHeight}px`;
    below.style.height = `${(shown.length - last) * rowHeight}px`;
    const lines = Array.from(shown.subarray(first, last), (row, i) => {
      const line = document.createElement("tr");
      line.ariaRowIndex = String(first + i + 2);
      line.innerHTML = String(
        html`${columns.map(({value, show, right}, j) => {
          const text = show(value(row), row);
          const look = right && html` class="right"`;
          return j ? html`<td${look}>${text}</td>` : html`<th scope="row" ${look}>${text}</th>`;
        })}`
      );
      return line;
    });
    body.replaceChildren(above, ...lines, below);
  };
  const update = () => {
    shown = order(length, columns[sort.column]!.value, sort.descending, accepted);
    heads.forEach((head, i) => {
      if (i === sort.column) head.setAttribute("aria-sort", sort.descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    element.setAttribute("aria-rowcount", String(shown.length + 1));
    if (status) status.textContent = count(shown.length, length);
    box.scrollTop = 0;
    draw();
  };
  heads.forEach((head, column) =>
    head.querySelector("button")?.addEventListener("click", () => {
      sort = {column, descending: column === sort.column ? !sort.descending : true};
      update();
    })
  );
  box.addEventListener("scroll", draw, {passive: true});
  update();
  return {
    filter(test) {
      accepted = test;
      update();
    },
    rows: () => shown
  };
}
