import {locale} from "../format/locale.ts";
import type {ChurnStart} from "../pages/churn/churnStart.ts";
import {STEP, countWords, firstShown, moreWords, takeWords} from "../pages/churn/countWords.ts";
import {horizonWords} from "../pages/churn/horizonWords.ts";
import {watchCsv} from "../pages/churn/watchCsv.ts";
import {callsOf, filterSpec, filterWords, offeredBy, passing} from "../pages/churn/watchFilter.ts";
import {watchList} from "../pages/churn/watchList.ts";
import type {Watched} from "../pages/churn/watched.ts";
import {crosshairs} from "./crosshair.ts";
import {csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";
import {writeFilters} from "./urlState.ts";

/** Filters in the address, more rows, the capacity line of a day's calls, and the shown rows as CSV. */
export function start({
  list,
  all,
  calls: usual,
  customer,
  horizonDays,
  uses,
  rankedBy,
  asOf,
  ...site
}: ChurnStart): void {
  crosshairs();
  const box = document.getElementById("watch-list");
  if (!box || !list.length) return;
  const words = locale(site.lang, site.currency);
  const spec = filterSpec(offeredBy(list), usual);
  const horizon = horizonWords(horizonDays, words);
  let rows: readonly Watched[] = list;
  let shown = Math.min(firstShown(usual), list.length);
  let calls = usual;
  const text = (selector: string, content: string) => {
    const element = document.querySelector(selector);
    if (element) element.textContent = content;
  };
  const draw = () => {
    const addressOf = (id: string) => customer + encodeURIComponent(id);
    const view = {list: rows, uses, shown, calls, horizon, isWhole: rows.length === list.length, addressOf};
    box.innerHTML = String(watchList(view, words));
    text("#watch-count", rows.length ? countWords(shown, rows.length, list.length, {all, uses}, words) : "");
    label("#take", takeWords(shown, words), shown > 0);
    label("#more", moreWords(shown, rows.length, words), shown < rows.length);
  };
  const state = bindFilters(spec, (values, unknown) => {
    rows = passing(list, values);
    calls = callsOf(values.calls, usual);
    shown = Math.min(firstShown(calls), rows.length);
    const ignored =
      unknown.length &&
      words.t(`Unknown ${unknown.join(", ")}: all are shown.`, `未知的 ${unknown.join("、")}：显示全部。`);
    text("[data-filter-line]", [filterWords(values, words), ignored].filter(Boolean).join(" "));
    draw();
  });
  document.getElementById("more")?.addEventListener("click", () => {
    shown = Math.min(shown + STEP, rows.length);
    draw();
  });
  document.getElementById("take")?.addEventListener("click", () => {
    const filter = writeFilters(spec, "", {...state.get(), calls: String(usual)}).slice(1);
    download(csvName("churn", asOf), watchCsv(rows.slice(0, shown), {asOf, rankedBy, filter}));
  });
}

/** New words for a button; its place is hidden where it would do nothing. */
function label(selector: string, words: string, isOf: boolean): void {
  const button = document.querySelector<HTMLButtonElement>(selector);
  if (!button) return;
  button.parentElement!.hidden = !isOf;
  const last = [...button.childNodes].findLast((node) => node.nodeType === Node.TEXT_NODE);
  if (last) last.textContent = words;
}
