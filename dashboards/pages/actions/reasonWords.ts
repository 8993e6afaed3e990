import type {Locale} from "../../format/locale.ts";
import type {ActionRow, Kind} from "./rows.ts";

type Reason = Pick<
  ActionRow,
  "items" | "reason_text" | "reason_days" | "reason_count" | "reason_amount" | "reason_share"
>;

/** Why, in words with the numbers: fact first. */
export const reasonWords = (kind: Kind, row: Reason, locale: Locale): string => {
  const said = reasons[kind](row, locale).filter((part) => part !== false && part !== "");
  return said.join(locale.t("; ", "；"));
};

type Parts = (string | false)[];

const reasons: Record<Kind, (row: Reason, locale: Locale) => Parts> = {
  complaint: ({items, reason_days}, {t, f}) => [
    items > 1
      ? t(
          `${f.count(items)} complaints, the first ${f.days(reason_days)} ago`,
          `${f.count(items)} 次投诉，首次在 ${f.days(reason_days)}前`
        )
      : t(`complained ${f.days(reason_days)} ago`, `${f.days(reason_days)}前投诉`),
    t("nobody has come back yet", "尚无人回访")
  ],
  detractor: ({reason_count, reason_days}, {t, f}) => [
    reason_count === null
      ? t(`unhappy ${f.days(reason_days)} ago`, `${f.days(reason_days)}前表示不满`)
      : t(
          `answered ${f.count(reason_count)}, ${f.days(reason_days)} ago`,
          `${f.days(reason_days)}前评分 ${f.count(reason_count)}`
        ),
    t("nobody has come back yet", "尚无人回访")
  ],
  notice: ({reason_text, reason_days, reason_amount}, {t, f}) => [
    t(
      `${reason_text ?? "contract"} cancelled ${f.days(reason_days)} ago, still running`,
      `${reason_text ?? "合同"} ${f.days(reason_days)}前提出取消，仍有效`
    ),
    t(`${f.moneyExact(reason_amount)} a month`, `每月 ${f.moneyExact(reason_amount)}`)
  ],
  follow_up: ({reason_text, reason_count, reason_amount}, {t, f}) => [
    t(`${reason_text ?? "contact"} planned`, `计划：${reason_text ?? "联系"}`),
    (reason_count ?? 0) > 0 &&
      t(
        `${reason_count === 1 ? "an open deal" : `${f.count(reason_count)} open deals`} of ${f.money(reason_amount)}`,
        `${f.count(reason_count)} 个未结商机，${f.money(reason_amount)}`
      )
  ],
  deal: ({items, reason_text, reason_days, reason_count, reason_amount}, {t, f}) => [
    items > 1
      ? t(`${f.count(items)} deals of ${f.money(reason_amount)}`, `${f.count(items)} 个商机，${f.money(reason_amount)}`)
      : t(
          `deal of ${f.money(reason_amount)}${reason_text === null ? "" : ` in ${reason_text}`}`,
          `${reason_text === null ? "" : `${reason_text} 阶段`}商机，${f.money(reason_amount)}`
        ),
    (reason_count ?? 0) > 0 && t(`expected ${f.days(reason_count)} ago`, `预计成交日已过 ${f.days(reason_count)}`),
    reason_days !== null && t(`nothing happened for ${f.days(reason_days)}`, `${f.days(reason_days)}无变动`)
  ],
  renewal: ({reason_text, reason_amount}, {t, f}) => [
    reason_text ?? t("contract", "合同"),
    t(`${f.moneyExact(reason_amount)} a term`, `每期 ${f.moneyExact(reason_amount)}`)
  ],
  churn_call: ({reason_days, reason_share, reason_amount}, {t, f}) => [
    t(`no order for ${f.days(reason_days)}`, `${f.days(reason_days)}未下单`),
    reason_share !== null &&
      t(
        `risk ${f.share(reason_share, 0)} of losing the usual ${f.moneyExact(reason_amount)}`,
        `流失风险 ${f.share(reason_share, 0)}，常规收入 ${f.moneyExact(reason_amount)}`
      )
  ],
  replenishment: ({items, reason_text, reason_days, reason_share}, {t, f}) => [
    t(
      `buys ${reason_text ?? "it"} every ${f.days(reason_days)}`,
      `约每 ${f.days(reason_days)}购买 ${reason_text ?? "该商品"}`
    ),
    items > 1 && t(`${f.count(items - 1)} more due`, `另有 ${f.count(items - 1)} 件到期`),
    reason_share !== null &&
      t(`${f.share(reason_share, 0)} of such buy within 30 days`, `同类情形 30 天内购买 ${f.share(reason_share, 0)}`)
  ],
  points_expiring: ({reason_amount}, {t, f}) => [
    t(`${f.count(reason_amount)} points end`, `${f.count(reason_amount)} 积分到期`)
  ],
  win_back: ({reason_days, reason_count, reason_amount, reason_share}, {t, f}) => [
    t(`no order for ${f.days(reason_days)}`, `${f.days(reason_days)}未下单`),
    t(
      `${reason_count === 1 ? "one order" : `${f.count(reason_count)} orders`} of ${f.moneyExact(reason_amount)} before`,
      `此前 ${f.count(reason_count)} 单，${f.moneyExact(reason_amount)}`
    ),
    reason_share !== null &&
      t(`still a customer with ${f.share(reason_share, 0)}`, `仍为客户的概率 ${f.share(reason_share, 0)}`)
  ],
  anniversary: ({reason_count}, {t, f}) => [
    reason_count === 1
      ? t("one year since the first order", "首单满一年")
      : t(`${f.count(reason_count)} years since the first order`, `首单满 ${f.count(reason_count)} 年`)
  ],
  birthday: (_, {t}) => [t("within the days ahead", "近期")]
};
