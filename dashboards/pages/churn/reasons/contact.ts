import type {Locale} from "../../../format/locale.ts";
import type {WatchRow} from "../rows.ts";

type Words = (row: WatchRow, locale: Locale) => string;

/**
 * Tickets in the days of the complaint rule against what was usual before: those of the rest of the year, or of the time as a customer,
 * in as many days; said where it was less than half.
 */
export function complaintWords(
  {complaints: n, tickets_365d: year, tenure_days: tenure}: WatchRow,
  days: number,
  {t, f}: Locale
): string {
  if (n === 0) return t(`no ticket in ${f.days(days)}`, `${f.days(days)}内无工单`);
  const fact = t(
    `${f.count(n)} ${n === 1 ? "complaint" : "complaints"} in ${f.days(days)}`,
    `${f.days(days)}内投诉 ${f.count(n)} 次`
  );
  const before = Math.min(tenure, 365) - days;
  if (before <= 0) return fact;
  const usual = ((year - n) * days) / before;
  return usual < n / 2 ? fact + t(`; usual: ${f.number(usual)}`, `；常规：${f.number(usual)}`) : fact;
}

/** What is still open, else how long solutions took, else how many tickets. */
export const serviceWords: Words = (row, {t, f}) => {
  const {unsolved_tickets: open, tickets_365d: n, resolution_hours: hours} = row;
  if (open > 0)
    return t(`${f.count(open)} ${open === 1 ? "ticket" : "tickets"} not solved`, `${f.count(open)} 张工单未解决`);
  const count = t(`${f.count(n)} ${n === 1 ? "ticket" : "tickets"} in 365 days`, `近 365 天 ${f.count(n)} 张工单`);
  if (n > 0 && hours !== null) return count + t(`; solved in ${f.hours(hours)}`, `；平均 ${f.hours(hours)}解决`);
  return n > 0 ? count : t("no ticket in 365 days", "近 365 天无工单");
};

/** The last recommendation and the one before, else the last satisfaction. */
export const scoreWords: Words = (row, {t, f}) => {
  const {last_nps_score: last, previous_nps_score: before, last_nps_days: ago, last_rating: rating} = row;
  if (last === null)
    return rating === null
      ? t("never answered a survey", "从未答复调查")
      : t(`last satisfaction ${f.number(rating)} of 5`, `最近满意度 ${f.number(rating)}/5`);
  if (before !== null) return t(`last rating ${last} of 10; before ${before}`, `最近评分 ${last}/10；此前 ${before}`);
  return ago === null
    ? t(`last rating ${last} of 10`, `最近评分 ${last}/10`)
    : t(`last rating ${last} of 10, ${f.daysAgo(ago)}`, `最近评分 ${last}/10，${f.daysAgo(ago)}`);
};

/** How campaigns were met. */
export const marketingWords: Words = ({touches_90d: sent, opened_90d: opened}, {t, f}) =>
  sent > 0
    ? t(
        `opened ${f.count(opened)} of ${f.count(sent)} ${sent === 1 ? "mail" : "mails"} in 90 days`,
        `近 90 天 ${f.count(sent)} 封邮件打开 ${f.count(opened)} 封`
      )
    : t("no campaign reached them in 90 days", "近 90 天无营销触达");

/** The points they could lose. */
export const pointsWords: Words = ({points_balance: points}, {t, f}) =>
  points === null
    ? t("not in the loyalty programme", "未加入会员积分")
    : t(`points balance ${f.count(points)}`, `积分余额 ${f.count(points)}`);
