import {html, type Content, type Html} from "../../components/html.ts";
import {reasons} from "../../components/reasons.ts";
import {riskBar} from "../../components/riskBar.ts";
import {scroller} from "../../components/scroller.ts";
import type {Locale} from "../../format/locale.ts";
import type {Dictionary} from "./dictionary.ts";
import type {Reviewed} from "./review.ts";
import {reviewReasons} from "./reviewWords.ts";
import {partyName} from "./words.ts";

/** What the queue shows now. */
export interface ReviewView {
  rows: readonly Reviewed[];
  /** The pair that is looked at. */
  chosen: string | undefined;
  dictionary: Dictionary;
  /** The address of a customer. */
  addressOf: (id: string) => string;
}

/** The queue; the same for the page without script and for the list that takes it over. */
export function reviewList(view: ReviewView, locale: Locale): Html {
  const {t} = locale;
  const heads: [string, Content][] = [
    ["place-cell right", "#"],
    ["who-cell", t("Customers", "客户")],
    ["risk-cell", t("Probability", "概率")],
    ["value-cell right", t("At stake", "涉及金额")],
    ["why-cell", t("For and against", "支持与反对")],
    ["show-cell needs-script", html`<span class="sr-only">${t("Show", "查看")}</span>`]
  ];
  const caption = t("Pairs of records that wait for review", "待复核的记录对");
  return scroller(
    caption,
    html`<table class="rank queue" role="table" id="queue">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map(([look, text]) => html`<th scope="col" role="columnheader" class="${look}">${text}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${view.rows.map((pair) => row(pair, view, locale))}
      </tbody>
    </table>`
  );
}

function row(pair: Reviewed, {chosen, dictionary, addressOf}: ReviewView, locale: Locale): Html {
  const {t, f} = locale;
  const link = (id: string) => html`<a href="${addressOf(id)}">${id}</a>`;
  const isChosen = pair.id === chosen;
  return html`<tr role="row" data-id="${pair.id}" ${isChosen && html` aria-current="true"`}>
    <td role="cell" class="place-cell right">${pair.place}</td>
    <th scope="row" role="rowheader" class="who-cell">
      ${pair.customers.map(link)}
      <span class="under">${partyName(pair.party, locale)}</span>
    </th>
    <td role="cell" class="risk-cell">
      ${riskBar({share: pair.probability, word: t(`weight ${f.score(pair.weight, 1)}`, `权重 ${f.score(pair.weight, 1)}`), tone: "c2"}, locale)}
    </td>
    <td role="cell" class="value-cell right"><b>${f.money(pair.value)}</b></td>
    <td role="cell" class="why-cell">${reasons(reviewReasons(pair, dictionary, locale))}</td>
    <td role="cell" class="show-cell needs-script">
      <button class="button quiet" type="button" data-pair="${pair.id}" aria-pressed="${String(isChosen)}">
        ${t("Show", "查看")}<span class="sr-only">: ${t("pair", "第")} ${pair.place}${t("", " 对")}</span>
      </button>
    </td>
  </tr>`;
}
