import type {Locale} from "../format/locale.ts";
import {binOf} from "./bins.ts";
import {html, type Html} from "./html.ts";
import {scroller} from "./scroller.ts";

/** Customers of one recency and frequency score. */
export interface RfmCell {
  /** 1–5, 5 most recent. */
  recency: number;
  /** 1–5, 5 most frequent. */
  frequency: number;
  customers: number;
  /** Share of revenue: the tint. */
  share: number;
  segment: string;
  href?: string;
  withheld?: boolean;
}

/** Recency by frequency. */
export interface RfmGrid {
  caption: string;
  cells: readonly RfmCell[];
  /** Eight ascending lower bounds of the bins q1–q8. */
  breaks: readonly number[];
}

const scores = [1, 2, 3, 4, 5];

/** A table of 25 cells: count and segment in words, share of revenue as tint. */
export function rfmGrid({caption, cells, breaks}: RfmGrid, {f, t}: Locale): Html {
  const cell = (recency: number, frequency: number) => {
    const found = cells.find((one) => one.recency === recency && one.frequency === frequency);
    if (!found) return html`<td></td>`;
    const {customers, share, segment, href, withheld} = found;
    if (withheld) return html`<td class="withheld">–<span class="sr-only"> ${t("withheld", "不予显示")}</span></td>`;
    const count = html`<b>${f.count(customers)}</b>${segment}`;
    return html`<td class="q${binOf(share, breaks)}">${href ? html`<a href="${href}">${count}</a>` : count}</td>`;
  };
  const row = (frequency: number) =>
    html`<tr>
      <th scope="row">F${frequency}</th>
      ${scores.map((recency) => cell(recency, frequency))}
    </tr>`;
  return scroller(
    caption,
    html`<table class="tiles">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr-only">${t("Frequency", "频度")}</span></th>
          ${scores.map((recency) => html`<th scope="col">R${recency}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${scores.toReversed().map(row)}
      </tbody>
    </table>`
  );
}
