import type {Locale} from "../../../format/locale.ts";
import type {WatchRow} from "../rows.ts";

/** How long without an order, against the own rhythm or, where there is none, the return of others. */
export function silenceWords(row: WatchRow, {t, f}: Locale): string {
  const {orders, has_own_rhythm: own, recency_days: silent, usual_gap_days: usual, silence_ratio: ratio} = row;
  const [days, gap] = [f.days(silent), f.number(usual)];
  if (orders === 1)
    return silent === 0
      ? t(
          `bought once, today; others usually return after ${f.days(usual)}`,
          `仅购一次，今天；他人通常 ${f.days(usual)}后再购`
        )
      : t(
          `bought once, ${days} ago; others usually return after ${gap}`,
          `仅购一次，${days}前；他人通常 ${f.days(usual)}后再购`
        );
  const rhythm = own
    ? t(`own rhythm is ${gap}`, `自身节奏 ${f.days(usual)}`)
    : t(`others usually return after ${gap}`, `他人通常 ${f.days(usual)}后再购`);
  const fact =
    ratio < 1
      ? t(`ordered ${f.daysAgo(silent)}`, `${f.daysAgo(silent)}下单`)
      : t(`no order for ${days}`, `${days}未下单`);
  return `${fact}${t("; ", "；")}${rhythm}`;
}
