import type {Locale} from "../../format/locale.ts";
import {usual, type View} from "./view.ts";

/** The filters in words, for paper and files; empty for the usual view. Unknown values that fell back are named. */
export function viewWords(view: View, unknown: readonly string[], {t}: Locale): string {
  const measure: Record<string, string> = {
    customers: t("Customers", "客户"),
    orders: t("Orders", "订单"),
    revenue: t("Net revenue", "净收入")
  };
  const words = [
    view.measure !== usual.measure && measure[view.measure],
    view.measure === "customers" && view.counted === "later" && t("counted in the month or later", "按当月或之后计"),
    view.cohorts === "all" && t("all cohorts", "全部同期群"),
    unknown.length > 0 &&
      t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
  ];
  return words.filter(Boolean).join(" · ");
}
