import {barRows, empty, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import type {ExpiringRow, Summary} from "./rows.ts";

/** Months that have a row of their own. */
const SHOWN = 13;

/** When outstanding points expire unless they are used. */
export function expiringPanel(rows: readonly ExpiringRow[], summary: Summary, c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {span: 6, id: "expiring", title: t("When do points expire?", "积分何时到期？")} as const;
  const inOrder = rows.toSorted((a, b) => +a.expires_month - +b.expires_month);
  if (!inOrder.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No outstanding points with a date of expiry", "没有带到期日的未用积分"),
        text: t(
          "Map expires_at in the export of the ledger, or say loyalty: {expiry_days: 365} in perennial.config.ts, then run perennial run.",
          "请映射流水导出中的到期时间，或在 perennial.config.ts 中写明 loyalty: {expiry_days: 365}，再运行 perennial run。"
        )
      })
    });
  const overdue = inOrder.filter(({is_overdue}) => is_overdue);
  const ahead = inOrder.filter(({is_overdue}) => !is_overdue);
  const together = (name: string, own: readonly ExpiringRow[]) =>
    own.length
      ? [
          {
            name,
            points: own.reduce((sum, {points}) => sum + points, 0),
            members: Math.max(...own.map(({members}) => members)),
            isMany: own.length > 1
          }
        ]
      : [];
  const shown = [
    ...together(t("Overdue", "已逾期"), overdue),
    ...ahead
      .slice(0, SHOWN)
      .map(({expires_month: month, points, members}) => ({name: f.month(month), points, members, isMany: false})),
    ...together(t("Later", "更晚"), ahead.slice(SHOWN))
  ];
  const hidden = withheldParts(
    shown.map(({members}) => members),
    minCell
  );
  return panel({
    ...frame,
    sub: t(
      `Points outstanding on ${f.date(c.asOf)} by the month in which they expire unless used, and whose they are`,
      `${f.date(c.asOf)} 的未用积分，按若不使用将到期的月份，及涉及会员数`
    ),
    body: barRows({
      label: t("Points by month of expiry", "各到期月份的积分"),
      nameWidth: "88px",
      thin: true,
      rows: shown.map(({name, points, members, isMany}, i) => ({
        name,
        to: hidden[i] ? 0 : points,
        tone: "c2",
        text: hidden[i]
          ? f.missing
          : isMany
            ? f.count(points)
            : t(`${f.count(points)} · ${f.count(members)} members`, `${f.count(points)} · ${f.count(members)} 位`)
      }))
    }),
    note: [
      summary.undated_points > 0 &&
        t(
          `${f.count(summary.undated_points)} points have no date and never expire. `,
          `${f.count(summary.undated_points)} 积分无到期日，永不过期。`
        ),
      overdue.length > 0 &&
        t("Overdue: past their date, which the ledger has not booked. ", "已逾期：过了到期日而流水尚未记账。"),
      hidden.some(Boolean) && withheldWords(minCell, c)
    ]
  });
}
