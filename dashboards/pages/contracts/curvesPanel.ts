import {csvButton, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {compareWords} from "./compareWords.ts";
import type {ToldDimension} from "./curveData.ts";
import {curvesBody} from "./curvesBody.ts";
import {groupsBody} from "./groupsBody.ts";

/** How many contracts are still there after so many months, in curves and as a table; live code redraws both. */
export function curvesPanels(data: ToldDimension, all: readonly ToldDimension[], c: Context): Html[] {
  const {t, minCell} = c;
  const which = t("Which contracts last longer?", "哪些合同更持久？");
  const title = t("How many are still there after so many months?", "若干个月后还有多少仍在？");
  const least = t(
    `A curve stops where fewer than ${minCell} contracts have come so far. `,
    `合同不足 ${minCell} 份处曲线终止。`
  );
  return [
    panel({
      span: 7,
      id: "curves",
      title,
      sub: html`<span data-compare>${compareWords(data, c)}</span
        >${t("; months since the first paid day", "；横轴为自首个付费日起的月数")}`,
      body: html`<div data-curves>${curvesBody(data, c)}</div>`,
      note: html`${t("Share of contracts that outlast so many months from their first paid day (Kaplan–Meier). Contracts that still run count as far as they have come. ", "自首个付费日起存续超过相应月数的合同比例（Kaplan–Meier）；仍有效的合同计至目前时长。")}${minCell > 1 && least}`
    }),

    panel({
      span: 5,
      id: "groups",
      title: which,
      sub: t(
        "Median life, and share that lasts longer than a year with its 95% interval",
        "存续中位数，以及存续超过一年的比例（含 95% 区间）"
      ),
      actions: csvButton(which),
      body: html`<div data-groups>${groupsBody(data, all, c)}</div>`,
      note: html`<span data-withheld>${withheldNote(data, minCell, c)}</span>${t(
          "Tests are adjusted for the comparisons made (Holm). An association, not an effect.",
          "检验已作多重比较校正（Holm）。这是关联而非因果。"
        )}`
    })
  ];
}

/** Said where a group is missing for having too few customers. */
export const withheldNote = ({isAnyWithheld}: ToldDimension, minCell: number, {t}: Pick<Context, "t">): string =>
  isAnyWithheld
    ? t(`Groups of fewer than ${minCell} customers are withheld. `, `客户不足 ${minCell} 位的分组不予显示。`)
    : "";
