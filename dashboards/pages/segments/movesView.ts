import type {Locale} from "../../format/locale.ts";

/** What a cell of the matrix of moves holds. */
export const measures = ["customers", "before", "after"] as const;
export type Measure = (typeof measures)[number];

/** The filters of the page, as they stand in its address; `since` is the number of month ends, one of those that are known. */
export const movesSpec = (known: readonly number[]) => ({
  since: {fallback: String(usualSince(known)), known: known.map(String)},
  measure: {fallback: "customers", known: [...measures]}
});

/** Three month ends where they are known, else the first that is. */
export const usualSince = (known: readonly number[]): number => (known.includes(3) ? 3 : (known[0] ?? 3));

/** The name of a measure. */
export const measureName = (measure: string, {t}: Pick<Locale, "t">): string =>
  ({
    customers: t("Customers", "客户"),
    before: t("Revenue then", "当时收入"),
    after: t("Revenue now", "现在收入")
  })[measure] ?? measure;

/** The same on a button. */
export const measureButton = (measure: Measure, {t, f}: Pick<Locale, "t" | "f">): string =>
  ({
    customers: t("Customers", "客户"),
    before: t(`${f.sign} then`, `${f.sign} 当时`),
    after: t(`${f.sign} now`, `${f.sign} 现在`)
  })[measure];

/** How far back, in words. */
export const sinceName = (months: number, {t}: Pick<Locale, "t">): string =>
  months === 1 ? t("last month", "上月末") : t(`${months} months`, `${months} 个月`);
