import {failed} from "../components/states.ts";
import {locale as localeOf} from "../format/locale.ts";
import {folderName, textsFile} from "../pages/voice/files.ts";
import {unpack, type PackedSaid, type Said} from "../pages/voice/said.ts";
import {filterWords, passing, saidSpec} from "../pages/voice/saidFilter.ts";
import {saidList} from "../pages/voice/saidList.ts";
import {countWords, FIRST, STEP} from "../pages/voice/saidWords.ts";
import {scoreCsv} from "../pages/voice/scoreCsv.ts";
import {scoreTable} from "../pages/voice/scoreTable.ts";
import type {VoiceStart} from "../pages/voice/voiceStart.ts";
import {bindFilters} from "./filters.ts";
import {takeTable} from "./takeTable.ts";

/** Texts by theme, sentiment and language, scores by group; both in the address, and tables to take away. */
export function start({
  lang,
  currency,
  asOf,
  customer,
  groups,
  themes,
  labels,
  languages,
  texts,
  ...taken
}: VoiceStart): void {
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const place = (selector: string) => document.querySelector<HTMLElement>(selector);
  const redraw = (selector: string, markup: unknown) => {
    const element = place(selector);
    if (element) element.innerHTML = String(markup);
  };
  let all: Promise<Said[]> | undefined;
  let listed: Said[] = [];
  let shown = FIRST;
  let latest = 0;
  const usual = groups[0]?.key ?? "";
  let by = usual;
  const spec = {
    ...saidSpec(themes, languages),
    by: {fallback: usual, known: groups.map(({key}) => key)}
  };
  const draw = () => {
    redraw("[data-said]", saidList({list: listed, shown, customer, labels}, locale));
    redraw("[data-said-count]", countWords(shown, listed.length, texts, locale));
    const more = place("#more")?.parentElement;
    if (more) more.hidden = shown >= listed.length;
  };
  const list = async (count: number) => {
    if (!place("[data-said]")) return;
    const turn = ++latest;
    try {
      const said = await (all ??= fetched());
      if (turn !== latest) return;
      listed = passing(said, state.get());
      shown = Math.min(count, Math.max(listed.length, FIRST));
      draw();
    } catch (error) {
      all = undefined;
      redraw("[data-said]", failed({title: t("The texts could not be fetched", "无法载入文本"), cause: String(error)}));
    }
  };
  const state = bindFilters(spec, (values, unknown) => {
    const group = groups.find(({key}) => key === values.by);
    if (group && group.key !== by) redraw("[data-scores]", scoreTable(group, locale));
    by = values.by;
    const words = [
      filterWords(values, themes, locale),
      unknown.length > 0 &&
        t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
    ];
    redraw("[data-filter-line]", words.filter(Boolean).join(" · "));
    queueMicrotask(() => void list(FIRST));
  });
  place("#more")?.addEventListener("click", () => void list(shown + STEP));
  place("#groups [data-action=csv]")?.addEventListener("click", () => {
    const group = groups.find(({key}) => key === by);
    if (group) takeTable("scores", scoreCsv(group), asOf, `by=${by}`);
  });
  place("#drivers [data-action=csv]")?.addEventListener("click", () => takeTable("drivers", taken.drivers, asOf));
  place("#themes [data-action=csv]")?.addEventListener("click", () => takeTable("themes", taken.themeTable, asOf));
}

/** All published texts, highest revenue first. @throws when the server refuses */
async function fetched(): Promise<Said[]> {
  const file = `data/${folderName}/${textsFile}`;
  const response = await fetch(new URL(`${document.documentElement.dataset.root ?? "./"}${file}`, location.href));
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  return ((await response.json()) as PackedSaid[]).map(unpack);
}
