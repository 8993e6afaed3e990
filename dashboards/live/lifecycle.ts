import {locale as localeOf} from "../format/locale.ts";
import {finding} from "../pages/lifecycle/finding.ts";
import {movesCsv, type LifecycleStart} from "../pages/lifecycle/lifecycleStart.ts";
import {periodParts} from "../pages/lifecycle/periodParts.ts";
import {viewWords} from "../pages/lifecycle/periodWords.ts";
import {specOf} from "../pages/lifecycle/view.ts";
import {csv, csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";

/** Takes the lifecycle page over: the period redraws with the functions that drew it at build; the moves go as CSV. */
export function start({periods, minCell, asOf, lang, currency, customers}: LifecycleStart): void {
  const [usual] = periods;
  if (!usual) return;
  const locale = localeOf(lang, currency);
  const listOf = (stage: string) => `${customers}?stage=${stage}`;
  let shown = usual;
  const redraw = (selector: string, markup: string) => {
    const place = document.querySelector(selector);
    if (place) place.innerHTML = markup;
  };
  bindFilters(specOf(periods.map(({months}) => months)), ({months}, unknown) => {
    shown = periods.find((period) => String(period.months) === months) ?? usual;
    redraw("p.finding", String(finding(shown, locale)));
    redraw("[data-period]", String(periodParts(shown, minCell, listOf, locale)));
    redraw("[data-filter-line]", viewWords(shown.months, unknown, locale));
  });
  document.addEventListener("click", ({target}) => {
    if (!(target as Element).closest("[data-action=csv]")) return;
    const {columns, rows} = movesCsv(shown);
    const lines = rows.map((row) => [...row, asOf, `months=${shown.months}`]);
    download(csvName("lifecycle", asOf), csv([...columns, "as_of", "filter"], lines));
  });
}
