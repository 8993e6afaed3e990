import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {ToldGroup} from "./curveData.ts";
import type {LossRow, Summary} from "./rows.ts";
import {exceededWords, lengthWords} from "./words.ts";

/** How long contracts last and how fast they end now, in two sentences with their doubt. */
export function finding(summary: Summary, all: ToldGroup | undefined, loss: LossRow | undefined, c: Context): Html {
  const {t} = c;
  if (summary.state === "none_ended")
    return html`<b>${t("No contract has ended yet", "尚无合同终止")}</b
      >${t(": how long they last cannot be told.", "：无法得知能持续多久。")}`;
  if (summary.state !== "estimated" || !all)
    return html`<b
      >${t("Too few contracts have ended to say how long they last.", "终止的合同过少，尚无法判断能持续多久。")}</b
    >`;
  return html`${lifeSentence(all, c)}${paceSentence(summary, loss, c)}`;
}

function lifeSentence({median: [median, low, high], followed, year}: ToldGroup, c: Context): Html {
  const {t, f} = c;
  const length = (days: number) => lengthWords(days, c);
  const past = year
    ? t(`; ${f.share(year[0], 0)} last longer than a year`, `；${f.share(year[0], 0)} 存续超过一年`) +
      (year[1] !== null && year[2] !== null
        ? t(` (${f.shareRange(year[1], year[2], 0)})`, `（${f.shareRange(year[1], year[2], 0)}）`)
        : "")
    : "";
  const end = t(". ", "。");
  if (median === null)
    return html`<b
        >${t(`More than half of the contracts still run after ${exceededWords(followed, c)}`, `${exceededWords(followed, c)}后仍有过半合同有效`)}</b
      >${past}${end}`;
  const range =
    low === null
      ? ""
      : high === null
        ? t(` (95% interval: ${length(low)} or more)`, `（95% 区间：${length(low)}以上）`)
        : t(` (95% interval ${length(low)} to ${length(high)})`, `（95% 区间 ${length(low)}至${length(high)}）`);
  return html`<b>${t(`Half of the contracts end within ${length(median)}`, `半数合同在 ${length(median)}内终止`)}</b
    >${range}${past}${end}`;
}

function paceSentence(summary: Summary, loss: LossRow | undefined, c: Context): Html {
  const {t, f} = c;
  const {churn_share: share, churn_low: low, churn_high: high} = summary;
  const pace =
    share === null
      ? ""
      : t(
          `In the last twelve months ${f.share(share, 1)} of the running ones ended each month (${f.shareRange(low!, high!, 1)})`,
          `近 12 个月每月有 ${f.share(share, 1)} 的有效合同终止（${f.shareRange(low!, high!, 1)}）`
        );
  const risk =
    loss && loss.monthly_amount > 0
      ? html`${pace ? t("; ", "；") : ""}<b
            >${t(
              `${f.money(loss.expected_loss)} of ${f.money(loss.monthly_amount)} a month is expected to end within ${f.days(loss.horizon_days)}`,
              `每月 ${f.money(loss.monthly_amount)} 中预计有 ${f.money(loss.expected_loss)} 在 ${f.days(loss.horizon_days)}内终止`
            )}</b
          >`
      : "";
  return pace || risk ? html`${pace}${risk}${t(".", "。")}` : html``;
}
