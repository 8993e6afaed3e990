import type {Locale} from "../../format/locale.ts";
import type {Warning, WarningRow} from "./rows.ts";

/** Warning rules in the order of the page. */
export const warnings: readonly Warning[] = ["silence", "slowing", "value_fall", "complaints", "low_score"];

/** What a warning is called. */
export const warningName = (warning: Warning, {t}: Pick<Locale, "t">): string =>
  ({
    silence: t("Silent", "沉默"),
    slowing: t("Slowing", "放缓"),
    value_fall: t("Smaller orders", "订单变小"),
    complaints: t("Complaints", "投诉"),
    low_score: t("Low rating", "低评分")
  })[warning];

/** From where on a rule warns, in words with its threshold. */
export function warningRule({warning, threshold, within_days: days}: WarningRow, {t, f}: Locale): string {
  const times = f.number(threshold, Number.isInteger(threshold) ? 0 : 1);
  return {
    silence: t(`silent for ${times} times the own median gap or longer`, `沉默达自身间隔中位数的 ${times} 倍`),
    slowing: t(`last gap ${times} times the own median gap or longer`, `上次间隔达自身间隔中位数的 ${times} 倍`),
    value_fall: t(
      `last orders worth ${f.share(threshold, 0)} less than those before, or lower`,
      `近期单均较此前下降 ${f.share(threshold, 0)} 以上`
    ),
    complaints: t(
      `${f.count(threshold)} ${threshold === 1 ? "ticket" : "tickets"} or more within ${f.days(days)}`,
      `${f.days(days)}内工单达 ${f.count(threshold)} 张`
    ),
    low_score: t(`last NPS answer ${f.count(threshold)} or lower`, `最近 NPS 评分不高于 ${f.count(threshold)}`)
  }[warning];
}
