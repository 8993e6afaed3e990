import {filters, segmented, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {newest} from "./view.ts";

/** Measure, how it is counted, and how many cohorts; the last only where there are more than the newest. */
export function filterBar(cohorts: number, {t}: Locale): Html {
  const span = segmented({
    name: "cohorts",
    label: t("Cohorts", "同期群"),
    value: "newest",
    choices: [
      {value: "newest", name: t(`Newest ${newest}`, `最新 ${newest} 个`)},
      {value: "all", name: t("All", "全部")}
    ]
  });
  return filters([
    segmented({
      name: "measure",
      label: t("Measure", "指标"),
      value: "customers",
      choices: [
        {value: "customers", name: t("Customers", "客户")},
        {value: "orders", name: t("Orders", "订单")},
        {value: "revenue", name: t("Revenue", "收入")}
      ]
    }),
    segmented({
      name: "counted",
      label: t("Counted", "口径"),
      value: "in",
      choices: [
        {value: "in", name: t("In the month", "当月")},
        {value: "later", name: t("In it or later", "当月或之后")}
      ]
    }),
    cohorts > newest && span
  ]);
}
