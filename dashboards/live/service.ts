import {locale as localeOf} from "../format/locale.ts";
import {causesTable} from "../pages/service/causesTable.ts";
import {causesCsv, groupsCsv} from "../pages/service/csvFiles.ts";
import {groupsTable} from "../pages/service/groupsTable.ts";
import {filterWords, offeredBy, openSpec, passing} from "../pages/service/openFilter.ts";
import {openList} from "../pages/service/openList.ts";
import {countWords, FIRST, STEP} from "../pages/service/openWords.ts";
import type {ServiceStart} from "../pages/service/serviceStart.ts";
import {dimensionName} from "../pages/service/words.ts";
import {bindFilters} from "./filters.ts";
import {takeTable} from "./takeTable.ts";

/** Causes open into their parts, groups can be changed, open tickets filtered; all of it stands in the address. */
export function start({
  lang,
  currency,
  asOf,
  minCell,
  customer,
  causes,
  groups,
  open,
  openTickets
}: ServiceStart): void {
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const place = (selector: string) => document.querySelector<HTMLElement>(selector);
  const redraw = (selector: string, markup: unknown) => {
    const element = place(selector);
    if (element) element.innerHTML = String(markup);
  };
  const usual = {by: groups[0]?.dimension ?? "", cause: causes[0]?.category ?? ""};
  const spec = {
    ...openSpec(offeredBy(open)),
    by: {fallback: usual.by, known: groups.map(({dimension}) => dimension as string)},
    cause: {fallback: usual.cause, known: ["", ...causes.map(({category}) => category)]}
  };
  let shown = FIRST;
  let chosen: string = usual.by;
  let listed = open;
  const drawList = () => {
    redraw("[data-open]", openList({rows: listed, shown, customer}, locale));
    redraw("[data-open-count]", countWords(shown, listed.length, openTickets, locale));
    const more = place("#more")?.parentElement;
    if (more) more.hidden = shown >= listed.length;
  };
  const state = bindFilters(spec, (values, unknown) => {
    listed = passing(open, values);
    shown = FIRST;
    chosen = values.by;
    drawList();
    const group = groups.find(({dimension}) => dimension === values.by);
    if (group) redraw("[data-groups]", groupsTable(group, locale));
    if (causes.length) redraw("[data-causes]", causesTable(causes, values.cause, locale));
    redraw(
      "[data-filter-line]",
      [
        filterWords(values, locale),
        values.by !== usual.by && group && `${t("by ", "按")}${dimensionName(group.dimension, locale)}`,
        unknown.length > 0 &&
          t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
      ]
        .filter(Boolean)
        .join(" · ")
    );
  });
  place("[data-causes]")?.addEventListener("click", ({target}) => {
    const cause = (target as Element).closest<HTMLElement>("[data-cause]")?.dataset.cause;
    if (cause === undefined) return;
    state.set({cause: state.get().cause === cause ? "" : cause}, {push: true});
    place(`[data-cause="${CSS.escape(cause)}"]`)?.focus();
  });
  place("#more")?.addEventListener("click", () => {
    shown = Math.min(shown + STEP, listed.length);
    drawList();
  });
  place("#groups [data-action=csv]")?.addEventListener("click", () =>
    takeTable(
      "service",
      groupsCsv(groups.find(({dimension}) => dimension === chosen)?.rows ?? [], minCell),
      asOf,
      `by=${chosen}`
    )
  );
  place("#causes [data-action=csv]")?.addEventListener("click", () => takeTable("causes", causesCsv(causes), asOf));
}
