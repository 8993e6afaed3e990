import type {Locale} from "../format/locale.ts";
import {html, type Html} from "./html.ts";
import {table, type Table} from "./table.ts";

/** "Show the numbers": the data of a drawn chart as a table; numbers stand to the right from the second column. */
export function numbers({caption, columns, rows}: Table, {t}: Locale): Html {
  const heads = columns.map((head, i) => (typeof head === "string" ? {head, right: i > 0} : head));
  return html`<details class="numbers">
    <summary>${t("Show the numbers", "查看数据")}</summary>
    ${table({caption, columns: heads, rows})}
  </details>`;
}
