import type {Locale} from "../../format/locale.ts";

/** Names of months under an axis on which every n-th is written: the year stands with the first and wherever it changes. */
export function axisNames(months: readonly (Date | string)[], every: number, {t, f}: Locale): string[] {
  const yearOf = (month: Date | string) => f.iso(month).slice(0, 4);
  return months.map((month, i) => {
    const before = months[i - every];
    if (i % every > 0 || (before !== undefined && yearOf(before) === yearOf(month))) return f.axisMonth(month);
    return t(f.month(month).replace(/\d\d(\d\d)$/, "$1"), f.month(month).slice(2));
  });
}
