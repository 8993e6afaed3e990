import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {driverWords} from "./driverWords.ts";
import type {DriverRow} from "./rows.ts";
import type {Rounds} from "./rounds.ts";
import {instrumentName, scoreChange, scoreRange, scoreText} from "./words.ts";

/** The last score with its interval and change, and what goes most clearly with detraction. */
export function finding(
  rounds: Rounds | undefined,
  drivers: readonly DriverRow[],
  labels: Readonly<Record<string, string>>,
  c: Context
): Html {
  const {t, f} = c;
  if (!rounds)
    return html`<b>${t("Too few answers give a score yet.", "作答过少，尚无得分。")}</b> ${t(
        "Thirty are needed in a survey or month.",
        "每次问卷或每月至少需要三十份。"
      )}`;
  const {instrument, rows, name} = rounds;
  const last = rows.findLast((row) => !row.is_partial) ?? rows.at(-1)!;
  const score = t(
    `${instrumentName(instrument, c)} is ${scoreText(instrument, last.score, c)} in ${name(last, c)}`,
    `${name(last, c)}的 ${instrumentName(instrument, c)} 为 ${scoreText(instrument, last.score, c)}`
  );
  const interval = t(
    ` (95% interval ${scoreRange(instrument, last.low, last.high, c)}, n ${f.count(last.answers)})`,
    `（95% 区间 ${scoreRange(instrument, last.low, last.high, c)}，n ${f.count(last.answers)}）`
  );
  const change =
    last.change === null
      ? ""
      : last.is_clear
        ? t(
            `: ${scoreChange(instrument, last.change, c)} since the one before`,
            `：较上一次 ${scoreChange(instrument, last.change, c)}`
          )
        : t(": no clear change since the one before", "：较上一次无显著变化");
  const [first] = drivers
    .filter((row) => row.is_clear && row.log_odds > 0 && row.driver !== "ticket")
    .toSorted((a, b) => a.rank - b.rank);
  const why = first
    ? t(
        ` Detraction goes most with ${driverWords(first, c, labels)}: ${f.money(first.net_revenue_365d)} of yearly revenue stands behind it.`,
        `与贬损关联最强的是${driverWords(first, c, labels)}：涉及年收入 ${f.money(first.net_revenue_365d)}。`
      )
    : instrument === "nps"
      ? t(" Nothing recorded goes clearly with detraction.", "没有记录与贬损明显相关。")
      : "";
  return html`<b>${score}</b>${interval}${change}${t(".", "。")}${why}`;
}
