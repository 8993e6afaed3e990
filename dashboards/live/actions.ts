import {locale as localeOf} from "../format/locale.ts";
import type {Listed} from "../pages/actions/listed.ts";
import {countWords, firstShown, STEP} from "../pages/actions/listWords.ts";
import type {ActionsStart} from "../pages/actions/start.ts";
import {taskCsv} from "../pages/actions/taskCsv.ts";
import {filterWords, offeredBy, passing, taskSpec} from "../pages/actions/taskFilter.ts";
import {taskList} from "../pages/actions/taskList.ts";
import {bindFilters} from "./filters.ts";
import {takeTable} from "./takeTable.ts";
import {writeFilters} from "./urlState.ts";

/** The list by owner, action and day, more rows, and the shown rows as CSV; the filter stands in the address. */
export function start({lang, currency, asOf, customer, calls, list, everybody}: ActionsStart): void {
  const box = document.getElementById("task-list");
  if (!box || !list.length) return;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const spec = taskSpec(offeredBy(list));
  const more = document.getElementById("more");
  let rows: readonly Listed[] = list;
  let shown = firstShown(calls);
  let ofOwner = false;
  const draw = () => {
    box.innerHTML = String(taskList({list: rows, shown, calls, customer, ofOwner}, locale));
    document.getElementById("task-count")!.textContent = rows.length
      ? countWords(shown, rows.length, list.length, everybody, locale)
      : "";
    if (more) more.parentElement!.hidden = shown >= rows.length;
  };
  const state = bindFilters(spec, (values, unknown) => {
    rows = passing(list, values);
    ofOwner = values.owner !== "";
    shown = firstShown(calls);
    draw();
    document.querySelector("[data-filter-line]")!.textContent = [
      filterWords(values, locale),
      unknown.length > 0 &&
        t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
    ]
      .filter(Boolean)
      .join(" · ");
  });
  more?.addEventListener("click", () => {
    shown = Math.min(shown + STEP, rows.length);
    draw();
  });
  document
    .getElementById("take")
    ?.addEventListener("click", () =>
      takeTable("actions", taskCsv(rows.slice(0, shown)), asOf, writeFilters(spec, "", state.get()).slice(1))
    );
}
