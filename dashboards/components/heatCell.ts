import type {Locale} from "../format/locale.ts";
import {binOf} from "./bins.ts";
import {attributes, html, type Html} from "./html.ts";

/** The share of a group at one time, or an amount per customer, out of `size` customers. */
export interface HeatCell {
  share: number;
  size: number;
  /** The period is still running: hatched, not in the mean. */
  running?: boolean;
  /** Too few customers to be published. */
  withheld?: boolean;
}

/** Where a cell stands and how it may look. */
export interface HeatCellContext {
  breaks: readonly number[];
  text: (value: number) => string;
  small: number;
  column: number;
  /** The cell can be chosen. */
  pick: boolean;
  chosen: boolean;
}

/** One cell of the triangle; withheld holds no number, not reached holds nothing at all. */
export function heatCell(cell: HeatCell | null, context: HeatCellContext, {t}: Locale): Html {
  if (!cell) return html`<td></td>`;
  if (cell.withheld) {
    const reason = t("withheld, too few customers", "客户过少，不予显示");
    return html`<td class="withheld"><span aria-hidden="true">–</span><span class="sr-only">${reason}</span></td>`;
  }
  const bin = `q${binOf(cell.share, context.breaks)}`;
  const look = cell.running ? "running" : cell.size < context.small ? `${bin} small` : bin;
  const pick = context.pick && {tabindex: -1, "data-column": context.column, "aria-selected": context.chosen && "true"};
  return html`<td${attributes({class: look, ...pick})}>
    ${context.text(cell.share)}${cell.running && html`<span class="sr-only"> ${t("so far", "进行中")}</span>`}
  </td>`;
}
