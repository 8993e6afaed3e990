import {drill} from "../components/drill.ts";
import {heat} from "../components/heat.ts";
import {locale as localeOf, type Locale} from "../format/locale.ts";
import {drillOf} from "../pages/cohorts/drillOf.ts";
import type {CohortsStart} from "../pages/cohorts/start.ts";
import {shown, triangleHeat, type Cell} from "../pages/cohorts/triangleHeat.ts";
import {triangleKey} from "../pages/cohorts/triangleKey.ts";
import {triangleTable} from "../pages/cohorts/triangleTable.ts";
import {spec, unitOf, usual, measureOf, type View} from "../pages/cohorts/view.ts";
import {viewWords} from "../pages/cohorts/viewWords.ts";
import {crosshairs} from "./crosshair.ts";
import {csv, csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";
import {grid} from "./grid.ts";

/** Takes the cohort page over: filters redraw the triangle with the functions that drew it at build, cells drill, CSV. */
export function start({triangle, selected, lang, currency, customers}: CohortsStart): void {
  const host = document.querySelector<HTMLElement>("[data-triangle]");
  crosshairs();
  if (!host) return;
  const locale: Locale = localeOf(lang, currency);
  const href = (cohort: string, month: number) => customers.replace("COHORT", cohort).replace("MONTH", String(month));
  let [view, cell]: [View, Cell | undefined] = [usual, selected];

  const redraw = (selector: string, markup: string) => {
    const place = document.querySelector(selector);
    if (place) place.innerHTML = markup;
  };
  const tell = () => {
    const {sentence, aside, actions} = drillOf(triangle, view, cell, href, locale);
    const fresh = document.createElement("template");
    fresh.innerHTML = String(drill({sentence, aside, actions}));
    for (const part of ["[role=status]", ".drill-actions"])
      redraw(`#drill ${part}`, fresh.content.querySelector(part)!.innerHTML);
  };
  const listen = () =>
    grid(host.querySelector("table")!, ({row, column}) => {
      cell = {cohort: row, month: column + 1};
      tell();
    });

  bindFilters(spec, (values, unknown) => {
    view = values;
    if (!shown(triangle, view).some(({month}) => month === cell?.cohort)) cell = undefined;
    host.innerHTML = String(heat(triangleHeat(triangle, view, cell, locale), locale));
    listen();
    tell();
    redraw("[data-unit]", unitOf(measureOf(view), locale));
    redraw("[data-key]", String(triangleKey(view, triangle.minCell, locale)));
    redraw("[data-filter-line]", viewWords(view, unknown, locale));
    const span = document.querySelector<HTMLElement>("[data-span]");
    if (span) span.hidden = view.cohorts === "all";
    const counted = document.querySelector<HTMLElement>("[data-filter=counted]");
    if (counted) counted.style.display = view.measure === "customers" ? "" : "none";
  });
  listen();
  document.addEventListener("click", ({target}) => {
    if (!(target as Element).closest("#drill [data-action=csv]")) return;
    const {columns, rows} = triangleTable(triangle, view, viewWords(view, [], localeOf("en", currency)));
    download(csvName("cohorts", triangle.asOf), csv(columns, rows));
  });
}
