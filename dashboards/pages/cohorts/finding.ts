import {html, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {overallChange, recentMonths, standings, type Change, type ChangeRow} from "./change.ts";
import {groupName, groupsOf} from "./groups.ts";
import type {TriangleData} from "./triangleData.ts";

/** Whether customers come back, in at most two sentences; a change is claimed only where it clears its interval. */
export function finding(rows: readonly ChangeRow[], data: TriangleData, locale: Locale): Html {
  const change = overallChange(rows);
  if (change) return html`${changeSentence(change, locale)}${groupSentence(rows, locale)}`;
  return html`${meanSentence(data, locale)}`;
}

/** Newer against earlier customers, with the difference and its interval. */
export function changeSentence(change: Change, locale: Locale): Html {
  const {t, f} = locale;
  const {month, recent, earlier} = change;
  const [now, before] = [f.share(recent.value), f.share(earlier.value)];
  const gap = t(
    `${f.points(change.change.value)}, 95% interval ${f.pointsRange(change.change.low, change.change.high)}`,
    `${f.points(change.change.value)}，95% 区间 ${f.pointsRange(change.change.low, change.change.high)}`
  );
  const when = recentMonths(change, locale);
  if (!change.change.isClear)
    return html`<b
        >${t(`No clear change: ${now} order again in month ${month}`, `无显著变化：${now} 的客户在第 ${month} 月再次下单`)}</b
      >${t(
        ` (first order ${when}), against ${before} of the customers before them (${gap}).`,
        `（首单 ${when}），此前客户为 ${before}（${gap}）。`
      )}`;
  const direction =
    change.change.value < 0
      ? t("Newer customers come back less", "新近客户复购减少")
      : t("Newer customers come back more", "新近客户复购增加");
  return html`<b>${direction}${t(`: ${now} against ${before}`, `：${now}，此前 ${before}`)}</b>${t(
      ` order again in month ${month} (first order ${when}; ${gap}).`,
      `在第 ${month} 月再次下单（首单 ${when}；${gap}）。`
    )}`;
}

/** The group of newer customers that returns least, where that is clear; nothing otherwise. */
export function groupSentence(rows: readonly ChangeRow[], locale: Locale): Html | false {
  const {t, f} = locale;
  const [lowest] = standings(rows, groupsOf(rows)).filter(({change}) => change.isClear && change.value < 0);
  if (!lowest) return false;
  const name = groupName(lowest.row.group_name, locale);
  const [own, others] = [f.share(lowest.own.value), f.share(lowest.others.value)];
  const range = f.pointsRange(lowest.change.low, lowest.change.high);
  return html`${t(" Among them, ", "其中")}<b>${t(`${name} returns less: ${own} against ${others}`, `${name}复购较低：${own}，其余 ${others}`)}</b>${t(
    ` of the others (difference ${range} pts).`,
    `（差值 ${range} 个百分点）。`
  )}`;
}

function meanSentence({cohorts, means}: TriangleData, {t, f}: Locale): Html {
  const mean = means[2] ?? means[0];
  const month = means[2] ? 3 : 1;
  if (!mean)
    return html`${t("Too early to say: no cohort has completed a month after its first.", "尚无法判断：还没有同期群走完首单后的第一个月。")}`;
  const n = f.count(cohorts.reduce((sum, {customers}) => sum + (customers ?? 0), 0));
  const share = f.share(mean.active, 0);
  const claim = t(
    `${share} of the customers order again in month ${month}.`,
    `${share} 的客户在第 ${month} 月再次下单。`
  );
  const reason = t(
    ` Whether newer ones do so more or less cannot be told yet: that needs 50 customers on either side (${n} customers so far).`,
    `新近客户是更多还是更少尚无法判断：两侧各需 50 位客户（目前共 ${n} 位）。`
  );
  return html`<b>${claim}</b>${reason}`;
}
