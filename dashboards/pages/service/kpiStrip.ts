import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import {keptOf} from "./kept.ts";
import type {BacklogRow, Summary, Target} from "./rows.ts";
import {thirtyDaysBefore} from "./thirtyDays.ts";
import {unsigned} from "../overview/unsigned.ts";
import {shortWork} from "./timeWords.ts";

/** Six numbers: what waits, what waits long, both promises, what came back, how often customers need us. */
export const kpiStrip = (summary: Summary, backlog: readonly BacklogRow[], c: Context): Html =>
  kpis(
    [
      openKpi(summary, backlog, c),
      oldKpi(summary, c),
      keptKpi(summary, "first_reply", c),
      keptKpi(summary, "resolution", c),
      reopenedKpi(summary, c),
      contactKpi(summary, c)
    ],
    c
  );

function openKpi(summary: Summary, backlog: readonly BacklogRow[], c: Context): Kpi {
  const {t, f} = c;
  const before = thirtyDaysBefore(backlog);
  const change = before && summary.open_tickets - before.open_tickets;
  return {
    label: t("Open tickets", "未结工单"),
    href: "#open",
    definition: defined("backlog", c),
    value: f.kpi(summary.open_tickets),
    delta: change ? {value: change, text: f.count(Math.abs(change)), tone: change > 0 ? "bad" : "good"} : undefined,
    versus: before && (change ? t("in 30 days", "较 30 天前") : t("as many as 30 days ago", "与 30 天前相同")),
    note: t(
      `${f.count(summary.opened_30d)} opened, ${f.count(summary.solved_30d)} solved in 30 days`,
      `30 天内新建 ${f.count(summary.opened_30d)}，解决 ${f.count(summary.solved_30d)}`
    ),
    spark: {
      values: backlog
        .toSorted((a, b) => +a.backlog_on - +b.backlog_on)
        .slice(-120)
        .map((day) => day.open_tickets)
    }
  };
}

function oldKpi(summary: Summary, {t, f}: Context): Kpi {
  const {open_tickets: open, old_open_tickets: old} = summary;
  return {
    label: t(`Older than ${f.days(summary.old_days)}`, `超过 ${f.days(summary.old_days)}`),
    href: "#open",
    value: f.kpi(old),
    tone: old > 0 ? "bad" : undefined,
    versus:
      open > 0 ? t(`${f.share(old / open, 0)} of the open ones`, `占未结的 ${f.share(old / open, 0)}`) : undefined,
    note: t(`${f.count(summary.unassigned_tickets)} with no agent`, `${f.count(summary.unassigned_tickets)} 张无人负责`)
  };
}

function keptKpi(summary: Summary, target: Target, c: Context): Kpi {
  const {t, f} = c;
  const {now, before, change} = keptOf(summary, target);
  const isReply = target === "first_reply";
  const [median, p90] = isReply
    ? [summary.median_first_reply_work_minutes, summary.p90_first_reply_work_minutes]
    : [summary.median_resolution_work_minutes, summary.p90_resolution_work_minutes];
  const half =
    median === null
      ? ""
      : t(
          `half in ${shortWork(median, c)}, nine of ten in ${shortWork(p90, c)} of business time`,
          `半数 ${shortWork(median, c)}内，九成 ${shortWork(p90, c)}内（工作时间）`
        );
  return {
    label: isReply ? t("First reply in time", "首次回复及时率") : t("Solved in time", "解决及时率"),
    href: "#sla",
    definition: defined(isReply ? "first-reply-kept" : "resolution-kept", c),
    value: f.share(now?.value, 0),
    delta:
      change &&
      (change.isClear
        ? {
            value: change.value,
            text: unsigned(f.points(change.value, {tight: true})),
            tone: change.value < 0 ? "bad" : "good"
          }
        : "unclear"),
    versus: !now
      ? summary.has_targets
        ? t("nothing measured in 90 days", "近 90 天无可测工单")
        : t("no target is set", "尚未设定目标")
      : before && t(`vs ${f.share(before.value, 0)} before`, `较此前 ${f.share(before.value, 0)}`),
    note: [now && `${f.shareRange(now.low, now.high, 0)}, n ${f.count(now.n)}`, half]
      .filter(Boolean)
      .join(t("; ", "；"))
  };
}

function reopenedKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  const {reopened_share: share, reopened_low: low, reopened_high: high} = summary;
  return {
    label: t("Reopened", "重开率"),
    definition: defined("reopened", c),
    value: f.share(share),
    versus:
      share === null
        ? t("nothing solved, or nothing tells", "无已解决工单，或无从得知")
        : t("of the solved, 90 days", "近 90 天已解决工单"),
    note:
      share !== null &&
      [
        low !== null && high !== null && f.shareRange(low, high),
        summary.one_touch_share !== null &&
          t(
            `${f.share(summary.one_touch_share, 0)} in one reply`,
            `${f.share(summary.one_touch_share, 0)} 一次回复解决`
          )
      ]
        .filter(Boolean)
        .join(t("; ", "；"))
  };
}

function contactKpi(
  {tickets_per_100_orders: rate, opened_30d: now, opened_previous_30d: before}: Summary,
  c: Context
): Kpi {
  const {t, f} = c;
  return {
    label: t("Tickets per 100 orders", "每百单工单数"),
    definition: defined("contact-rate", c),
    value: f.number(rate, 1),
    versus: rate === null ? t("no orders in 90 days", "近 90 天没有订单") : t("last 90 days", "近 90 天"),
    note:
      before > 0 &&
      t(
        `${f.count(now)} tickets in 30 days, ${f.count(before)} in the 30 before`,
        `30 天 ${f.count(now)} 张，此前 30 天 ${f.count(before)} 张`
      )
  };
}
