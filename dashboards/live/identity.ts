import {locale} from "../format/locale.ts";
import type {IdentityStart} from "../pages/identity/identityStart.ts";
import {levelPart} from "../pages/identity/levelPart.ts";
import {reviewCsv} from "../pages/identity/reviewCsv.ts";
import {countWords, firstShown, mostShown} from "../pages/identity/reviewCount.ts";
import {reviewList} from "../pages/identity/reviewList.ts";
import type {Party} from "../pages/identity/rows.ts";
import {rulePart} from "../pages/identity/rulePart.ts";
import {waterfall} from "../pages/identity/waterfall.ts";
import {weightPart} from "../pages/identity/weightPart.ts";
import {csvName} from "./csv.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";

/** The pair whose weights are shown and the party whose comparisons are, in the address; more of the queue; the queue as CSV. */
export function start({list, all, customer, asOf, dictionary, settings, ...given}: IdentityStart): void {
  const words = locale(given.lang, given.currency);
  const [first] = list;
  let chosen = first;
  let shown = Math.min(firstShown, list.length);
  const fill = (id: string, content: unknown) => {
    const element = document.getElementById(id);
    if (element) element.innerHTML = String(content);
  };
  const addressOf = (id: string) => customer + encodeURIComponent(id);
  const drawQueue = () => {
    if (!chosen) return;
    fill("queue-list", reviewList({rows: list.slice(0, shown), chosen: chosen.id, dictionary, addressOf}, words));
    fill("why-body", waterfall(chosen, settings[chosen.party]!, dictionary, words));
    fill("queue-count", countWords(shown, list.length, Math.max(all, list.length), words));
    const more = document.getElementById("more")?.parentElement;
    if (more) more.hidden = shown >= Math.min(mostShown, list.length);
  };
  const drawEvidence = (party: Party) => {
    if (!settings[party]) return;
    fill("weights-body", weightPart(given.weights, party, settings[party], words));
    fill("levels-body", levelPart(given.levels, party, dictionary, words));
    fill("rules-body", rulePart(given.rules, party, words));
  };
  const spec = {
    pair: {fallback: first?.id ?? "", known: list.map(({id}) => id)},
    party: {fallback: given.first ?? "", known: Object.keys(settings)}
  };
  const state = bindFilters(spec, (values, unknown) => {
    chosen = list.find(({id}) => id === values.pair);
    if (chosen) shown = Math.max(shown, Math.min(chosen.place, list.length));
    drawQueue();
    drawEvidence(values.party as Party);
    const ignored = {
      pair: words.t("That pair waits no more: the first is shown. ", "该记录对已不在待复核之列：显示第一对。"),
      party: words.t("Unknown party. ", "未知的主体类型。")
    };
    fill("identity-line", unknown.map((name) => ignored[name]).join(""));
  });
  document.getElementById("queue-list")?.addEventListener("click", ({target}) => {
    const pair = (target as Element).closest<HTMLElement>("[data-pair]")?.dataset.pair;
    if (pair === undefined) return;
    state.set({pair}, {push: true});
    document.querySelector<HTMLElement>(`[data-pair="${CSS.escape(pair)}"]`)?.focus({preventScroll: true});
    document.getElementById("why")?.scrollIntoView({block: "nearest"});
  });
  document.getElementById("more")?.addEventListener("click", () => {
    shown = Math.min(mostShown, list.length);
    drawQueue();
  });
  document
    .querySelector("[data-action=csv]")
    ?.addEventListener("click", () => download(csvName("identity", asOf), reviewCsv(list, asOf)));
}
