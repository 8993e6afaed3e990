import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {keptOf} from "./kept.ts";
import type {BacklogRow, Summary} from "./rows.ts";
import {thirtyDaysBefore} from "./thirtyDays.ts";
import {workTime} from "./timeWords.ts";

/** How many wait, how many of them for long, and whether promises are kept: two sentences. */
export function finding(summary: Summary, backlog: readonly BacklogRow[], c: Context): Html {
  const {t, f} = c;
  const before = thirtyDaysBefore(backlog);
  const than =
    before && before.open_tickets + summary.open_tickets > 0
      ? t(` (${f.count(before.open_tickets)} thirty days ago)`, `（30 天前为 ${f.count(before.open_tickets)}）`)
      : "";
  const open =
    summary.open_tickets === 0
      ? t("No ticket is open", "没有未结工单")
      : t(
          `${f.count(summary.open_tickets)} tickets are open, ${f.count(summary.old_open_tickets)} of them for more than ${f.days(summary.old_days)}`,
          `未结工单 ${f.count(summary.open_tickets)} 张，其中 ${f.count(summary.old_open_tickets)} 张超过 ${f.days(summary.old_days)}`
        );
  return html`<b>${open}</b>${than}${t(". ", "。")}${promises(summary, c)}`;
}

/** Kept targets with their interval and change; without targets the time to the first reply. */
function promises(summary: Summary, c: Context): string {
  const {t, f} = c;
  const {now, change} = keptOf(summary, "first_reply");
  const solved = keptOf(summary, "resolution").now;
  if (!now)
    return summary.median_first_reply_work_minutes === null
      ? t("Nothing tells when they were answered.", "无从得知何时答复。")
      : t(
          `Half of them are answered within ${workTime(summary.median_first_reply_work_minutes, c)}; no target is set.`,
          `半数在 ${workTime(summary.median_first_reply_work_minutes, c)}内得到答复；尚未设定目标。`
        );
  const resolution = solved
    ? t(`, ${f.share(solved.value, 0)} of solutions`, `，解决及时率 ${f.share(solved.value, 0)}`)
    : "";
  const verdict = !change
    ? ""
    : change.isClear
      ? t(`: ${f.points(change.value)} against the 90 days before`, `：较此前 90 天 ${f.points(change.value)}`)
      : t(": no clear change against the 90 days before", "：较此前 90 天无显著变化");
  return t(
    `In the last 90 days ${f.share(now.value, 0)} of first replies came in time (${f.shareRange(now.low, now.high, 0)})${resolution}${verdict}.`,
    `近 90 天首次回复及时率 ${f.share(now.value, 0)}（${f.shareRange(now.low, now.high, 0)}）${resolution}${verdict}。`
  );
}
