import type {Locale} from "../format/locale.ts";
import {chip} from "./chip.ts";
import {html, type Content, type Html} from "./html.ts";
import {reasons, type Reason} from "./reasons.ts";
import {riskBar, type Risk} from "./riskBar.ts";

/** One customer of a ranked list. */
export interface RankRow {
  place: number;
  key: string;
  href?: string;
  /** Segment and tier, under the key. */
  group?: Content;
  risk: Risk;
  /** What is at stake, and of how much: "£6,444", "of £9,948". */
  value: Content;
  of?: Content;
  reasons: readonly Reason[];
  last: Content;
  owner?: Content;
  /** False shows "no consent". */
  consent?: boolean;
}

/** Classes of the cells, and whether a sheet of paper ends after the row. */
interface Place {
  cells: readonly string[];
  isSheetEnd: boolean;
}

/** A row of the ranked list; its header is the key. */
export const rankRow = (row: RankRow, {cells, isSheetEnd}: Place, locale: Locale): Html =>
  html`<tr role="row" ${isSheetEnd && html` class="sheet-end"`}>
    <td role="cell" class="${cells[0]}">${row.place}</td>
    <th scope="row" role="rowheader" class="${cells[1]}">
      ${row.href ? html`<a href="${row.href}">${row.key}</a>` : row.key}
      ${row.group && html`<span class="under">${row.group}</span>`}
    </th>
    <td role="cell" class="${cells[2]}">${riskBar(row.risk, locale)}</td>
    <td role="cell" class="${cells[3]}"><b>${row.value}</b>${row.of && html`<span class="under">${row.of}</span>`}</td>
    <td role="cell" class="${cells[4]}">${reasons(row.reasons)}</td>
    <td role="cell" class="${cells[5]}">${row.last}</td>
    <td role="cell" class="${cells[6]}">
      ${row.owner}${row.consent === false && html`${row.owner && html`<br />`}${chip(locale.t("no consent", "未授权"))}`}
    </td>
  </tr>`;
