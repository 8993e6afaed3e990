import type {Locale} from "../../format/locale.ts";

/** A span of days as people say it: a year as 12 months, whole weeks, else days. */
export const aheadWords = (days: number, {f}: Pick<Locale, "f">): string =>
  days === 365 ? f.months(12) : days % 7 === 0 ? f.weeks(days / 7) : f.days(days);
