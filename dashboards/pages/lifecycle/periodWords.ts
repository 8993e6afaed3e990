import type {Locale} from "../../format/locale.ts";
import type {Period} from "./periods.ts";

/** "31 May 2026 to 24 Jun 2026", and whether its month still runs. */
export function periodWords({from, to, running}: Period, {t, f}: Locale): string {
  const days = t(`${f.date(from)} to ${f.date(to)}`, `${f.date(from)}至${f.date(to)}`);
  return days + (running ? t(" (month so far)", "（当月进行中）") : "");
}

/** "+12 to +80", both ends signed and rounded outwards. */
export const netRange = (low: number, high: number, {t, f}: Locale): string =>
  t(
    `${f.score(Math.floor(low))} to ${f.score(Math.ceil(high))}`,
    `${f.score(Math.floor(low))} 至 ${f.score(Math.ceil(high))}`
  );

/** Whether a net movement is more than chance gives: its interval leaves out zero. */
export const isClear = ({low, high}: {low: number; high: number}): boolean => low > 0 || high < 0;

/** The filters in words, for paper; empty for the usual view. */
export function viewWords(months: number, unknown: readonly string[], {t, f}: Locale): string {
  const words = [
    months > 1 && t(`Compared with ${f.months(months)} before`, `与 ${f.months(months)}前比较`),
    unknown.length > 0 &&
      t(`unknown value of ${unknown.join(", ")}: shown as usual`, `${unknown.join("、")} 的值未知：按默认显示`)
  ];
  return words.filter(Boolean).join(" · ");
}
