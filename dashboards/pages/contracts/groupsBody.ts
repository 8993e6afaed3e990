import {facts, html, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {ToldDimension} from "./curveData.ts";
import {groupsTable} from "./groupsTable.ts";
import {chanceWords, dimensionName} from "./words.ts";

/** The groups of a dimension; beside all contracts together, whether the groups of each dimension differ. */
export function groupsBody(data: ToldDimension, all: readonly ToldDimension[], locale: Locale): Html {
  const others = data.dimension === "all" ? all.filter(({dimension}) => dimension !== "all") : [];
  const verdicts = others.map((one) => [dimensionName(one.dimension, locale), verdictWords(one, locale)] as const);
  if (!verdicts.length) return groupsTable(data, locale);
  return html`${groupsTable(data, locale)}
    <p class="note">${locale.t("Do groups end alike? (log-rank test)", "各组终止是否一致？（对数秩检验）")}</p>
    ${facts(verdicts, {left: true})}`;
}

/** The log-rank test of a dimension in short. */
function verdictWords({test}: ToldDimension, locale: Locale): Html | string {
  const {t} = locale;
  if (test?.state !== "tested" || test.p_adjusted === null)
    return t("Too few ended to compare.", "终止过少，无法比较。");
  const chance = t(` (${chanceWords(test.p_adjusted, locale)}).`, `（${chanceWords(test.p_adjusted, locale)}）。`);
  return test.is_clear
    ? html`<b>${t("The groups end at different speeds", "各组终止速度不同")}</b>${chance}`
    : t("No clear difference between the groups", "各组无显著差异") + chance;
}
