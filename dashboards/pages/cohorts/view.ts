import type {Locale} from "../../format/locale.ts";
import type {Cohort, CohortMean, CohortMonth} from "./triangleData.ts";

/** What the triangle counts: customers in the month, customers in it or later, orders, net revenue. */
export type Measure = "customers" | "later" | "orders" | "revenue";

/** The filters of the page, as they stand in its address. */
export const spec = {
  measure: {fallback: "customers", known: ["customers", "orders", "revenue"]},
  counted: {fallback: "in", known: ["in", "later"]},
  cohorts: {fallback: "newest", known: ["newest", "all"]}
} as const;

export type View = {[K in keyof typeof spec]: string};

/** The page without filters. */
export const usual: View = {measure: "customers", counted: "in", cohorts: "newest"};

/** How many cohorts the triangle shows unless asked for all. */
export const newest = 18;

/** Only customers can be counted in the month or later. */
export const measureOf = ({measure, counted}: View): Measure =>
  measure === "customers" ? (counted === "later" ? "later" : "customers") : (measure as Measure);

const few = [0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.36];
const many = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const open = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/** Lower bounds of the bins; fixed, so that a tint means the same in every company and month. */
export const breaksOf = (measure: Measure): readonly number[] =>
  ({customers: few, later: many, orders: open, revenue: open})[measure];

/** The share that a cell shows; null where it is withheld or has no base. */
export function shareOf(measure: Measure, {customers}: Cohort, month: CohortMonth): number | null {
  if (measure === "revenue") return month.ratio;
  const count = {customers: month.active, later: month.later, orders: month.orders}[measure];
  return count === null || customers === null ? null : count / customers;
}

/** The weighted mean of a month in the same unit. */
export const meanOf = (measure: Measure, mean: CohortMean): number | null =>
  ({customers: mean.active, later: mean.later, orders: mean.orders, revenue: mean.ratio})[measure];

/** What the cells hold, as the panel's subtitle says it. */
export function unitOf(measure: Measure, {t}: Locale): string {
  return {
    customers: t(
      "% of the cohort with at least one order in the k-th month after the first order",
      "首单后第 k 个月至少下一单的客户占比（%）"
    ),
    later: t(
      "% of the cohort with an order in the k-th month after the first order or later; the newest months can still grow",
      "首单后第 k 个月或之后下过单的客户占比（%）；较新月份仍会上升"
    ),
    orders: t("Orders in the k-th month per 100 customers of the cohort", "首单后第 k 个月每百位客户的订单数"),
    revenue: t(
      "Net revenue in the k-th month as % of that in the month of the first order",
      "首单后第 k 个月净收入占首月净收入的比例（%）"
    )
  }[measure];
}

/** The name of the ramp in the key. */
export function rampOf(measure: Measure, {t}: Locale): string {
  return {
    customers: t("Share ordering in the month", "当月下单占比"),
    later: t("Share ordering in the month or later", "当月或之后下单占比"),
    orders: t("Orders per 100 customers", "每百位客户订单数"),
    revenue: t("Net revenue against the first month", "相对首月净收入")
  }[measure];
}
