import {migration} from "../components/migration.ts";
import {locale as localeOf} from "../format/locale.ts";
import {movesTable} from "../pages/segments/movesTable.ts";
import {measureName, movesSpec, sinceName, type Measure} from "../pages/segments/movesView.ts";
import type {SegmentsStart} from "../pages/segments/segmentsStart.ts";
import {upDownBody} from "../pages/segments/upDownBody.ts";
import {csv, csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";

/** The matrix of moves can be read for other days and as revenue; the segment table can be taken away as CSV. */
export function start({asOf, lang, currency, customers, columns, rows, moves, scores, upDown}: SegmentsStart): void {
  document.querySelector("[data-action=csv]")?.addEventListener("click", () => {
    const lines = rows.map((row) => [...row, asOf, ""]);
    download(csvName("segments", asOf), csv([...columns, "as_of", "filter"], lines));
  });
  const host = document.querySelector<HTMLElement>("[data-moves]");
  if (!host) return;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const href = (segment: string) => customers + new URLSearchParams([["", segment]]).toString().slice(1);
  const spec = movesSpec(moves.map(({months}) => months));
  bindFilters(spec, ({since, measure}, unknown) => {
    const at = moves.findIndex(({months}) => String(months) === since);
    host.innerHTML = String(migration(movesTable(moves[at]!, measure as Measure, {scores, href}, locale), locale));
    document.querySelector("[data-up-down]")!.innerHTML = String(upDownBody(upDown[at]!, locale));
    const words = [
      since !== spec.since.fallback &&
        t(`Since ${sinceName(Number(since), locale)}`, `起点：${sinceName(Number(since), locale)}`),
      measure !== spec.measure.fallback && measureName(measure, locale),
      unknown.length > 0 &&
        t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
    ];
    document.querySelector("[data-filter-line]")!.textContent = words.filter(Boolean).join(" · ");
  });
}
