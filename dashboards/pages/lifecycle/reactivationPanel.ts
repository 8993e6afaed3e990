import {html, key, numbers, panel, points, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld, withheldWords} from "../../withheld.ts";
import {axisNames} from "../cohorts/axisNames.ts";
import type {ReactivationRow} from "./rows.ts";

/** Months that are shown, and every n-th of them named. */
const [shown, every] = [13, 3];

/** Which share of the silent orders again, month by month. */
export function reactivationPanel(rows: readonly ReactivationRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("Do the silent come back?", "沉默客户会回来吗？");
  const frame = {span: 6, id: "reactivation", title} as const;
  const months = rows.toSorted((a, b) => +a.month_on - +b.month_on).slice(-shown);
  const isHidden = (row: ReactivationRow) =>
    [row.silent_customers, row.reactivated_customers].some((n) => isWithheld(n, minCell));
  const complete = months.filter((row) => !row.is_partial && !isHidden(row));
  if (!complete.length)
    return panel({
      ...frame,
      body: tooFew({
        title: t("No complete month with enough silent customers", "尚无沉默客户足够的完整月份"),
        text: t(
          `A month needs customers who were dormant or lost when it began, and ${minCell} of them or none who ordered.`,
          `需要月初已休眠或流失的客户，且当月下单者不少于 ${minCell} 位或为零。`
        )
      })
    });
  const names = axisNames(
    months.map(({month_on}) => month_on),
    every,
    c
  );
  const last = complete.at(-1)!;
  const sentence = t(
    `In ${f.month(last.month_on)} ${f.share(last.reactivated_share)} of ${f.count(last.silent_customers)} dormant or lost customers ordered again (95% interval ${f.shareRange(last.reactivated_low, last.reactivated_high)}).`,
    `${f.month(last.month_on)}，${f.count(last.silent_customers)} 位休眠或流失客户中 ${f.share(last.reactivated_share)} 再次下单（95% 区间 ${f.shareRange(last.reactivated_low, last.reactivated_high)}）。`
  );
  return panel({
    ...frame,
    sub: t(
      "Ordered in the month, % of those dormant or lost when it began, with 95% interval",
      "当月下单者占月初休眠或流失客户的 %，含 95% 区间"
    ),
    body: html`${points({
      label: sentence,
      rows: months.map((row, i) => ({
        name: names[i]!,
        value: isHidden(row) ? null : row.reactivated_share,
        low: row.reactivated_low,
        high: row.reactivated_high,
        running: row.is_partial
      })),
      y: {format: (share) => f.share(share, 0)},
      every,
      height: 260
    })}${numbers(
      {
        caption: title,
        columns: [
          t("Month", "月份"),
          t("Silent before", "月初沉默"),
          t("Ordered", "下单"),
          t("Share", "占比"),
          t("95% interval", "95% 区间")
        ],
        rows: months.map((row) => {
          const name = f.month(row.month_on) + (row.is_partial ? t(" (so far)", "（进行中）") : "");
          if (isHidden(row)) return [name, ...Array<string>(4).fill(f.missing)];
          return [
            name,
            f.count(row.silent_customers),
            f.count(row.reactivated_customers),
            f.share(row.reactivated_share),
            f.shareRange(row.reactivated_low, row.reactivated_high)
          ];
        })
      },
      c
    )}`,
    note: [
      `${sentence} `,
      months.at(-1)!.is_partial && key("ring", t("month still running", "月份未结束"), "c1"),
      months.some(isHidden) && `– : ${withheldWords(minCell, c)}`
    ]
  });
}
