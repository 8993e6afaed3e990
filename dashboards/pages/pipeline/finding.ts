import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {accuracyOf} from "./accuracy.ts";
import type {ForecastRow, Summary, TargetRow} from "./rows.ts";
import {periodName} from "./words.ts";

/** What is expected, against the target where one is set, and how sure that is: two sentences. */
export function finding(
  summary: Summary,
  forecast: ForecastRow | undefined,
  targets: readonly TargetRow[],
  forecasts: readonly ForecastRow[],
  c: Context
): Html {
  const {t, f} = c;
  const rate = rateWords(summary, c);
  if (summary.open === 0) return html`<b>${t("Nothing is open", "没有未结商机")}</b>${t(". ", "。")}${rate}`;
  const open = t(
    `${f.count(summary.open)} deals are open, worth ${f.money(summary.open_worth)}`,
    `未结商机 ${f.count(summary.open)} 个，可能带来 ${f.money(summary.open_worth)}`
  );
  const expected =
    forecast?.expected_value == null
      ? t("; too little has been closed to foretell what comes of them", "；已结商机太少，尚无法预测")
      : t(
          `; to the end of ${f.month(forecast.last_month)} ${f.money(forecast.expected_value)} are expected${rangeWords(forecast, c)}`,
          `；至${f.month(forecast.last_month)}末预计 ${f.money(forecast.expected_value)}${rangeWords(forecast, c)}`
        );
  return html`<b>${open}</b
    >${expected}${targetWords(targets, c)}${t(". ", "。")}${rate}${trustWords(summary, forecasts, c)}`;
}

const rangeWords = ({low, high}: ForecastRow, {t, f}: Context): string =>
  low === null || high === null ? "" : t(` (${f.moneyRange(low, high)})`, `（${f.moneyRange(low, high)}）`);

/** The running target of all with the nearest end. */
function targetWords(targets: readonly TargetRow[], c: Context): string {
  const {t, f} = c;
  const [own] = targets
    .filter(({team, state}) => team === "all" && state === "running")
    .toSorted((a, b) => +b.last_month - +a.last_month || +a.from_month - +b.from_month);
  if (!own) return "";
  const name = periodName(own.period, own.from_month, c);
  const share = f.share(own.reached_ratio, 0);
  return own.foretold_ratio === null
    ? t(`; ${share} of the target for ${name} are won`, `；${name}目标已达成 ${share}`)
    : t(
        `; ${share} of the target for ${name} are won, ${f.share(own.foretold_ratio, 0)} with what is expected`,
        `；${name}目标已达成 ${share}，含预期为 ${f.share(own.foretold_ratio, 0)}`
      );
}

function rateWords({win_share: rate, win_low: low, win_high: high, ...rest}: Summary, {t, f}: Context): string {
  const n = rest.won_365d + rest.lost_365d;
  if (rate === null || low === null || high === null)
    return rest.won + rest.lost === 0
      ? t("None has been won or lost yet.", "尚无赢单或输单。")
      : t("None was won or lost in the last 365 days.", "近 365 天没有赢单或输单。");
  return t(
    `Of ${f.count(n)} that ended in the last 365 days ${f.share(rate, 0)} were won (${f.shareRange(low, high, 0)}).`,
    `近 365 天结单 ${f.count(n)} 个，赢单率 ${f.share(rate, 0)}（${f.shareRange(low, high, 0)}）。`
  );
}

/** Where more of the same was as near on average, both errors. */
function trustWords(summary: Summary, forecasts: readonly ForecastRow[], {t, f}: Context): string {
  const past = accuracyOf(summary, forecasts);
  return past.state === "told" && past.error >= past.naive
    ? t(
        ` Past forecasts were off by ${f.money(past.error)} on average, more of the same by ${f.money(past.naive)}.`,
        `既往预测平均偏差 ${f.money(past.error)}，“一切照旧”为 ${f.money(past.naive)}。`
      )
    : "";
}
