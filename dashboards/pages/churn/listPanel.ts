import {banner, button, grid, html, panel, raw, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {countWords, firstShown, moreWords} from "./countWords.ts";
import {filterItems} from "./filterItems.ts";
import {listKey, listSub} from "./listWords.ts";
import {offeredBy} from "./watchFilter.ts";
import {watchList} from "./watchList.ts";
import type {Watched} from "./watched.ts";

export interface ListPanel {
  list: readonly Watched[];
  /** What ranks it. */
  uses: "model" | "rules";
  /** Customers whom it could hold, on the list or not. */
  all: number;
  /** In words: "13 weeks". */
  horizon: string;
  /** Which of the two ranks it and why: one sentence. */
  choice: string;
}

/** The ranked list with its filters; script takes over filters, "show more" and CSV. */
export function listPanel({list, uses, all, horizon, choice}: ListPanel, c: Context): Html {
  const calls = c.callsPerDay;
  const shown = Math.min(firstShown(calls), list.length);
  const offered = offeredBy(list);
  const more = button({text: moreWords(shown, list.length, c), kind: "quiet", id: "more"});
  const rest = html`<span class="needs-script" ${shown >= list.length && raw(" hidden")}>${more}</span>`;
  const addressOf = (id: string) => c.href("/customers", {key: id});
  const count = html`<p class="sub">
    <span id="watch-count" role="status">${countWords(shown, list.length, list.length, {all, uses}, c)}</span>
    ${rest}
  </p>`;
  return html`${list.length > 0 && filterItems(offered, calls, shown, c)}
  ${grid(
    panel({
      title: c.t("Who is likely to leave, what is at stake, and why?", "谁可能流失、代价几何、原因何在？"),
      sub: listSub(uses, horizon, c),
      body: html`${uses === "rules" ? banner(choice) : html`<p class="choice">${choice}</p>`}
        <div id="watch-list">${watchList({list, uses, shown, calls, horizon, isWhole: true, addressOf}, c)}</div>
        ${list.length > 0 && count}`,
      note: list.length > 0 && listKey(uses, c),
      long: true
    })
  )}`;
}
