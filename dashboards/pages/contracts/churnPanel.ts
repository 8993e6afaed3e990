import {empty, html, key, numbers, panel, points, type Html, type Point} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {axisNames} from "../cohorts/axisNames.ts";
import {wilson} from "../cohorts/intervals.ts";
import {periodsOf, type Period} from "./periods.ts";
import type {MonthRow, Summary} from "./rows.ts";

/** The newest so many periods are drawn. */
const newest = 24;

/** Whether contracts end faster than before: churn a month with its interval, months pooled as far as privacy asks. */
export function churnPanel(months: readonly MonthRow[], summary: Summary, c: Context): Html {
  const {t, f} = c;
  const title = t("Do contracts end faster than before?", "合同终止是否加快？");
  const frame = {span: 5, id: "churn", title} as const;
  const {length, periods: all} = periodsOf(months, c.minCell);
  const periods = all.slice(-newest);
  if (!periods.some(({ended}) => ended !== null))
    return panel({
      ...frame,
      body: empty({
        title: t("No churn to show yet", "尚无可显示的流失率"),
        text: t(
          `It needs a complete month in which no one or ${f.count(Math.max(1, c.minCell))} customers or more ended a contract.`,
          `需要完整月份，且其间无人或至少 ${f.count(Math.max(1, c.minCell))} 位客户终止合同。`
        )
      })
    });
  const every = Math.max(1, Math.ceil(periods.length / 6));
  const names = axisNames(
    periods.map(({from}) => from),
    every,
    c
  );
  const rows = periods.map((period, i): Point => {
    const share = shareOf(period);
    return {
      name: names[i]!,
      value: share?.value ?? null,
      low: share?.low ?? 0,
      high: share?.high ?? 0,
      running: period.running
    };
  });
  const {previous_churn_share: before} = summary;
  const pooled = length > 1 && t(`, ${f.months(length)} at a time`, `，每 ${f.months(length)}合并`);
  const table = periods.map((period) => {
    const share = shareOf(period);
    return [
      period.from.getTime() === period.to.getTime()
        ? f.month(period.from)
        : t(`${f.month(period.from)} to ${f.month(period.to)}`, `${f.month(period.from)}至${f.month(period.to)}`),
      f.count(period.contracts),
      share ? f.share(share.value, 1) : t("withheld", "不显示"),
      share ? f.shareRange(share.low, share.high, 1) : f.missing
    ];
  });
  return panel({
    ...frame,
    sub: html`${t("Share of running contracts that ends in a month, with 95% interval", "有效合同每月终止的比例，含 95% 区间")}${pooled}`,
    body: html`${points({
      label: t(
        `Churn a month; ${f.share(summary.churn_share, 1)} in the last twelve`,
        `月流失率；近 12 个月为 ${f.share(summary.churn_share, 1)}`
      ),
      rows,
      y: {format: (share) => f.share(share, 0)},
      reference: before === null ? undefined : {value: before, label: t("year before", "此前一年")},
      every,
      height: 250
    })}${numbers(
      {
        caption: t("Churn by period", "各期流失率"),
        columns: [
          t("Period", "时期"),
          t("Contract months", "合同月"),
          t("Churn a month", "月流失率"),
          t("95% interval", "95% 区间")
        ],
        rows: table
      },
      c
    )}`,
    note: [
      periods.some(({running}) => running) && key("ring", t("month still running", "月份未结束"), "c1"),
      periods.some(({ended}) => ended === null) &&
        t(
          `Periods in which fewer than ${c.minCell} customers left are withheld.`,
          `离开客户不足 ${c.minCell} 位的时期不予显示。`
        )
    ]
  });
}

const shareOf = ({ended, contracts}: Period) => (ended === null ? null : wilson(ended, contracts));
