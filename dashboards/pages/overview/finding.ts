import {html, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {Change} from "../cohorts/change.ts";
import type {TwelveMonths} from "./twelveMonths.ts";

/** Whether customers are kept, in at most two sentences; only what clears its interval is claimed. */
export function finding(year: TwelveMonths | undefined, change: Change | undefined, locale: Locale): Html {
  const {t} = locale;
  if (!year) return html`${t("No orders yet.", "尚无订单。")}`;
  return html`${keptSentence(year, locale)}${change && returnSentence(change, locale)}`;
}

/** How newer customers return, against earlier ones. */
function returnSentence({month, recent, earlier, change}: Change, {t, f}: Locale): Html {
  const [now, before] = [f.share(recent.value), f.share(earlier.value)];
  const claim = !change.isClear
    ? t(`Return in month ${month} shows no clear change`, `第 ${month} 月复购无显著变化`)
    : change.value < 0
      ? t(`Newer customers come back less in month ${month}`, `新近客户第 ${month} 月复购减少`)
      : t(`Newer customers come back more in month ${month}`, `新近客户第 ${month} 月复购增加`);
  return html`${t(" ", "")}<b>${claim}</b>${t(`: ${now}, against ${before} before.`, `：${now}，此前为 ${before}。`)}`;
}

/** What customers of the year before spent since, of every pound that they spent then. */
function keptSentence({retention, historyFrom, end, revenue}: TwelveMonths, {t, f}: Locale): Html {
  if (!retention)
    return html`<b>${t("Too early to compare years.", "尚无法按年比较。")}</b>${t(
        ` Orders begin on ${f.date(historyFrom)}; ${f.count(end.customers)} customers ordered in the last twelve months.`,
        `订单始于 ${f.date(historyFrom)}；近 12 个月有 ${f.count(end.customers)} 位客户下单。`
      )}`;
  const {value, low, high} = retention;
  const range = t(`95% interval ${f.shareRange(low, high)}`, `95% 区间 ${f.shareRange(low, high)}`);
  const answer =
    low > 1
      ? t("Yes, and they spend more", "留住了，且消费更多")
      : high < 1
        ? t("Not fully", "未能完全留住")
        : t("About as much as we lose we gain from those who stay", "留下的客户大致补足了流失");
  const growth =
    revenue?.isClear && revenue.value !== 0
      ? t(
          `, while total revenue ${revenue.value > 0 ? "grew" : "fell"} ${f.share(Math.abs(revenue.value), 0)}`,
          `；总收入${revenue.value > 0 ? "增长" : "下降"} ${f.share(Math.abs(revenue.value), 0)}`
        )
      : "";
  const claim = t(
    `${answer}: the customers of the year before spent ${f.share(value)} of what they spent then`,
    `${answer}：上一年的客户本年消费为当时的 ${f.share(value)}`
  );
  return html`<b>${claim}</b>${t(` (${range})${growth}.`, `（${range}）${growth}。`)}`;
}
