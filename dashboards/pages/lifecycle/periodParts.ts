import {grid, html, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {flowPanel} from "./flowPanel.ts";
import {movePanel} from "./movePanel.ts";
import {netPanel, type ListOf} from "./netPanel.ts";
import type {Period} from "./periods.ts";

/** The panels that follow the chosen period: drawn at build, and again in the browser. */
export const periodParts = (period: Period, minCell: number, listOf: ListOf, locale: Locale): Html =>
  html`${grid([flowPanel(period, locale), netPanel(period, minCell, listOf, locale)])}${grid([movePanel(period, minCell, listOf, locale)])}`;
