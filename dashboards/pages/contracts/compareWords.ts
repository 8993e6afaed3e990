import type {Locale} from "../../format/locale.ts";
import type {ToldDimension} from "./curveData.ts";
import {chanceWords, dimensionName} from "./words.ts";

/** What the log-rank test says of a dimension, in words. */
export function compareWords({dimension, test}: ToldDimension, locale: Locale): string {
  const {t, f} = locale;
  if (dimension === "all" || !test)
    return t("All contracts together, with the 95% interval", "全部合同合计，含 95% 区间");
  const name = dimensionName(dimension, locale);
  if (test.state !== "tested" || test.p_adjusted === null)
    return t(`${name}: too few contracts have ended to compare the groups`, `${name}：终止的合同过少，无法比较各组`);
  const chance = `${t("log-rank test of ", "对数秩检验，")}${t(`${f.count(test.groups)} groups`, `${f.count(test.groups)} 组`)}${t(", ", "，")}${chanceWords(test.p_adjusted, locale)}`;
  return test.is_clear
    ? t(`${name}: the groups end at different speeds (${chance})`, `${name}：各组终止速度不同（${chance}）`)
    : t(`${name}: no clear difference between the groups (${chance})`, `${name}：各组无显著差异（${chance}）`);
}
