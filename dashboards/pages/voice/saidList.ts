import {html, tooFew, verbatim, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {segmentName} from "../customers/words.ts";
import type {Said} from "./said.ts";
import {instrumentName, languageTag, moodOf} from "./words.ts";

/** What the list shows now. */
export interface SaidView {
  list: readonly Said[];
  shown: number;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  /** Names of themes. */
  labels: Readonly<Record<string, string>>;
}

/** Texts in their own language, with how they sound, who wrote them and what about. */
export function saidList({list, shown, customer, labels}: SaidView, locale: Locale): Html {
  const {t, f} = locale;
  if (!list.length)
    return tooFew({
      title: t("No text matches", "没有匹配的文本"),
      text: t("Take a filter off.", "请去掉一个筛选条件。")
    });
  const item = (one: Said) =>
    verbatim(
      {
        text: one.text,
        lang: languageTag[one.language],
        mood: moodOf(one.sentiment, locale),
        themes: one.themes.flatMap((theme) => labels[theme] ?? []),
        meta: [
          one.score !== null &&
            one.instrument !== null &&
            `${instrumentName(one.instrument, locale)} ${f.number(one.score)}`,
          one.origin === "ticket" && t("ticket", "工单"),
          one.times > 1 && t(`× ${f.count(one.times)}, alike`, `× ${f.count(one.times)}，内容相同`),
          one.customer !== null && html`<a href="${customer + encodeURIComponent(one.customer)}">${one.customer}</a>`,
          one.segment !== null && segmentName(one.segment, t),
          one.revenue !== null && t(`${f.moneyExact(one.revenue)} a year`, `年收入 ${f.moneyExact(one.revenue)}`),
          f.date(new Date(one.on))
        ]
      },
      locale
    );
  return html`<ul class="verbatims">
    ${list.slice(0, shown).map(item)}
  </ul>`;
}
