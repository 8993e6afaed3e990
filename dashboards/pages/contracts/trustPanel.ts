import {facts, html, panel, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {missingTerms} from "./hazardPanel.ts";
import {termName} from "./levelWords.ts";
import type {HazardRow, ModelRow} from "./rows.ts";
import {chanceWords} from "./words.ts";

/** How far the hazard ratios can be trusted: taken together, over time, and what is not in them. */
export function trustPanel(model: ModelRow, rows: readonly HazardRow[], c: Context): Html | false {
  const {t, f} = c;
  if (model.state !== "fitted") return false;
  const [low, high] = [model.concordance_low!, model.concordance_high!];
  const missing = missingTerms(rows, c);
  const lines: [Content, Content][] = [
    [t("Taken together", "总体"), togetherWords(model, c)],
    [
      t("Who ends first", "先后判断"),
      t(
        `Of two contracts, the one foretold to end first did in ${f.share(model.concordance, 0)} of pairs (${f.shareRange(low, high, 0)}); 50% is chance.`,
        `两份合同中预测先终止者确实先终止的比例为 ${f.share(model.concordance, 0)}（${f.shareRange(low, high, 0)}）；50% 为随机。`
      )
    ],
    [t("Same at every age", "随时间不变"), driftWords(model, rows, c)],
    [
      t("Tests", "检验"),
      t(
        `Likelihood ratio ${f.number(model.likelihood_ratio, 1)}, Wald ${f.number(model.wald, 1)}, score ${f.number(model.score, 1)} on ${f.count(model.degrees)} degrees of freedom.`,
        `似然比 ${f.number(model.likelihood_ratio, 1)}，Wald ${f.number(model.wald, 1)}，得分 ${f.number(model.score, 1)}，自由度 ${f.count(model.degrees)}。`
      )
    ]
  ];
  if (missing.length) lines.push([t("Without a ratio", "无比值"), missing.join(t("; ", "；")) + t(".", "。")]);
  const rest = restWords(model, c);
  if (rest) lines.push([t("Not in the model", "未纳入"), rest]);
  return panel({
    span: 5,
    id: "trust",
    title: t("How far can the ratios be trusted?", "这些比值有多可信？"),
    body: facts(lines, {left: true}),
    note: t("Tests of proportionality: Grambsch and Therneau.", "比例性检验：Grambsch 与 Therneau。")
  });
}

function togetherWords({likelihood_ratio_p: p}: ModelRow, c: Context): Content {
  const {t} = c;
  return p! < 0.05
    ? html`<b>${t("They tell contracts apart", "能够区分合同")}</b>
        ${t(` (${chanceWords(p!, c)}).`, `（${chanceWords(p!, c)}）。`)}`
    : html`<b>${t("They do not tell contracts apart clearly", "不能明显区分合同")}</b>
        ${t(` (${chanceWords(p!, c)}): read the ratios as noise.`, `（${chanceWords(p!, c)}）：各比值应视为噪声。`)}`;
}

function driftWords({proportional_p: p}: ModelRow, rows: readonly HazardRow[], c: Context): Content {
  const {t} = c;
  if (p === null) return t("Cannot be tested.", "无法检验。");
  const chance = chanceWords(p, c);
  if (p >= 0.05)
    return t(`No sign that ratios change as contracts age (${chance}).`, `未见比值随合同时长变化的迹象（${chance}）。`);
  const drifting = [
    ...new Set(rows.flatMap((row) => ((row.proportional_p ?? 1) < 0.05 ? [termName(row.term, c)] : [])))
  ];
  const names = drifting.length ? drifting.join(t(", ", "、")) : t("some", "部分因素");
  return html`<b>${t("Ratios change as contracts age", "比值随合同时长变化")}</b>${t(
      ` (${chance}; ${names}): read them as averages over time.`,
      `（${chance}；${names}）：应理解为时间上的平均。`
    )}`;
}

function restWords({left_out: left, all_contracts: all, contracts}: ModelRow, c: Context): string {
  const {t, f, minCell} = c;
  const parts: string[] = [];
  if (all - left > contracts)
    parts.push(
      t(
        `A fixed sample of ${f.count(contracts + left)} of ${f.count(all)} contracts was fitted.`,
        `对 ${f.count(all)} 份合同中固定抽取的 ${f.count(contracts + left)} 份进行拟合。`
      )
    );
  if (left > 0 && left < minCell)
    parts.push(t(`A few contracts of groups in which too few ended.`, `少数所在分组终止过少的合同。`));
  else if (left > 0)
    parts.push(
      t(
        `${f.count(left)} contracts of groups in which too few ended, or of unknown price.`,
        `${f.count(left)} 份合同：所在分组终止过少或价格未知。`
      )
    );
  return parts.join(" ");
}
