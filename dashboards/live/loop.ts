import {locale as localeOf} from "../format/locale.ts";
import type {LoopStart} from "../pages/voice/loop.ts";
import {caseSpec, filterWords, offeredBy, passing} from "../pages/voice/loop/caseFilter.ts";
import {caseList} from "../pages/voice/loop/caseList.ts";
import {countWords, FIRST, STEP} from "../pages/voice/loop/listWords.ts";
import {bindFilters} from "./filters.ts";

/** The list of cases by state, reason and segment; the filter stands in the address. */
export function start({lang, currency, customer, labels, cases, all, hasContacts}: LoopStart): void {
  const box = document.querySelector("[data-cases]");
  if (!box || !cases.length) return;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  let listed = cases;
  let shown = FIRST;
  const more = document.getElementById("more");
  const draw = () => {
    box.innerHTML = String(caseList({list: listed, shown, customer, hasContacts, labels}, locale));
    document.querySelector("[data-case-count]")!.textContent = countWords(shown, listed.length, all, locale);
    if (more) more.parentElement!.hidden = shown >= listed.length;
  };
  bindFilters(caseSpec(offeredBy(cases)), (values, unknown) => {
    listed = passing(cases, values);
    shown = FIRST;
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
    shown = Math.min(shown + STEP, listed.length);
    draw();
  });
}
