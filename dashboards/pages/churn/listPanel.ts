import {banner, button, grid, html, key, panel, raw, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {countWords, firstShown, moreWords} from "./countWords.ts";
import {filterItems} from "./filterItems.ts";
import {segmentsOf} from "./watchFilter.ts";
import {watchList} from "./watchList.ts";
import type {Watched} from "./watched.ts";

export interface ListPanel {
  list: readonly Watched[];
  /** Customers with revenue at risk, on the list or not. */
  all: number;
  /** In words: "13 weeks". */
  horizon: string;
  /** A line above the list: it does not beat silence alone, or there are no rates. */
  warning?: string;
}

/** The ranked list with its filters; script takes over filters, "show more" and CSV. */
export function listPanel({list, all, horizon, warning}: ListPanel, c: Context): Html {
  const {t} = c;
  const calls = c.callsPerDay;
  const shown = Math.min(firstShown(calls), list.length);
  const hasRisk = list.some(({risk}) => risk !== null);
  const more = button({text: moreWords(shown, list.length, c), kind: "quiet", id: "more"});
  const rest = html`<span class="needs-script" ${shown >= list.length && raw(" hidden")}>${more}</span>`;
  const addressOf = (id: string) => c.href("/customers", {key: id});
  return html`${list.length > 0 && filterItems(segmentsOf(list), calls, shown, hasRisk, c)}
  ${grid(
    panel({
      title:
        hasRisk || !list.length
          ? t("Who is likely to leave, what is at stake, and why?", "谁可能流失、代价几何、原因何在？")
          : t("Who has been silent the longest?", "谁沉默得最久？"),
      sub: hasRisk
        ? t(
            `Ranked by value at risk = risk of no order within ${horizon} × usual revenue of ${horizon}; 95% intervals`,
            `按风险价值排列 = ${horizon}内不再下单的风险 × ${horizon}的常规收入；区间为 95%`
          )
        : t("Ranked by days without an order ÷ usual gap between orders", "按未下单天数 ÷ 常规下单间隔排列"),
      body: html`${warning && banner(warning)}
        <div id="watch-list">${watchList({list, shown, calls, horizon, isWhole: true, addressOf}, c)}</div>
        ${
          list.length > 0 &&
          html`<p class="sub">
            <span id="watch-count" role="status"
              >${countWords(shown, list.length, list.length, Math.max(all, list.length), c)}</span
            >
            ${rest}
          </p>`
        }`,
      note:
        hasRisk &&
        html`${key("fill", t("silence: counted in the risk; own rhythm only explains it", "沉默：计入风险；自身节奏仅作说明"), "bad")}
        ${key("pale", t("not counted: good to know before the call", "未计入，致电前宜知晓"), "bad")}
        ${key("fill", t("counted, and the risk is low", "计入，且风险低"), "good")}`,
      long: true
    })
  )}`;
}
