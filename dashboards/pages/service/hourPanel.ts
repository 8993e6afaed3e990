import {empty, hourWeek, html, key, panel, ramp, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {HourRow} from "./rows.ts";
import {dayNames} from "../../components/dayNames.ts";

/** Eight limits that rise as squares up to the largest number: one busy hour leaves the others apart. */
const breaksUpTo = (largest: number): number[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((step) => Math.max(step, largest * (step / 8.5) ** 2));

/** When tickets come in, and whether anybody is there. */
export function hourPanel(rows: readonly HourRow[], c: Context): Html {
  const {t, f} = c;
  const frame = {span: 7, id: "hours", title: t("When do customers need us?", "客户何时需要我们？")} as const;
  const all = rows.reduce((sum, row) => sum + row.tickets, 0);
  if (all < 50)
    return panel({
      ...frame,
      body: empty({
        title: t("Too few tickets for a week", "工单过少，无法呈现一周分布"),
        text: t(
          `Fifty in the last 365 days are needed; there are ${f.count(all)}.`,
          `需近 365 天内 50 张，现有 ${f.count(all)} 张。`
        )
      })
    });
  const at = new Map(rows.map((row) => [row.weekday * 24 + row.hour, row]));
  const cells = <V>(of: (row: HourRow | undefined) => V) =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => Array.from({length: 24}, (_, hour) => of(at.get(day * 24 + hour))));
  const values = cells((row) => row?.tickets ?? 0);
  const largest = Math.max(...values.flat());
  const breaks = breaksUpTo(largest);
  const within = rows.reduce((sum, row) => sum + row.tickets * (row.within_hours_share ?? 0), 0) / all;
  const hasHours = rows.some((row) => row.within_hours_share !== null);
  const busiest = rows.reduce((a, b) => (b.tickets > a.tickets ? b : a));
  const top = `${dayNames(t)[busiest.weekday - 1]} ${busiest.hour}:00`;
  return panel({
    ...frame,
    sub: t(
      `Tickets opened in the last 365 days by weekday and hour, on the company's clock; most come ${top}${hasHours ? `, ${f.share(1 - within, 0)} outside working hours` : ""}`,
      `近 365 天新建工单，按星期与小时（公司时区）；${top} 最多${hasHours ? `，${f.share(1 - within, 0)} 在工作时间之外` : ""}`
    ),
    body: hourWeek(
      {
        caption: t("Tickets by weekday and hour", "各星期与小时的工单数"),
        values,
        working: cells((row) => row?.is_working ?? false),
        breaks,
        text: (value) => f.count(value)
      },
      c
    ),
    note: html`${ramp(t("Tickets", "工单数"), "0", f.count(largest))}${hasHours && key("underline", t("working hour", "工作时段"))}
    ${replyWords(rows, c)}`
  });
}

/** How long a first reply takes to what comes inside and outside working hours. */
function replyWords(rows: readonly HourRow[], c: Context): Html | false {
  const {t, f} = c;
  const slowest = rows
    .filter((row) => row.tickets >= 10 && row.median_first_reply_minutes !== null)
    .toSorted((a, b) => b.median_first_reply_minutes! - a.median_first_reply_minutes!)[0];
  if (!slowest) return false;
  const hours = slowest.median_first_reply_minutes! / 60;
  const when = `${dayNames(t)[slowest.weekday - 1]} ${slowest.hour}:00`;
  return html`<span
    >${t(
      `Longest wait for a first reply: ${when}, half over ${f.hours(hours, hours < 10 ? 1 : 0)}.`,
      `首次回复最久：${when}，半数超过 ${f.hours(hours, hours < 10 ? 1 : 0)}。`
    )}</span
  >`;
}
