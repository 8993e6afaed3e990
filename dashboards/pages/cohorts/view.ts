import {ticks} from "d3";
import {
  cohortDimensions,
  type CohortDimension,
  cohortPeriods,
  type CohortPeriod
} from "../../../models/cohortDimensions.ts";
import type {Locale} from "../../format/locale.ts";
import {firstPeriod, kthPeriod} from "./periodWords.ts";
import type {Cohort, CohortCell, CohortMean} from "./triangleData.ts";

/** What a cell holds: customers in the period, in it or later, orders, net revenue, and what a customer has brought so far. */
export type Measure = "customers" | "later" | "orders" | "revenue" | "worth" | "margin";

/** The filters of the page, as they stand in its address. */
export const spec = {
  period: {fallback: "month", known: cohortPeriods},
  by: {fallback: "all", known: cohortDimensions},
  /** One group of the dimension; empty: all of them beside each other. */
  group: {fallback: ""},
  measure: {fallback: "customers", known: ["customers", "orders", "revenue", "worth", "margin"]},
  counted: {fallback: "in", known: ["in", "later"]},
  cohorts: {fallback: "newest", known: ["newest", "all"]}
} as const;

export type View = {[K in keyof typeof spec]: string};

/** The page without filters. */
export const usual: View = {
  period: "month",
  by: "all",
  group: "",
  measure: "customers",
  counted: "in",
  cohorts: "newest"
};

export const periodOf = ({period}: View): CohortPeriod => period as CohortPeriod;
export const dimensionOf = ({by}: View): CohortDimension => by as CohortDimension;

/** Groups stand beside each other, not cohorts. */
export const isByGroup = ({by, group}: View): boolean => by !== "all" && group === "";

/** How many cohorts the triangle shows unless asked for all; of weeks there are no more on the site. */
export const newestOf: Record<CohortPeriod, number> = {week: 26, month: 18, quarter: 20, rolling: 18};
export const newest = newestOf.month;

/** Only customers can be counted in the period or later. */
export const measureOf = ({measure, counted}: View): Measure =>
  measure === "customers" ? (counted === "later" ? "later" : "customers") : (measure as Measure);

/** Amounts, not shares of the cohort. */
export const isMoney = (measure: Measure): boolean => measure === "worth" || measure === "margin";

const rare = [0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.11, 0.15];
const few = [0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.36];
const many = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const open = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/**
 * Lower bounds of the bins. Those of shares are fixed, so that a tint means the same in every company and month; those of amounts are
 * round steps up to the highest.
 */
export function breaksOf(measure: Measure, period: CohortPeriod, highest = 0): readonly number[] {
  if (isMoney(measure)) {
    const stepsOf = (count: number) => ticks(0, Math.max(highest, 1e-9), count).filter((tick) => tick > 0);
    return [9, 8, 7, 6, 5].map(stepsOf).find(({length}) => length <= 8) ?? stepsOf(4);
  }
  if (measure === "later") return many;
  if (period === "week") return rare;
  return measure === "customers" && period !== "quarter" ? few : measure === "customers" ? many : open;
}

/** What a cell shows; null where it is withheld or has no base. */
export function shareOf(measure: Measure, {customers}: Pick<Cohort, "customers">, cell: CohortCell): number | null {
  if (measure === "revenue") return cell.ratio;
  if (measure === "worth" || measure === "margin") return cell[measure];
  const count = {customers: cell.active, later: cell.later, orders: cell.orders}[measure];
  return count === null || customers === null ? null : count / customers;
}

/** The weighted mean of a period in the same unit. */
export const meanOf = (measure: Measure, mean: CohortMean): number | null =>
  ({
    customers: mean.active,
    later: mean.later,
    orders: mean.orders,
    revenue: mean.ratio,
    worth: mean.worth,
    margin: mean.margin
  })[measure];

/** What the cells hold, as the panel's subtitle says it. */
export function unitOf(measure: Measure, period: CohortPeriod, locale: Locale): string {
  const {t, f} = locale;
  const [kth, first] = [kthPeriod(period, locale), firstPeriod(period, locale)];
  return {
    customers: t(`% of the cohort with at least one order in ${kth}`, `${kth}至少下一单的客户占比（%）`),
    later: t(
      `% of the cohort with an order in ${kth} or later; the newest columns can still grow`,
      `${kth}或之后下过单的客户占比（%）；较新的列仍会上升`
    ),
    orders: t(`Orders in ${kth} per 100 customers of the cohort`, `${kth}每百位客户的订单数`),
    revenue: t(`Net revenue in ${kth} as % of that in ${first}`, `${kth}净收入占${first}净收入的比例（%）`),
    worth: t(
      `Cumulative net revenue per acquired customer up to ${kth}, ${f.sign}`,
      `截至${kth}每位获取客户的累计净收入（${f.sign}）`
    ),
    margin: t(
      `Cumulative margin per acquired customer up to ${kth}, ${f.sign}; orders of known cost alone`,
      `截至${kth}每位获取客户的累计毛利（${f.sign}）；仅含成本已知的订单`
    )
  }[measure];
}

/** The question that the heat answers. */
export function titleOf(measure: Measure, {t}: Locale): string {
  if (isMoney(measure))
    return t("What does a customer of each cohort bring, and when?", "每个同期群的客户何时带来多少？");
  if (measure === "revenue")
    return t("How much of its first revenue does each cohort keep?", "每个同期群保留多少首期收入？");
  if (measure === "orders")
    return t("How often does each cohort order again, and when?", "每个同期群何时再次下单多少次？");
  return t("What share of each cohort orders again, and when?", "每个同期群有多少客户在何时再次下单？");
}

/** The name of the ramp in the key. */
export function rampOf(measure: Measure, {t}: Locale): string {
  return {
    customers: t("Share ordering", "下单占比"),
    later: t("Share ordering then or later", "当期或之后下单占比"),
    orders: t("Orders per 100 customers", "每百位客户订单数"),
    revenue: t("Net revenue against the first", "相对首期净收入"),
    worth: t("Net revenue per customer", "人均累计净收入"),
    margin: t("Margin per customer", "人均累计毛利")
  }[measure];
}
