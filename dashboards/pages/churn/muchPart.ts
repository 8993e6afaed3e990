import {facts, html, table, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {Verdict} from "./verdict.ts";

/** By how much the rates beat their baselines, and where they are weak. */
export function muchPart(verdict: Verdict | null, locale: Locale): Html {
  const {t, f} = locale;
  const measure = (value: number | null) => f.number(value, 3);
  const nowrap = (text: string) => html`<span class="nowrap">${text}</span>`;
  const of = (better: number, all: number) => t(`${better} of ${all}`, `${better} / ${all}`);
  const numbers =
    verdict &&
    table({
      id: "much",
      caption: t("The rates against their baselines", "流失率表与基线对比"),
      columns: [
        t("Held out", "留出检验"),
        {head: t("Rates", "流失率表"), right: true},
        {head: t("Baseline", "基线"), right: true},
        {head: t("Better in", "更好的快照"), right: true}
      ],
      rows: [
        [
          html`AUC<br /><span class="muted">${t("against silence alone", "对只看沉默")}</span>`,
          html`<b>${measure(verdict.auc)}</b>`,
          measure(verdict.recencyAuc),
          nowrap(of(verdict.betterAuc, verdict.ranked))
        ],
        [
          html`Brier<br /><span class="muted"
              >${t("against one share for all; lower is better", "对统一比例，越低越好")}</span
            >`,
          html`<b>${measure(verdict.brier)}</b>`,
          measure(verdict.baseBrier),
          nowrap(of(verdict.betterBrier, verdict.snapshots))
        ]
      ]
    });
  return html`<h3>${t("By how much?", "差多少？")}</h3>
    ${numbers}
    <br />${facts(
      [
        [
          t("Weak for", "薄弱处"),
          t(
            "customers whose own rhythm is far from that of the base: it explains the list, but is not counted",
            "自身节奏与整体相差很大者：节奏用于说明，但不计入风险"
          )
        ],
        [
          t("Not counted", "未计入"),
          t("tickets, ratings, basket, season, name, place", "工单、评分、购物篮、季节、姓名、地区")
        ],
        [
          t("Method", "方法"),
          t("a table of past shares; nothing is fitted or learnt", "历史比例表；没有拟合或学习的模型")
        ]
      ],
      {left: true}
    )}`;
}
