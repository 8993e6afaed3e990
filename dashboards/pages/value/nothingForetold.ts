import {facts, grid, html, panel, tooFew, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {modelWords} from "./modelWords.ts";
import type {FitRow, SummaryRow} from "./rows.ts";
import {reasonWords} from "./reasonWords.ts";
import {shortState} from "./shortState.ts";
import {stateWords} from "./stateWords.ts";

/** Why nothing is foretold, what is known of the base, how far each model came, and which pages answer without a model. */
export function nothingForetold(summary: SummaryRow, fits: readonly FitRow[], c: Context): Html {
  const {t, f, href} = c;
  const words = stateWords(summary, c);
  const known: [string, Content][] = [
    [t("Customers", "客户"), f.count(summary.customers)],
    [
      t("Bought on one day alone", "仅一个购买日"),
      t(
        `${f.count(summary.one_time_customers)} (${f.share(summary.one_time_customers / summary.customers)})`,
        `${f.count(summary.one_time_customers)}（${f.share(summary.one_time_customers / summary.customers)}）`
      )
    ],
    [t("History", "历史"), f.days(summary.history_days)]
  ];
  const tried = fits.filter((row) => row.span === "whole");
  return html`${tooFew({title: words?.title ?? t("Nothing is foretold", "不作预测"), text: words?.text})}
  ${grid([
    panel({span: 6, title: t("What is known?", "已知什么？"), body: facts(known)}),
    tried.length > 0 &&
      panel({
        span: 6,
        title: t("How far did each model come?", "各模型进展如何？"),
        body: facts(
          tried.map((row) => [modelWords(row.model, c), reasonWords(row.reason, c) ?? shortState(row.state, c)])
        )
      }),
    panel({
      title: t("What answers without a model?", "哪些页面无需模型即可回答？"),
      body: html`<ul class="steps">
        <li>
          <a href="${href("/cohorts")}">${t("Cohorts", "同期群")}</a>:
          ${t("who came back, month by month", "逐月看谁回来")}
        </li>
        <li>
          <a href="${href("/segments")}">${t("Segments", "分群")}</a>:
          ${t("who holds the revenue so far", "至今收入在谁手中")}
        </li>
        <li>
          <a href="${href("/identity")}">${t("Identity", "身份识别")}</a>:
          ${t("whether orders of one customer are tied together", "同一客户的订单是否归并")}
        </li>
      </ul>`
    })
  ])}`;
}
