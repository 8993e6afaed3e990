import type {Reason} from "../../components/reasons.ts";
import type {Locale} from "../../format/locale.ts";
import type {Watched} from "./watched.ts";

/** How full the mark of a reason is: what the risk counts, and what is only good to know before a call. */
export const counted = 1;
export const known = 0.1;

/**
 * Fact first, then the usual, strongest first: silence, orders, tickets, ratings.
 *
 * Silence alone is counted, against the base and not against the own rhythm: its mark follows the risk that it led to.
 */
export function reasonsOf(customer: Watched, locale: Locale): Reason[] {
  const {t, f} = locale;
  const {lately, before, tickets, nps, npsBefore, risk} = customer;
  const texts = [
    before > lately &&
      t(
        `orders ${f.count(lately)} in 90 days; ${f.count(before)} in the 90 before`,
        `近 90 天 ${f.count(lately)} 单；此前 90 天 ${f.count(before)} 单`
      ),
    tickets > 0 &&
      t(
        `${f.count(tickets)} ${tickets === 1 ? "ticket" : "tickets"} in 90 days`,
        `近 90 天 ${f.count(tickets)} 张工单`
      ),
    ratingOf(nps, npsBefore, locale),
    risk && !risk.seen && t("nobody was ever in this band; mean of all", "该档位无历史客户，取全体平均")
  ];
  return [
    {text: silence(customer, locale), weight: counted, lowers: risk?.band === "low"},
    ...texts.flatMap((text) => (text ? [{text, weight: known}] : []))
  ];
}

function silence({orders, own, silent, usual, ratio}: Watched, {t, f}: Locale): string {
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

/** A rating that worries: a detractor's, or lower than the one before. */
function ratingOf(last: number | null, before: number | null, {t}: Locale): string | null {
  if (last === null || !(last <= 6 || (before !== null && last < before))) return null;
  if (before === null) return t(`last rating ${last} of 10`, `最近评分 ${last}/10`);
  return t(`last rating ${last} of 10; before ${before}`, `最近评分 ${last}/10；此前 ${before}`);
}
