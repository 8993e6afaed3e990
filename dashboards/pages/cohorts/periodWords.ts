import type {CohortPeriod} from "../../../models/cohortDimensions.ts";
import type {Locale} from "../../format/locale.ts";

/** "month 3", "week 3", "quarter 3"; "days 90–119" of a rolling period. */
export function nthPeriod(period: CohortPeriod, k: number, {t}: Pick<Locale, "t">): string {
  return {
    week: t(`week ${k}`, `第 ${k} 周`),
    month: t(`month ${k}`, `第 ${k} 月`),
    quarter: t(`quarter ${k}`, `第 ${k} 季`),
    rolling: t(`days ${30 * k}–${30 * k + 29}`, `第 ${30 * k}–${30 * k + 29} 天`)
  }[period];
}

/** The same with a capital, to stand first. */
export const headPeriod = (period: CohortPeriod, k: number, locale: Pick<Locale, "t">): string =>
  nthPeriod(period, k, locale).replace(/^[a-z]/, (first) => first.toUpperCase());

/** Which quarter of the year a day is in, from 1. */
export const quarterOf = (on: string): number => Math.floor((Number(on.slice(5, 7)) + 2) / 3);

/** The name of a cohort by its first day: "Mar 2025", "10 Mar 2025", "Q1 2025". */
export function cohortName(period: CohortPeriod, on: string, {t, f}: Locale): string {
  if (period === "week") return f.date(on);
  if (period !== "quarter") return f.month(on);
  return t(`Q${quarterOf(on)} ${on.slice(0, 4)}`, `${on.slice(0, 4)}年${quarterOf(on)}季度`);
}

/** What the periods are, in the middle of a sentence: "the k-th month after the first order". */
export const kthPeriod = (period: CohortPeriod, {t}: Pick<Locale, "t">): string =>
  ({
    week: t("the k-th calendar week after the first order", "首单后第 k 个自然周"),
    month: t("the k-th month after the first order", "首单后第 k 个月"),
    quarter: t("the k-th calendar quarter after the first order", "首单后第 k 个自然季度"),
    rolling: t("the k-th 30 days after the own first order", "自首单起第 k 个 30 天")
  })[period];

/** A first period, as the base of revenue. */
export const firstPeriod = (period: CohortPeriod, {t}: Pick<Locale, "t">): string =>
  ({
    week: t("the week of the first order", "首周"),
    month: t("the month of the first order", "首月"),
    quarter: t("the quarter of the first order", "首季"),
    rolling: t("the first 30 days", "首个 30 天")
  })[period];
