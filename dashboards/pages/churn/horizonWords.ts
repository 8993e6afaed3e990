import type {Locale} from "../../format/locale.ts";

/** The horizon in words: whole weeks where it is, else days. */
export const horizonWords = (days: number, {f}: Pick<Locale, "f">): string =>
  days % 7 === 0 ? f.weeks(days / 7) : f.days(days);
