import {cohortDimensions, type CohortDimension} from "../../../models/cohortDimensions.ts";
import {filters, html, segmented, select, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {dimensionName} from "./groups.ts";
import {newest} from "./view.ts";

/**
 * Period, dimension, measure, how it is counted, and how many cohorts; the last only where there are more than the newest.
 *
 * Of the dimensions those are offered that the sources know. The groups of one are written in the browser.
 */
export function filterBar(cohorts: number, dimensions: readonly CohortDimension[], {t, ...locale}: Locale): Html {
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
      name: "period",
      label: t("Period", "周期"),
      value: "month",
      choices: [
        {value: "week", name: t("Week", "周")},
        {value: "month", name: t("Month", "月")},
        {value: "quarter", name: t("Quarter", "季")},
        {value: "rolling", name: t("30 days", "30 天")}
      ]
    }),
    select({
      name: "measure",
      label: t("Measure", "指标"),
      value: "customers",
      choices: [
        {value: "customers", name: t("Customers", "客户")},
        {value: "orders", name: t("Orders", "订单")},
        {value: "revenue", name: t("Revenue", "收入")},
        {value: "worth", name: t("Revenue per customer so far", "人均累计收入")},
        {value: "margin", name: t("Margin per customer so far", "人均累计毛利")}
      ]
    }),
    segmented({
      name: "counted",
      label: t("Counted", "口径"),
      value: "in",
      choices: [
        {value: "in", name: t("In the period", "当期")},
        {value: "later", name: t("In it or later", "当期或之后")}
      ]
    }),
    cohorts > newest && span,
    dimensions.length > 0 &&
      select({
        name: "by",
        label: t("Group by", "分组"),
        value: "all",
        choices: cohortDimensions
          .filter((dimension) => dimension === "all" || dimensions.includes(dimension))
          .map((value) => ({
            value,
            name: value === "all" ? t("Nothing", "不分组") : dimensionName(value, {t, ...locale})
          }))
      }),
    dimensions.length > 0 &&
      html`<span data-groups hidden
        >${select({name: "group", label: t("Group", "组"), value: "", choices: [{value: "", name: t("Each, all cohorts", "各组，全部同期群")}]})}</span
      >`
  ]);
}
