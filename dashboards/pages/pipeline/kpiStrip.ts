import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {newcombe, wilson} from "../cohorts/intervals.ts";
import {unsigned} from "../overview/unsigned.ts";
import {defined} from "./defined.ts";
import type {ForecastRow, MonthRow, Summary} from "./rows.ts";

/** Six numbers: what is open, how often and how soon it is won, what that comes to, what is expected, what has slipped. */
export const kpiStrip = (
  summary: Summary,
  forecast: ForecastRow | undefined,
  months: readonly MonthRow[],
  c: Context
): Html =>
  kpis(
    [
      openKpi(summary, months, c),
      winKpi(summary, c),
      cycleKpi(summary, c),
      velocityKpi(summary, c),
      forecastKpi(forecast, c),
      slippedKpi(summary, c)
    ],
    c
  );

function openKpi(summary: Summary, months: readonly MonthRow[], c: Context): Kpi {
  const {t, f} = c;
  const isUsual = summary.amount_state !== "known" || summary.open_without_amount > 0;
  return {
    label: t("Open pipeline", "未结管道"),
    href: "#deals",
    definition: defined("open-pipeline", c),
    value: f.money(summary.open_worth),
    versus: t(`${f.count(summary.open)} deals`, `${f.count(summary.open)} 个商机`),
    note:
      isUsual &&
      t(
        `${f.count(summary.open_without_amount)} without an amount, at what is usual`,
        `${f.count(summary.open_without_amount)} 个无金额，按常见金额计`
      ),
    spark: {values: months.slice(-24).map((month) => month.open_at_end)}
  };
}

function winKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  const {win_share: now, win_low: low, win_high: high, previous_win_share: before} = summary;
  const n = summary.won_365d + summary.lost_365d;
  const nBefore = summary.previous_won + summary.previous_lost;
  const change =
    n === 0 || nBefore === 0 ? null : newcombe(wilson(summary.won_365d, n), wilson(summary.previous_won, nBefore));
  return {
    label: t("Win rate", "赢单率"),
    definition: defined("win-rate", c),
    value: f.share(now, 0),
    delta:
      change === null
        ? null
        : change.isClear
          ? {
              value: change.value,
              text: unsigned(f.points(change.value, {tight: true})),
              tone: change.value < 0 ? "bad" : "good"
            }
          : "unclear",
    versus:
      now === null
        ? t("nothing ended in 365 days", "近 365 天无结单")
        : before !== null && t(`vs ${f.share(before, 0)} the year before`, `较前一年 ${f.share(before, 0)}`),
    note: now !== null && `${f.shareRange(low, high, 0)}, n ${f.count(n)}`
  };
}

function cycleKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  const {median_cycle_days: median, p90_cycle_days: p90, previous_median_cycle_days: before} = summary;
  return {
    label: t("Sales cycle", "销售周期"),
    definition: defined("sales-cycle", c),
    value: median === null ? f.missing : f.days(Math.round(median)),
    versus:
      median === null
        ? t("nothing won with both days in 365 days", "近 365 天无可计算的赢单")
        : before !== null && t(`${f.days(Math.round(before))} the year before`, `前一年 ${f.days(Math.round(before))}`),
    note: p90 !== null && t(`nine of ten within ${f.days(Math.round(p90))}`, `九成在 ${f.days(Math.round(p90))}内`)
  };
}

function velocityKpi({velocity, open, mean_won_value: mean, won_365d: won}: Summary, c: Context): Kpi {
  const {t, f} = c;
  return {
    label: t("Velocity", "管道速度"),
    definition: defined("velocity", c),
    value: f.money(velocity),
    versus:
      velocity !== null
        ? t("in 30 days at this rate", "按此速度每 30 天")
        : won === 0
          ? t("nothing was won in 365 days", "近 365 天无赢单")
          : t("no amount or no cycle known", "金额或周期未知"),
    note:
      mean !== null &&
      t(`${f.count(open)} open, ${f.money(mean)} a win`, `未结 ${f.count(open)} 个，平均赢单 ${f.money(mean)}`)
  };
}

function forecastKpi(forecast: ForecastRow | undefined, c: Context): Kpi {
  const {t, f} = c;
  const expected = forecast?.expected_value ?? null;
  return {
    label: t("Forecast", "预测"),
    href: "#forecast",
    definition: defined("pipeline-forecast", c),
    value: f.money(expected),
    versus:
      forecast && expected !== null
        ? t(`to the end of ${f.month(forecast.last_month)}`, `至${f.month(forecast.last_month)}末`)
        : t("too little has been closed yet", "已结商机太少"),
    note:
      forecast &&
      expected !== null &&
      (forecast.low === null
        ? t("no interval: fewer than 6 past forecasts", "无区间：既往预测不足 6 次")
        : f.moneyRange(forecast.low, forecast.high))
  };
}

function slippedKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  const {slipped, slipped_worth: worth, stale, stale_days: days} = summary;
  return {
    label: t("Slipped", "逾期"),
    href: "#deals",
    definition: defined("slipped", c),
    value: f.kpi(slipped),
    tone: slipped > 0 ? "bad" : undefined,
    versus: slipped > 0 ? t(`worth ${f.money(worth)}`, `可能金额 ${f.money(worth)}`) : t("none is overdue", "没有逾期"),
    note: t(
      `${f.count(stale)} without a change for over ${f.days(days)}`,
      `${f.count(stale)} 个超过 ${f.days(days)}无变动`
    )
  };
}
