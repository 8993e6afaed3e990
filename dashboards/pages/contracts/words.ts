import type {Locale} from "../../format/locale.ts";
import {groupName as knownName} from "../cohorts/groups.ts";
import type {Dimension} from "./rows.ts";

/** Mean days of a calendar month. */
export const monthDays = 365.25 / 12;

/** A length in days under 90 days, else in months. */
export const lengthWords = (days: number, {f}: Locale): string =>
  days < 90 ? f.days(Math.round(days)) : f.months(Math.round(days / monthDays));

/** A length that is known to be exceeded: not a month more than is over. */
export const exceededWords = (days: number, {f}: Locale): string =>
  days < 90 ? f.days(Math.floor(days)) : f.months(Math.floor(days / monthDays));

/** A chance as it is told in a sentence: "p = 0.32", "p < 0.001". */
export const chanceWords = (p: number, {f}: Locale): string =>
  p < 0.001 ? "p < 0.001" : `p = ${f.number(p, p < 0.0995 ? 3 : 2)}`;

/** What contracts are grouped by, as a choice. */
export const dimensionName = (dimension: Dimension, {t}: Pick<Locale, "t">): string =>
  ({
    all: t("All together", "全部合计"),
    plan: t("Plan", "方案"),
    acquisition_channel: t("Acquisition channel", "获客渠道"),
    country: t("Country", "国家"),
    start_year: t("Start year", "开始年份")
  })[dimension];

/** What is counted together, by what it is. */
const othersName = (dimension: Dimension, {t}: Pick<Locale, "t">): string =>
  ({
    all: t("Others", "其他"),
    plan: t("Other plans", "其他方案"),
    acquisition_channel: t("Other channels", "其他渠道"),
    country: t("Other countries", "其他国家"),
    start_year: t("Other years", "其他年份")
  })[dimension];

/** A group as it is called on the page; plans, countries and years as the source writes them. */
export function groupName(dimension: Dimension, group: string, locale: Locale): string {
  const {t} = locale;
  if (group === "others") return othersName(dimension, locale);
  if (group === "unknown") return t("Unknown", "未知");
  if (dimension === "all") return t("All contracts", "全部合同");
  return dimension === "acquisition_channel" ? knownName(group, locale) : group;
}
