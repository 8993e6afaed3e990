import {locale as localeOf} from "../format/locale.ts";
import type {KanoStart} from "../pages/voice/kano.ts";
import {kanoCsv} from "../pages/voice/kano/csvFile.ts";
import {featureTable} from "../pages/voice/kano/featureTable.ts";
import {finding} from "../pages/voice/kano/finding.ts";
import {plot} from "../pages/voice/kano/plot.ts";
import {whoseName} from "../pages/voice/kano/words.ts";
import {bindFilters} from "./filters.ts";
import {takeTable} from "./takeTable.ts";

/** The answers of one segment at a time; the choice stands in the address, and the shown features go as CSV. */
export function start({lang, currency, asOf, views}: KanoStart): void {
  const [all] = views;
  if (!all) return;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  let shown = all;
  const redraw = (selector: string, markup: unknown) => {
    const place = document.querySelector(selector);
    if (place) place.innerHTML = String(markup);
  };
  const spec = {segment: {fallback: all.segment, known: views.map(({segment}) => segment)}};
  bindFilters(spec, ({segment}, unknown) => {
    shown = views.find((view) => view.segment === segment) ?? all;
    redraw("p.finding", finding(shown, locale));
    redraw("[data-plot]", plot(shown, locale));
    redraw("[data-features]", featureTable(shown, locale));
    const words = [
      shown !== all && `${t("Answers of ", "作答者：")}${whoseName(shown.segment, locale)}`,
      unknown.length > 0 && t("unknown segment: everybody is shown", "未知分群：显示全体")
    ];
    document.querySelector("[data-filter-line]")!.textContent = words.filter(Boolean).join(" · ");
  });
  document
    .querySelector("#features [data-action=csv]")
    ?.addEventListener("click", () =>
      takeTable("kano", kanoCsv(shown), asOf, shown === all ? "" : `segment=${shown.segment}`)
    );
}
