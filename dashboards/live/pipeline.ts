import {locale as localeOf} from "../format/locale.ts";
import {dealSpec, filterWords, offeredBy, passing} from "../pages/pipeline/dealFilter.ts";
import {countWords, dealList, FIRST, STEP} from "../pages/pipeline/dealList.ts";
import {groupsCsv} from "../pages/pipeline/groups.ts";
import {groupsTable} from "../pages/pipeline/groupsTable.ts";
import type {PipelineStart} from "../pages/pipeline/pipelineStart.ts";
import {dimensionName} from "../pages/pipeline/words.ts";
import {bindFilters} from "./filters.ts";
import {takeTable} from "./takeTable.ts";

/** Groups can be changed, open deals filtered and unfolded; what is chosen stands in the address. */
export function start({lang, currency, asOf, customer, groups, deals, open}: PipelineStart): void {
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const place = (selector: string) => document.querySelector<HTMLElement>(selector);
  const redraw = (selector: string, markup: unknown) => {
    const element = place(selector);
    if (element) element.innerHTML = String(markup);
  };
  const usual: string = groups[0]?.dimension ?? "";
  const spec = {
    ...dealSpec(offeredBy(deals)),
    by: {fallback: usual, known: groups.map(({dimension}) => dimension as string)}
  };
  let shown = FIRST;
  let chosen = usual;
  let listed = deals;
  const drawList = () => {
    redraw("[data-deals]", dealList({rows: listed, shown, customer}, locale));
    redraw("[data-deals-count]", countWords(shown, listed.length, open, locale));
    const more = place("#more")?.parentElement;
    if (more) more.hidden = shown >= listed.length;
  };
  bindFilters(spec, (values, unknown) => {
    listed = passing(deals, values);
    shown = FIRST;
    chosen = values.by;
    drawList();
    const group = groups.find(({dimension}) => dimension === chosen);
    if (group) redraw("[data-groups]", groupsTable(group, locale));
    redraw(
      "[data-filter-line]",
      [
        filterWords(values, locale),
        chosen !== usual && group && `${t("by ", "按")}${dimensionName(group.dimension, locale)}`,
        unknown.length > 0 &&
          t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
      ]
        .filter(Boolean)
        .join(" · ")
    );
  });
  place("#more")?.addEventListener("click", () => {
    shown = Math.min(shown + STEP, listed.length);
    drawList();
  });
  place("#groups [data-action=csv]")?.addEventListener("click", () => {
    const group = groups.find(({dimension}) => dimension === chosen);
    if (group) takeTable("pipeline", groupsCsv(group), asOf, `by=${chosen}`);
  });
}
