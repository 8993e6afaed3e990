import {locale as localeOf} from "../format/locale.ts";
import {compareWords} from "../pages/contracts/compareWords.ts";
import {curvesBody} from "../pages/contracts/curvesBody.ts";
import {withheldNote} from "../pages/contracts/curvesPanel.ts";
import {groupsBody} from "../pages/contracts/groupsBody.ts";
import {groupsCsv} from "../pages/contracts/groupsCsv.ts";
import type {ContractsStart} from "../pages/contracts/start.ts";
import {dimensionName} from "../pages/contracts/words.ts";
import {crosshair} from "./crosshair.ts";
import {csv, csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";

/** Takes the contracts page over: another comparison redraws curves and table with the functions that drew them at build. */
export function start({dimensions, first, bridge, minCell, lang, currency, asOf}: ContractsStart): void {
  document
    .querySelector("#bridge [data-action=csv]")
    ?.addEventListener("click", () => download(csvName("contract-bridge", asOf), csv(bridge.columns, bridge.rows)));
  const host = document.querySelector<HTMLElement>("[data-curves]");
  if (!host) return;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  let shown = dimensions.find(({dimension}) => dimension === first)!;
  const redraw = (selector: string, markup: string) => {
    document.querySelector(selector)!.innerHTML = markup;
  };
  const follow = () => host.querySelectorAll<HTMLElement>("[data-readings]").forEach(crosshair);
  bindFilters({by: {fallback: first, known: dimensions.map(({dimension}) => dimension)}}, ({by}, unknown) => {
    shown = dimensions.find(({dimension}) => dimension === by)!;
    host.innerHTML = String(curvesBody(shown, locale));
    follow();
    redraw("[data-groups]", String(groupsBody(shown, dimensions, locale)));
    document.querySelector("[data-compare]")!.textContent = compareWords(shown, locale);
    document.querySelector("[data-withheld]")!.textContent = withheldNote(shown, minCell, locale);
    document.querySelector("[data-filter-line]")!.textContent = [
      by !== first &&
        t(
          `Compared by: ${dimensionName(shown.dimension, locale)}`,
          `比较维度：${dimensionName(shown.dimension, locale)}`
        ),
      unknown.length > 0 &&
        t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
    ]
      .filter(Boolean)
      .join(" · ");
  });
  follow();
  document.querySelector("#groups [data-action=csv]")?.addEventListener("click", () => {
    const {columns, rows} = groupsCsv(shown);
    download(csvName("contracts", asOf), csv(columns, rows));
  });
}
