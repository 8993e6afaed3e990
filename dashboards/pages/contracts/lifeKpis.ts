import type {Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {unsigned} from "../overview/unsigned.ts";
import type {StripData} from "./kpiStrip.ts";
import {exceededWords, lengthWords} from "./words.ts";

/** Why there is no number yet. */
export const tooFew = ({t}: Context) => t("too few contracts have ended", "终止的合同过少");

/** The time after which half have ended. */
export function medianKpi({all, summary}: StripData, c: Context): Kpi {
  const {t} = c;
  const label = t("Median life", "存续中位数");
  const definition = {
    id: "median-life",
    term: label,
    text: t(
      "The time after which half of all contracts have ended, from the first paid day (Kaplan–Meier). Contracts that still run count as far as they have come.",
      "自首个付费日起，半数合同终止所需的时间（Kaplan–Meier）；仍有效的合同计至目前时长。"
    )
  };
  if (summary.state !== "estimated" || !all) return {label, definition, value: c.f.missing, versus: tooFew(c)};
  const {
    median: [median, low, high],
    followed
  } = all;
  const length = (days: number) => lengthWords(days, c);
  const range =
    low === null
      ? undefined
      : high === null
        ? t(`${length(low)} or more`, `${length(low)}以上`)
        : t(`${length(low)} to ${length(high)}`, `${length(low)}至${length(high)}`);
  return {
    label,
    definition,
    value:
      median === null ? t(`over ${exceededWords(followed, c)}`, `超过 ${exceededWords(followed, c)}`) : length(median),
    versus: median === null ? t("more than half still run", "过半仍有效") : t("until half have ended", "至半数终止"),
    note: range && t(`95% interval ${range}`, `95% 区间 ${range}`)
  };
}

/** The share that lasts longer than a year. */
export function yearKpi({all, summary}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const label = t("Alive at 12 months", "12 个月存续率");
  const definition = {
    id: "year-survival",
    term: label,
    text: t(
      "Share of contracts that last longer than 365 days (Kaplan–Meier).",
      "存续超过 365 天的合同比例（Kaplan–Meier）。"
    )
  };
  if (summary.state !== "estimated") return {label, definition, value: f.missing, versus: tooFew(c)};
  if (!all?.year)
    return {label, definition, value: f.missing, versus: t("no contract is a year old", "尚无满一年的合同")};
  const [share, low, high] = all.year;
  return {
    label,
    definition,
    value: f.share(share, 0),
    versus: t(`of ${f.count(all.contracts)} contracts`, `共 ${f.count(all.contracts)} 份合同`),
    note:
      low === null || high === null
        ? undefined
        : t(`95% interval ${f.shareRange(low, high, 0)}`, `95% 区间 ${f.shareRange(low, high, 0)}`)
  };
}

/** The share that ends in a month, against the year before. */
export function churnKpi({summary}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const label = t("Churn a month", "月流失率");
  const definition = {
    id: "contract-churn",
    term: label,
    text: t(
      "Of the contracts running at the start of a month, the share that ended in it; the last twelve complete months together, against the twelve before.",
      "月初有效合同中当月终止的比例；近 12 个完整月合计，与此前 12 个月相比。"
    )
  };
  const {churn_share: share, churn_low: low, churn_high: high, previous_churn_share: before} = summary;
  const {change_low: least, change_high: most} = summary;
  if (share === null || isWithheld(summary.ended_of_start, c.minCell))
    return {
      label,
      definition,
      value: f.missing,
      versus: share === null ? t("no complete month yet", "尚无完整月份") : tooFew(c)
    };
  const change = before === null ? null : share - before;
  const isClear = least !== null && most !== null && (least > 0 || most < 0);
  return {
    label,
    definition,
    value: f.share(share, 1),
    delta:
      change === null
        ? undefined
        : isClear
          ? {value: change, text: unsigned(f.points(change, {tight: true})), tone: change > 0 ? "bad" : "good"}
          : "unclear",
    versus:
      before === null
        ? t("last 12 months", "近 12 个月")
        : t(`vs ${f.share(before, 1)} in the year before`, `此前一年 ${f.share(before, 1)}`),
    note: t(
      `95% interval ${f.shareRange(low!, high!, 1)}, n ${f.count(summary.contract_months)} contract months`,
      `95% 区间 ${f.shareRange(low!, high!, 1)}，n ${f.count(summary.contract_months)} 合同月`
    )
  };
}
