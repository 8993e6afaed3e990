import type {Locale} from "../../../format/locale.ts";
import type {WatchRow} from "../rows.ts";

type Words = (row: WatchRow, locale: Locale) => string;

const days = (n: number, {t, f}: Locale) =>
  t(`bought on ${f.count(n)} ${n === 1 ? "day" : "days"}`, `共在 ${f.count(n)} 天购买`);

/** How often so far, how often of late. */
export const frequencyWords: Words = (row, locale) =>
  days(row.purchase_days, locale) +
  locale.t(
    ` so far; ${locale.f.count(row.purchase_days_180d)} of them in the last 180 days`,
    `；近 180 天 ${locale.f.count(row.purchase_days_180d)} 天`
  );

/** How long a customer. */
export const tenureWords: Words = ({tenure_days: tenure}, {t, f}) =>
  t(`a customer for ${f.days(tenure)}`, `成为客户 ${f.days(tenure)}`);

/** The last orders against those before where they fell, else what was spent in a year. */
export const orderValueWords: Words = (row, {t, f}) => {
  const {last_orders_value: lately, earlier_orders_value: before, net_revenue_365d: year} = row;
  if (before !== null && lately < before)
    return t(
      `orders of ${f.moneyExact(lately)} lately; ${f.moneyExact(before)} before`,
      `近期单均 ${f.moneyExact(lately)}；此前 ${f.moneyExact(before)}`
    );
  return t(
    `orders of ${f.moneyExact(lately)}; ${f.moneyExact(year)} in 365 days`,
    `单均 ${f.moneyExact(lately)}；近 365 天 ${f.moneyExact(year)}`
  );
};

/** Orders of the last quarter against those of the one before; revenue where the orders are as many. */
export const trendWords: Words = (row, {t, f}) => {
  const {orders_90d: lately, orders_previous_90d: before, net_revenue_90d: revenue} = row;
  if (lately !== before)
    return t(
      `${f.count(lately)} ${lately === 1 ? "order" : "orders"} in 90 days; ${f.count(before)} in the 90 before`,
      `近 90 天 ${f.count(lately)} 单；此前 90 天 ${f.count(before)} 单`
    );
  if (lately === 0) return t("no order in 180 days", "180 天内无订单");
  return t(
    `${f.moneyExact(revenue)} in 90 days; ${f.moneyExact(row.net_revenue_previous_90d)} in the 90 before`,
    `近 90 天 ${f.moneyExact(revenue)}；此前 90 天 ${f.moneyExact(row.net_revenue_previous_90d)}`
  );
};

/** The last gap between orders against the usual one where it was longer, else how long that is. */
export const rhythmWords: Words = (row, {t, f}) => {
  const {last_gap_days: last, median_gap_days: usual} = row;
  if (last === null || usual === null) return t("no rhythm of their own yet", "尚无自身节奏");
  if (last <= usual) return t(`usually buys every ${f.days(usual)}`, `通常每 ${f.days(usual)}购买一次`);
  return t(
    `last gap was ${f.days(last)}; usual is ${f.number(usual)}`,
    `上次间隔 ${f.days(last)}；常规 ${f.days(usual)}`
  );
};

/** Whether they bought at this time of year before. */
export const seasonWords: Words = ({season_purchase_days: days}, {t, f}) => {
  if (days === null) return t("no customer yet at this time last year", "去年此时尚非客户");
  if (days === 0) return t("did not buy at this time last year", "去年同期未购买");
  return t(
    `bought on ${f.count(days)} ${days === 1 ? "day" : "days"} at this time last year`,
    `去年同期购买 ${f.count(days)} 天`
  );
};

/** What was given back. */
export const refundWords: Words = ({refunds_365d: refunds}, {t, f}) =>
  refunds > 0
    ? t(`${f.moneyExact(refunds)} refunded in 365 days`, `近 365 天退款 ${f.moneyExact(refunds)}`)
    : t("nothing refunded in 365 days", "近 365 天无退款");
