import type {Locale} from "../../format/locale.ts";
import {dimensionName, groupName} from "./groups.ts";
import {dimensionOf, periodOf, usual, type View} from "./view.ts";

/** The filters in words, for paper and files; empty for the usual view. Unknown values that fell back are named. */
export function viewWords(view: View, unknown: readonly string[], locale: Locale): string {
  const {t} = locale;
  const measure: Record<string, string> = {
    customers: t("Customers", "客户"),
    orders: t("Orders", "订单"),
    revenue: t("Net revenue", "净收入"),
    worth: t("Net revenue per customer so far", "人均累计净收入"),
    margin: t("Margin per customer so far", "人均累计毛利")
  };
  const period = {
    week: t("by week", "按周"),
    month: t("by month", "按月"),
    quarter: t("by quarter", "按季"),
    rolling: t("by 30 days since the own first order", "按自首单起每 30 天")
  }[periodOf(view)];
  const dimension = dimensionName(dimensionOf(view), locale);
  const words = [
    view.period !== usual.period && period,
    view.by !== "all" &&
      (view.group
        ? t(`${dimension}: ${groupName(view.group, locale)}`, `${dimension}：${groupName(view.group, locale)}`)
        : dimension),
    view.measure !== usual.measure && measure[view.measure],
    view.measure === "customers" && view.counted === "later" && t("counted in the period or later", "按当期或之后计"),
    view.cohorts === "all" && t("all cohorts", "全部同期群"),
    unknown.length > 0 &&
      t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
  ];
  return words.filter(Boolean).join(" · ");
}
