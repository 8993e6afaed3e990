import {drill} from "../components/drill.ts";
import {heat} from "../components/heat.ts";
import {failed} from "../components/states.ts";
import {locale as localeOf} from "../format/locale.ts";
import {curvesPanel} from "../pages/cohorts/curvesPanel.ts";
import {customersOf} from "../pages/cohorts/customersOf.ts";
import {drillOf, type CustomersHref} from "../pages/cohorts/drillOf.ts";
import {groupCurves} from "../pages/cohorts/groupCurves.ts";
import {groupDrill} from "../pages/cohorts/groupDrill.ts";
import {groupHeat, highestGroup} from "../pages/cohorts/groupHeat.ts";
import type {GroupsData} from "../pages/cohorts/groupsData.ts";
import {groupTable} from "../pages/cohorts/groupTable.ts";
import {preselected} from "../pages/cohorts/preselected.ts";
import type {CohortsStart} from "../pages/cohorts/start.ts";
import {focusOf, trendFrame, trendPanel} from "../pages/cohorts/trendPanel.ts";
import type {TriangleData} from "../pages/cohorts/triangleData.ts";
import {highestOf, shown, triangleHeat, type Cell} from "../pages/cohorts/triangleHeat.ts";
import {triangleKey} from "../pages/cohorts/triangleKey.ts";
import {triangleTable} from "../pages/cohorts/triangleTable.ts";
import {
  isByGroup,
  measureOf,
  newestOf,
  periodOf,
  spec,
  titleOf,
  unitOf,
  usual,
  type View
} from "../pages/cohorts/view.ts";
import {viewWords} from "../pages/cohorts/viewWords.ts";
import {fetched} from "./cohorts/fetched.ts";
import {offerGroups} from "./cohorts/offerGroups.ts";
import {crosshair, crosshairs} from "./crosshair.ts";
import {csv, csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";
import {grid} from "./grid.ts";

/** A row whose days are days again after JSON. */
const dated = (row: CohortsStart["changes"][number]): CohortsStart["changes"][number] =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith("_month") && value !== null ? new Date(value) : value
    ])
  ) as typeof row;

/** What stands in the table: the cohorts of some customers, or the groups of a dimension beside each other. */
interface Shown {
  view: View;
  cohorts: TriangleData;
  groups?: GroupsData;
}

/**
 * Takes the cohort page over: switches redraw heat, curves and trend with the functions that drew them at build, from files that they
 * fetch; cells drill; CSV.
 */
export function start({triangle, selected, changes, lang, currency, customers}: CohortsStart): void {
  const host = document.querySelector<HTMLElement>("[data-triangle]");
  crosshairs();
  if (!host) return;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const c = {...locale, minCell: triangle.minCell};
  const files = fetched(triangle);
  const compared = changes.map(dated);
  const href: CustomersHref = (view, cell) =>
    `${customers}?${new URLSearchParams(Object.entries(customersOf(view, cell)).map(([name, value]) => [name, String(value)]))}`;
  let now: Shown = {view: usual, cohorts: triangle};
  let cell: Cell | undefined = selected;
  let asked = 0;

  const redraw = (selector: string, markup: unknown) => {
    const place = document.querySelector(selector);
    if (place) place.innerHTML = String(markup);
  };
  const replace = (id: string, markup: unknown) => {
    const place = document.getElementById(id);
    if (!place) return;
    place.outerHTML = String(markup);
    document.getElementById(id)!.querySelectorAll<HTMLElement>("[data-readings]").forEach(crosshair);
  };
  const curves = () =>
    replace(
      "curves",
      now.groups ? groupCurves(now.groups, locale, now.view) : curvesPanel(now.cohorts, cell, locale, now.view)
    );
  const tell = () => {
    const {view, cohorts, groups} = now;
    const said = groups ? groupDrill(groups, view, cell, locale) : drillOf(cohorts, view, cell, href, locale);
    const fresh = document.createElement("template");
    fresh.innerHTML = String(drill(said));
    for (const part of ["[role=status]", ".drill-actions"])
      redraw(`#drill ${part}`, fresh.content.querySelector(part)!.innerHTML);
  };
  const listen = () =>
    grid(host.querySelector("table")!, ({row, column}) => {
      cell = {cohort: row, k: column + 1};
      tell();
      if (!now.groups) curves();
    });

  function draw(next: Shown, unknown: readonly string[]): void {
    const isSame = next.cohorts === now.cohorts && Boolean(next.groups) === Boolean(now.groups);
    now = next;
    const {view, cohorts, groups} = now;
    if (!isSame) cell = groups ? undefined : cohorts === triangle ? selected : preselected(cohorts);
    if (!groups && !shown(cohorts, view).some(({on}) => on === cell?.cohort)) cell = undefined;
    const drawn = groups ? groupHeat(groups, view, cell, locale) : triangleHeat(cohorts, view, cell, locale);
    host!.innerHTML = String(heat(drawn, locale));
    listen();
    tell();
    curves();
    const k = focusOf(cohorts);
    replace("trend", trendPanel(cohorts, cohorts === triangle ? compared : [], c, trendFrame(cohorts, k, locale)));
    redraw("[data-heat-title]", titleOf(measureOf(view), locale));
    redraw("[data-unit]", unitOf(measureOf(view), periodOf(view), locale));
    const highest = groups ? highestGroup(groups, view) : highestOf(cohorts, view);
    redraw("[data-key]", triangleKey(view, highest, triangle.minCell, locale));
    redraw("[data-filter-line]", viewWords(view, unknown, locale));
    const hide = (selector: string, isHidden: boolean) => {
      const part = document.querySelector<HTMLElement>(selector);
      if (part) part.style.display = isHidden ? "none" : "";
    };
    hide("[data-span]", Boolean(groups) || view.cohorts === "all" || cohorts !== triangle);
    hide("[data-pick]", Boolean(groups) || view.measure !== "customers");
    hide("[data-filter=counted]", view.measure !== "customers");
    hide("[data-filter=cohorts]", Boolean(groups) || cohorts.cohorts.length <= newestOf[cohorts.period]);
  }

  async function change(view: View, unknown: readonly string[]): Promise<void> {
    const request = ++asked;
    host!.ariaBusy = "true";
    try {
      const offered = view.by === "all" ? [] : await files.groups(view.by);
      const isKnown = view.group === "" || view.by === "all" || offered.includes(view.group);
      const whole = {...view, group: isKnown ? view.group : ""};
      const [cohorts, groups] = await Promise.all([
        files.cohorts(whole),
        isByGroup(whole) ? files.beside(whole) : undefined
      ]);
      if (request !== asked) return;
      offerGroups(whole, offered, locale);
      draw({view: whole, cohorts, groups}, isKnown ? unknown : [...unknown, "group"]);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (request === asked)
        host!.innerHTML = String(failed({title: t("These cohorts could not be loaded", "这些同期群无法载入"), cause}));
    }
    if (request === asked) host!.ariaBusy = null;
  }

  const state = bindFilters(spec, (values, unknown) => void change(values, unknown));
  listen();
  document.addEventListener("click", ({target}) => {
    const action = (target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "all-csv") void files.csv(periodOf(now.view)).then((address) => location.assign(address));
    if (action === "group" && cell) state.set({group: cell.cohort}, {push: true});
    if (action !== "csv" || !(target as Element).closest("#drill")) return;
    const words = viewWords(now.view, [], localeOf("en", currency));
    const {columns, rows} = now.groups
      ? groupTable(now.groups, now.view, words)
      : triangleTable(now.cohorts, now.view, words);
    download(csvName("cohorts", triangle.asOf), csv(columns, rows));
  });
}
