import {html, key, numbers, panel, points, tooFew, type Html} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import {isWithheld} from "../../../withheld.ts";
import type {LoopMonthRow, LoopSummary} from "./rows.ts";

/** Whether the promise is kept, month by month. */
export function monthPanel(given: readonly LoopMonthRow[], summary: LoopSummary, c: Context): Html {
  const {t, f, minCell} = c;
  const days = f.days(summary.promise_days);
  const frame = {
    span: 6,
    id: "months",
    title: t("Do we come back in time?", "我们及时回访了吗？"),
    sub: t(
      `Share of cases whose ${days} are over that somebody came back to in time, by month of the case, 95% interval`,
      `承诺的 ${days}已过的个案中按时回访的占比，按个案月份，95% 区间`
    )
  } as const;
  if (!summary.has_activities)
    return panel({
      ...frame,
      body: tooFew({
        title: t("No contacts on record", "没有联系记录"),
        text: t(
          "Without calls, e-mails, meetings or replies to tickets nobody can say who was followed up.",
          "没有电话、邮件、会面或工单回复的记录，无法得知谁已回访。"
        )
      })
    });
  const rows = given.toSorted((a, b) => +a.case_month - +b.case_month).slice(-12);
  const isShown = (row: LoopMonthRow) => row.due_cases > 0 && !isWithheld(row.due_cases, minCell);
  if (rows.filter(isShown).length < 2)
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too few cases to draw", "个案过少"),
        text: t(
          `Two months with ${f.count(Math.max(1, minCell))} cases each are needed.`,
          `至少需要两个月、每月 ${f.count(Math.max(1, minCell))} 个个案。`
        )
      })
    });
  const share = (row: LoopMonthRow) => (isShown(row) ? row.within_promise_share : null);
  const said = rows.map((row) => `${f.month(row.case_month)} ${f.share(share(row), 0)}`).join(t(", ", "，"));
  return panel({
    ...frame,
    body: html`${points({
      label: t(`Followed up in time: ${said}`, `按时回访：${said}`),
      rows: rows.map((row) => ({
        name: f.axisMonth(row.case_month),
        value: share(row),
        low: row.within_promise_low ?? 0,
        high: row.within_promise_high ?? 0,
        running: row.is_partial
      })),
      y: {max: 1, format: (value) => f.share(value, 0)},
      every: 2,
      height: 230
    })}${numbers(
      {
        caption: t("Follow-up by month", "各月回访"),
        columns: [
          t("Month", "月"),
          t("Cases", "个案"),
          t("Over", "到期"),
          t("Came back in 90 days", "90 天内回访"),
          t("In time", "按时"),
          t("95% interval", "95% 区间"),
          t("Median days", "中位天数"),
          t("Better next time", "下次评分好转")
        ],
        rows: rows.map((row) =>
          isShown(row)
            ? [
                f.month(row.case_month),
                f.count(row.cases),
                f.count(row.due_cases),
                isWithheld(row.settled_cases, minCell) ? f.missing : f.share(row.followed_share, 0),
                f.share(row.within_promise_share, 0),
                f.shareRange(row.within_promise_low, row.within_promise_high, 0),
                f.number(row.median_days, 1),
                f.count(row.recovered)
              ]
            : [f.month(row.case_month), ...Array<string>(7).fill(f.missing)]
        )
      },
      c
    )}`,
    note: html`${rows.some((row) => row.is_partial) && key("ring", t("promise still running for some", "部分仍在承诺期内"), "c1")}
    ${rows.some((row) => row.cases > 0 && !isShown(row)) && t(`No point: fewer than ${f.count(minCell)} cases over.`, `无点：到期个案少于 ${f.count(minCell)}。`)}`
  });
}
