import type {Locale} from "../../format/locale.ts";
import {segmentName, stageName} from "../customers/words.ts";
import type {Instrument, ScoreRow} from "./rows.ts";

type T = Locale["t"];

/** What was asked. */
export const instrumentName = (instrument: string, {t}: {t: T}): string =>
  ({
    nps: "NPS",
    csat: "CSAT",
    ces: "CES",
    rating: t("Rating", "评分"),
    review: t("Review", "评价")
  })[instrument] ?? instrument;

/** A score as the instrument counts it: points, per cent, mean. */
export const scoreText = (instrument: string, score: number | null, {f}: Pick<Locale, "f">): string =>
  instrument === "nps"
    ? f.score(score)
    : instrument === "csat"
      ? f.share(score === null ? null : score / 100, 0)
      : f.number(score, 2);

/** An interval of such a score. */
export const scoreRange = (
  instrument: string,
  low: number | null,
  high: number | null,
  {f}: Pick<Locale, "f">
): string =>
  instrument === "nps"
    ? f.scoreRange(low, high)
    : instrument === "csat"
      ? f.shareRange(low === null ? null : low / 100, high === null ? null : high / 100, 0)
      : f.range(low, high, 2);

/** A difference of two such scores. */
export const scoreChange = (instrument: string, change: number | null, {f}: Pick<Locale, "f">): string =>
  instrument === "nps" || instrument === "csat" ? f.score(change) : f.score(change, 2);

/** What answers are grouped by. */
export const groupedBy = (dimension: string, {t}: {t: T}): string =>
  ({
    all: t("All", "全部"),
    survey: t("Survey", "问卷"),
    month: t("Month", "月份"),
    quarter: t("Quarter", "季度"),
    segment: t("Segment", "分群"),
    tier: t("Class", "价值等级"),
    channel: t("Channel", "获客渠道"),
    product: t("Product", "商品类别"),
    language: t("Language", "语言"),
    stage: t("Stage", "阶段"),
    tenure: t("Tenure", "客龄")
  })[dimension] ?? dimension;

/** A language of answers. */
export const languageName = (language: string, {t}: {t: T}): string =>
  ({
    en: t("English", "英文"),
    zh: t("Chinese", "中文"),
    mixed: t("mixed", "混合"),
    other: t("other", "其他"),
    none: t("no words", "无文字"),
    all: t("all languages", "全部语言")
  })[language] ?? language;

/** The `lang` of a text; none where it is mixed or unknown. */
export const languageTag: Readonly<Record<string, string | undefined>> = {en: "en", zh: "zh-CN"};

/** The name of a group of answers or customers. */
export function valueName(dimension: string, value: string, locale: {t: T}): string {
  const {t} = locale;
  if (value === "unknown" || value === "") return t("Unknown", "未知");
  if (dimension === "segment") return segmentName(value, t);
  if (dimension === "stage") return stageName(value, t);
  if (dimension === "tier") return value.replace("-", "−");
  if (dimension === "language") return languageName(value, locale);
  return value.replaceAll("_", " ");
}

/** How a text sounds, and its colour. */
export const moodOf = (
  sentiment: string | null,
  {t}: {t: T}
): {word: string; tone: "good" | "bad" | "ctx"} | undefined =>
  sentiment === "positive"
    ? {word: t("positive", "正面"), tone: "good"}
    : sentiment === "negative"
      ? {word: t("negative", "负面"), tone: "bad"}
      : sentiment === "neutral"
        ? {word: t("neutral", "中性"), tone: "ctx"}
        : undefined;

/** The instruments in the order in which a page leads with them. */
export const instruments: readonly Instrument[] = ["nps", "csat", "ces", "rating"] as readonly Instrument[];

/** The answers of one instrument and dimension, in time. */
export const scoresOf = (rows: readonly ScoreRow[], instrument: string, dimension: string): ScoreRow[] =>
  rows
    .filter((row) => row.instrument === instrument && row.dimension === dimension)
    .toSorted((a, b) => +a.from_on - +b.from_on || a.value.localeCompare(b.value));
