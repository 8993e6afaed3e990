import type {Locale} from "../../format/locale.ts";
import type {HazardRow} from "./rows.ts";
import {dimensionName, groupName} from "./words.ts";

/** What a term of the model is called. */
export function termName(term: HazardRow["term"], locale: Locale): string {
  const {t} = locale;
  if (term === "monthly_amount") return t("Price", "价格");
  if (term === "had_ordered") return t("Ordered before", "此前下过单");
  if (term === "is_restart") return t("Had a contract before", "有过合同");
  return dimensionName(term, locale);
}

/** A level with its term's name where it does not speak for itself. */
export function levelName({term, level}: Pick<HazardRow, "term" | "level">, locale: Locale): string {
  const {t} = locale;
  if (level === "doubled") return t("Twice the price", "价格翻倍");
  if (term === "had_ordered")
    return level === "yes" ? t("Had ordered before", "此前下过单") : t("Had not ordered before", "此前未下单");
  if (term === "is_restart")
    return level === "yes" ? t("Had a contract before", "有过合同") : t("First contract", "首份合同");
  if (term === "start_year")
    return t(`Begun in ${groupName(term, level, locale)}`, `${groupName(term, level, locale)} 年开始`);
  return term === "monthly_amount" ? t("Price unknown", "价格未知") : groupName(term, level, locale);
}

/** What a level is held against, within a sentence. */
export function referenceName({term, level}: Pick<HazardRow, "term" | "level">, locale: Locale): string {
  const {t} = locale;
  if (term === "had_ordered")
    return level === "yes" ? t("an order before", "此前下过单") : t("no order before", "此前未下单");
  if (term === "is_restart")
    return level === "yes" ? t("a contract before", "有过合同") : t("a first contract", "首份合同");
  return term === "monthly_amount" ? "" : groupName(term, level, locale);
}
